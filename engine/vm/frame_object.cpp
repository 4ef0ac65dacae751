#include "vm/frame_object.hpp"

#include "object/function.hpp"
#include "object/native.hpp"
#include "vm/generator.hpp"

namespace ap {
namespace {

PythonFrame* self_of(FrameObject* f) { return static_cast<PythonFrame*>(f); }

Code* code_of(PythonFrame* f) { return f->code.as<Code>(); }

Var locals_dict(Code* code, Value* slots) {
  Ref<Dict> d = new_dict();
  for (uint32_t i = 0; slots && i < code->slot_count(); ++i) {
    uint8_t kind = code->slot_kinds[i];
    if (kind == kHiddenSlot && !slots[i]) continue;
    if (code->slot_names[i]->length && code->slot_names[i]->at(0) == '.') continue;
    Value v = slots[i];
    if (is_kind(v, Kind::Cell) && kind != kLocal) v = v.as<Cell>()->value;
    if (v) dict_set_name(d.get(), code->slot_names[i], v);
  }
  return d;
}

bool on_the_stack(const Frame* f) {
  for (const Frame* at = vm.current; at; at = caller_of(at))
    if (at == f) return true;
  return false;
}

void drop_slots(PythonFrame* f) {
  Value* slots = std::exchange(f->slots, nullptr);
  if (!slots) return;
  uint32_t n = code_of(f)->slot_count();
  for (uint32_t i = n; i--;) decref(slots[i]);
  heap.release_raw(slots, n * sizeof(Value));
}

int line(FrameObject* o) {
  PythonFrame* f = self_of(o);
  return f->live ? f->live->line() : f->line;
}
Var locals(FrameObject* o) {
  PythonFrame* f = self_of(o);
  if (f->live) return frame_locals(f->live);
  return f->namespace_ ? Var(f->namespace_) : locals_dict(code_of(f), f->slots);
}
Var back(FrameObject* o) {
  PythonFrame* f = self_of(o);
  if (!f->live) return f->back ? Var(Value(f->back)) : Var(None);
  Frame* caller = on_the_stack(f->live) ? caller_of(f->live) : nullptr;
  return caller ? Var(Value(frame_object(caller))) : Var(None);
}
Var globals(FrameObject* o) {
  PythonFrame* f = self_of(o);
  return Value(f->live ? f->live->globals : f->globals);
}
bool clear(FrameObject* o) {
  PythonFrame* f = self_of(o);
  if (!f->live) {
    drop_slots(f);
    return true;
  }
  if (on_the_stack(f->live)) return runtime_error("cannot clear an executing frame");
  return runtime_error("cannot clear a suspended frame");
}
void dealloc(Object* o) {
  auto* f = static_cast<PythonFrame*>(o);
  // As long as the stack was deep: let go of the callers one by one.
  PythonFrame* up = std::exchange(f->back, nullptr);
  while (up && up->refs == 1 && !(up->flags & kHasSideEntry) && !up->live) {
    PythonFrame* next = std::exchange(up->back, nullptr);
    decref(static_cast<Object*>(up));
    up = next;
  }
  if (up) decref(static_cast<Object*>(up));
  drop_slots(f);
  decref(f->namespace_);
  if (f->globals) decref(static_cast<Object*>(f->globals));
  decref(f->function);
  decref(f->generator);
  decref(f->code);
  free_object(f, sizeof(PythonFrame));
}
void traverse(Object* o, Visitor& visit) {
  auto* f = static_cast<PythonFrame*>(o);
  visit(f->function);
  visit(f->namespace_);
  if (f->back) visit(Value(f->back));
  if (f->globals) visit(Value(f->globals));
  for (uint32_t i = 0; f->slots && i < code_of(f)->slot_count(); ++i) visit(f->slots[i]);
}

Var generator(FrameObject* o) {
  PythonFrame* f = self_of(o);
  return f->live && f->live->owner ? Var(Value(f->live->owner)) : Var(None);
}

const FrameOps ops{line, locals, back, globals, generator, clear, dealloc, traverse};

}  // namespace

PythonFrame* frame_object(Frame* f) {
  if (f->object) return f->object;
  auto* o = allocate<PythonFrame>(rt.types.frame, 0);
  o->ops = &ops;
  o->code = Var(Value(f->code)).release();
  o->live = f;
  return f->object = o;
}

void detach_frame(Frame* f, Frame* back) {
  PythonFrame* o = std::exchange(f->object, nullptr);
  o->line = f->line();
  o->live = nullptr;
  if (o->refs > 1) {
    uint32_t n = f->code->slot_count();
    o->slots = static_cast<Value*>(heap.allocate_raw(n * sizeof(Value)));
    for (uint32_t i = 0; o->slots && i < n; ++i) o->slots[i] = std::exchange(f->slots()[i], Value());
    o->function = Var(f->function).release();
    o->namespace_ = Var(f->namespace_).release();
    o->globals = f->globals;
    incref(static_cast<Object*>(o->globals));
    if (back) {
      o->back = frame_object(back);
      incref(static_cast<Object*>(o->back));
    }
  }
  decref(static_cast<Object*>(o));
}

Frame* caller_of(const Frame* f) {
  if (!f->owner || f->inline_for) return f->back;
  Link* link = f->owner;
  while (link->awaiter) {
    link = link->awaiter;
    if (is_frame_link(link)) return &generator_of(link)->frame;
  }
  return is_frame_link(link) ? generator_of(link)->frame.back : const_cast<Frame*>(static_cast<const Frame*>(rt.loop_caller));
}

Var frame_locals(Frame* f) { return f->namespace_ ? Var(f->namespace_) : locals_dict(f->code, f->slots()); }

}  // namespace ap
