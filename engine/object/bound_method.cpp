// Bound methods and cells.
#include "object/class.hpp"

namespace ap {

namespace {

BoundMethod* as_method(Value v) { return v.as<BoundMethod>(); }

void method_dealloc(Object* o) {
  auto* m = static_cast<BoundMethod*>(o);
  decref(m->function);
  decref(m->self);
  free_object(o, sizeof(BoundMethod));
}
void method_traverse(Object* o, Visitor& visit) {
  visit(static_cast<BoundMethod*>(o)->function);
  visit(static_cast<BoundMethod*>(o)->self);
}

Var method_call(Value callee, Args args) {
  auto* m = as_method(callee);
  uint32_t n = args.count + args.keyword_count();
  Value few[9];
  size_t bytes = (n + 1) * sizeof(Value);
  Value* values = n < 9 ? few : static_cast<Value*>(heap.allocate_raw(bytes));
  if (!values) return raise_memory_error();
  values[0] = m->self;
  for (uint32_t i = 0; i < n; ++i) values[i + 1] = args.values[i];
  // The method may be dropped while it runs.
  Var function = m->function, self = m->self;
  Var r = call(function, Args{values, args.count + 1, args.kwnames});
  if (values != few) heap.release_raw(values, bytes);
  return r;
}

Var method_repr(Value v) {
  auto* m = as_method(v);
  Var name = getattr_or_empty(m->function, rt.names.__qualname__);
  if (!name && !failed()) name = getattr_or_empty(m->function, rt.names.__name__);
  if (!name && failed()) return {};
  if (!is_kind(name, Kind::Str)) name = make_str("?");
  return format_str("<bound method %S of %R>", name.get(), m->self);
}

Var method_compare(Value a, Value b, Compare op) {
  if ((op != Compare::Eq && op != Compare::Ne) || type_of(b) != rt.types.method) return NotImplemented;
  Tri same = equal(as_method(a)->function, as_method(b)->function);
  if (same == Tri::Error) return {};
  bool equal_methods = same == Tri::True && as_method(a)->self == as_method(b)->self;
  return Value::from_bool(equal_methods == (op == Compare::Eq));
}
bool method_hash(Value v, int64_t& out) {
  auto* m = as_method(v);
  int64_t self, function;
  if (!object_hash(m->self, self) || !hash(m->function, &function)) return false;
  out = self ^ function;
  if (out == -1) out = -2;
  return true;
}

// Attributes of the function show through.
Var method_getattr(Value v, Str* name) {
  Value own = type_lookup(rt.types.method, name);
  if (own) {
    Var keep = own;
    if (auto get = type_of(own)->descr_get) return get(own, v, rt.types.method);
    return keep;
  }
  NativeNesting nesting;  // a method of a method of a method ...
  return nesting ? getattr(as_method(v)->function, name) : Var();
}

Var method_construct(Type* t, Args args) {
  Value given[2];
  if (!match_arguments("method", "function, instance, /", args, given)) return {};
  if (!is_callable(given[0])) return type_error("first argument must be callable");
  if (given[1].is_none()) return type_error("instance must not be None");
  return make_bound_method(given[0], given[1]);
}

Var get_function(Value v) { return as_method(v)->function; }
Var get_self(Value v) { return as_method(v)->self; }
Var get_doc(Value v) { return getattr(as_method(v)->function, rt.names.__doc__); }
const GetSetDef kMethodGetSets[] = {{"__func__", get_function}, {"__self__", get_self}, {"__doc__", get_doc}};

void cell_dealloc(Object* o) {
  decref(static_cast<Cell*>(o)->value);
  free_object(o, sizeof(Cell));
}
void cell_traverse(Object* o, Visitor& visit) { visit(static_cast<Cell*>(o)->value); }
Var cell_repr(Value v) {
  Value held = v.as<Cell>()->value;
  auto address = static_cast<unsigned long long>(address_of(v.object()));
  if (!held) return format_str("<cell at 0x%llx: empty>", address);
  if (!held.is_object()) return format_str("<cell at 0x%llx: %T object>", address, held);
  return format_str("<cell at 0x%llx: %T object at 0x%llx>", address, held,
                    static_cast<unsigned long long>(address_of(held.object())));
}
Var cell_construct(Type*, Args args) {
  Value given[1];
  if (!match_arguments("cell", "contents=None, /", args, given)) return {};
  return new_cell(given[0]);
}
Var get_contents(Value v) {
  Value held = v.as<Cell>()->value;
  if (!held) return value_error("cell is empty");
  return held;
}
bool set_contents(Value v, Value value) {
  decref(std::exchange(v.as<Cell>()->value, Var(value).release()));
  return true;
}
const GetSetDef kCellGetSets[] = {{"cell_contents", get_contents, set_contents}};

}  // namespace

Var make_bound_method(Value function, Value self) {
  auto* m = allocate<BoundMethod>(rt.types.method, 0);
  m->function = Var(function).release();
  m->self = Var(self).release();
  return Var::steal(m);
}

Ref<Cell> new_cell(Value v) {
  auto* c = allocate<Cell>(rt.types.cell, 0);
  c->value = Var(v).release();
  return Ref<Cell>::steal(c);
}

void init_method_and_cell_types() {
  Type* t = rt.types.method = new_type("method", nullptr, sizeof(BoundMethod), Kind::BoundMethod, kWeakrefable);
  t->dealloc = method_dealloc;
  t->traverse = method_traverse;
  t->construct = method_construct;
  t->call = method_call;
  t->repr = method_repr;
  t->compare = method_compare;
  t->hash = method_hash;
  t->getattr = method_getattr;
  add_getsets(t, kMethodGetSets);
  make_type_ready(t);

  t = rt.types.cell = new_type("cell", nullptr, sizeof(Cell), Kind::Cell, 0);
  t->dealloc = cell_dealloc;
  t->traverse = cell_traverse;
  t->construct = cell_construct;
  t->repr = cell_repr;
  t->hash = nullptr;
  add_getsets(t, kCellGetSets);
  make_type_ready(t);
}

}  // namespace ap
