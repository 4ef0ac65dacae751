// The `code` type as Python sees it.
#include "compile/code.hpp"
#include "object/native.hpp"
#include "object/protocol.hpp"

namespace ap {
namespace {

Code* self(Value v) { return v.as<Code>(); }

void dealloc(Object* o) {
  auto* c = static_cast<Code*>(o);
  for (uint32_t i = 0; i < c->const_count; ++i) decref(c->consts[i]);
  for (uint32_t i = 0; i < c->name_count; ++i) decref(c->names[i]);
  for (uint32_t i = 0; i < c->slot_count(); ++i) decref(c->slot_names[i]);
  if (c->name) decref(c->name);
  if (c->qualname) decref(c->qualname);
  if (c->filename) decref(c->filename);
  heap.release_raw(c->consts, c->const_count * sizeof(Value));
  heap.release_raw(c->names, c->name_count * sizeof(Str*));
  heap.release_raw(c->slot_names, c->slot_count() * sizeof(Str*));
  heap.release_raw(c->slot_kinds, c->slot_count());
  heap.release_raw(c->regions, c->region_count * sizeof(ExceptionRegion));
  heap.release_raw(c->positions, c->instr_count * sizeof(Position));
  heap.release_raw(c->caches, c->cache_count * sizeof(Cache));
  heap.release_raw(c->instrs, c->instr_count * sizeof(Instr));
  free_object(c, sizeof(Code));
}

void traverse(Object* o, Visitor& visit) {
  auto* c = static_cast<Code*>(o);
  for (uint32_t i = 0; i < c->const_count; ++i) visit(c->consts[i]);
}

Var code_repr(Value v) {
  return format_str("<code object %U at 0x%llx, file \"%U\", line %d>", self(v)->name,
                    static_cast<unsigned long long>(address_of(v.object())), self(v)->filename, self(v)->first_line);
}

Var names_of_kind(Value v, uint8_t kind) {
  Code* c = self(v);
  uint32_t n = 0;
  auto wanted = [&](uint32_t i) { return kind == kLocal ? i < c->local_count && c->slot_kinds[i] != kHiddenSlot : c->slot_kinds[i] == kind; };
  for (uint32_t i = 0; i < c->slot_count(); ++i) n += wanted(i);
  Ref<Tuple> t = new_tuple(n);
  n = 0;
  for (uint32_t i = 0; i < c->slot_count(); ++i)
    if (wanted(i)) t->items()[n++] = Var(Value(c->slot_names[i])).release();
  return t;
}

const GetSetDef getsets[] = {
    {"co_name", [](Value v) { return Var(self(v)->name); }},
    {"co_qualname", [](Value v) { return Var(self(v)->qualname); }},
    {"co_filename", [](Value v) { return Var(self(v)->filename); }},
    {"co_firstlineno", [](Value v) { return Var(Value::from_int(self(v)->first_line)); }},
    {"co_flags", [](Value v) { return Var(Value::from_int((self(v)->flags & (kDelegates - 1)) | 2)); }},
    {"co_argcount", [](Value v) { return Var(Value::from_int(self(v)->arg_count)); }},
    {"co_posonlyargcount", [](Value v) { return Var(Value::from_int(self(v)->positional_only)); }},
    {"co_kwonlyargcount", [](Value v) { return Var(Value::from_int(self(v)->keyword_only)); }},
    {"co_nlocals", [](Value v) { return Var(Value::from_int(self(v)->local_count)); }},
    {"co_stacksize", [](Value v) { return Var(Value::from_int(self(v)->stack_size)); }},
    {"co_varnames", [](Value v) { return names_of_kind(v, kLocal); }},
    {"co_cellvars", [](Value v) { return names_of_kind(v, kCellSlot); }},
    {"co_freevars", [](Value v) { return names_of_kind(v, kFreeSlot); }},
    {"co_consts", [](Value v) { return Var(make_tuple(self(v)->consts, self(v)->const_count)); }},
    {"co_names", [](Value v) {
       Ref<Tuple> t = new_tuple(self(v)->name_count);
       for (uint32_t i = 0; i < self(v)->name_count; ++i) t->items()[i] = Var(Value(self(v)->names[i])).release();
       return Var(t);
     }},
};

}  // namespace

void init_code_type() {
  Type* t = rt.types.code = new_type("code", nullptr, sizeof(Code), Kind::Code, 0);
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = code_repr;
  add_getsets(t, getsets);
  make_type_ready(t);
}

}  // namespace ap
