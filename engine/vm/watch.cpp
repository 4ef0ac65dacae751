// Accesses, as the WATCH instruction notes them.
#include "vm/watch.hpp"

#include "object/dict.hpp"
#include "object/int.hpp"
#include "trace/accesses.hpp"
#include "vm/helpers.hpp"
#include "vm/output.hpp"

namespace ap {

uint64_t (*key_of_object)(Object* o) = nullptr;

uint64_t access_key(Object* o) {
  if (key_of_object)
    if (uint64_t key = key_of_object(o)) return key;
  return reinterpret_cast<uintptr_t>(o);
}

namespace {

using trace::AccessKind;

uint32_t name_number(Str* name) {
  uint32_t n = trace::live_accesses->known(name);
  return n ? n : trace::live_accesses->number(to_utf8(name), name);
}

// The line, where the program's own code runs and not the library's.
trace::Line program_line(Frame* f) {
  return f->code->filename == main_filename ? static_cast<trace::Line>(f->line()) : 0;
}

uint32_t number_of(Frame* f) { return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(f) >> 3); }

void note(AccessKind kind, Frame* f, Object* owner, Str* name) {
  trace::live_accesses->add(kind, access_key(owner), name_number(name), number_of(f), program_line(f));
}

// What can be changed by whoever has it in hand. Attributes of a program's own objects are noted one by one.
void touch(Value v, int depth = 0) {
  if (!v.is_object()) return;
  Object* o = v.object();
  switch (o->kind) {
    case Kind::Type:
    case Kind::Int:
    case Kind::Float:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Range:
    case Kind::Slice:
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::Property:
    case Kind::Code:
    case Kind::Module:
    case Kind::Instance:
    case Kind::Exception: return;
    case Kind::BoundMethod: return touch(v.as<BoundMethod>()->self, depth + 1);
    case Kind::Tuple: {
      auto* t = v.as<Tuple>();
      if (depth > 1) return;
      for (uint32_t i = 0; i < t->size && i < 16; ++i) touch((*t)[i], depth + 1);
      return;
    }
    default: trace::live_accesses->add(AccessKind::touch, access_key(o));
  }
}

// What looks at one of these does not change it; of other types that is not known.
void look_at(Object* o) {
  Type* t = o->type;
  if (t == rt.types.list || t == rt.types.dict || t == rt.types.set || o->kind == Kind::Future || o->kind == Kind::Task)
    trace::live_accesses->add(AccessKind::read, access_key(o));
  else
    touch(Value(o));
}

bool has_attributes(Value owner) {
  return owner.is_object() && owner.object()->kind != Kind::Module && owner.object()->kind != Kind::Function;
}

// "['alice']", "[3]"; 0 for other keys.
uint32_t item_name(Value key) {
  if (is_kind(key, Kind::Str)) {
    std::string text = to_utf8(key.as<Str>());
    if (text.size() > 60) return 0;
    return trace::live_accesses->number("['" + text + "']");
  }
  if (key.is_small_int()) return trace::live_accesses->number("[" + std::to_string(key.as_int()) + "]");
  return 0;
}

}  // namespace

Str* main_filename = nullptr;

void watch(Frame* f, Watch what, uint32_t operand, Value* top) {
  trace::AccessLog* log = trace::live_accesses;
  if (!log) return;
  uint32_t frame = number_of(f);
  switch (what) {
    case Watch::Enter: log->add(AccessKind::enter, 0, 0, frame); break;
    case Watch::Statement: log->add(AccessKind::statement, 0, 0, frame); break;
    case Watch::Assigned: log->add(AccessKind::assigned, 0, 0, frame); break;
    case Watch::LocalRead: log->add(AccessKind::local_read, 0, operand, frame); break;
    case Watch::LocalWrite: log->add(AccessKind::local_write, 0, operand, frame); break;
    case Watch::GlobalRead:
      // Functions, classes and modules are hardly ever variables.
      if (top[-1].is_object())
        switch (top[-1].object()->kind) {
          case Kind::Type:
          case Kind::Function:
          case Kind::NativeFunction:
          case Kind::Module: return;
          default: break;
        }
      note(AccessKind::read, f, f->globals, f->code->names[operand]);
      break;
    case Watch::GlobalWrite: note(AccessKind::write, f, f->globals, f->code->names[operand]); break;
    case Watch::CellRead:
    case Watch::CellWrite: {
      Value cell = f->slots()[operand];
      if (!is_kind(cell, Kind::Cell)) return;
      note(what == Watch::CellRead ? AccessKind::read : AccessKind::write, f, cell.object(), f->code->slot_names[operand]);
      break;
    }
    case Watch::AttributeRead:
      if (!has_attributes(top[-1])) return;
      note(AccessKind::read, f, top[-1].object(), f->code->names[operand]);
      // It may be the class that has it.
      if (top[-1].object()->kind == Kind::Instance) note(AccessKind::read, f, top[-1].object()->type, f->code->names[operand]);
      break;
    case Watch::AttributeWrite:
      if (has_attributes(top[-1])) note(AccessKind::write, f, top[-1].object(), f->code->names[operand]);
      break;
    case Watch::Value: touch(top[-1]); break;
    case Watch::ValueRead:
      if (top[-1].is_object()) look_at(top[-1].object());
      break;
    case Watch::ItemRead:
    case Watch::ItemWrite: {
      if (!top[-2].is_object()) return;
      uint32_t name = item_name(top[-1]);
      if (name)
        log->add(what == Watch::ItemRead ? AccessKind::read : AccessKind::write, access_key(top[-2].object()), name, frame,
                 program_line(f));
      break;
    }
  }
}

}  // namespace ap
