// Type parameters and aliases (PEP 695): objects with a name and a lazily computed bound or value. They type nothing.
#include "object/class.hpp"
#include "object/function.hpp"
#include "object/native.hpp"
#include "object/tuple.hpp"
#include "vm/eval.hpp"
#include "vm/helpers.hpp"
#include "vm/type_params.hpp"

namespace ap {
namespace {

struct TypeParameter : Object {
  Str* name;
  Value compute = None;   // function giving the bound (TypeVar) or the value (alias)
  Value value = Empty;
  Value params = Empty;   // of an alias
  Dict* dict = nullptr;
  explicit TypeParameter(Type* t) : Object(t, Kind::Other) {}
};

TypeParameter* self(Value v) { return v.as<TypeParameter>(); }

void dealloc(Object* o) {
  auto* p = static_cast<TypeParameter*>(o);
  decref(p->name);
  decref(p->compute);
  decref(p->value);
  decref(p->params);
  if (p->dict) decref(p->dict);
  free_object(p, sizeof(TypeParameter));
}
void traverse(Object* o, Visitor& visit) {
  auto* p = static_cast<TypeParameter*>(o);
  visit(p->compute);
  visit(p->value);
  visit(p->params);
  visit(p->dict);
}

Var name_only(Value v) { return Var(self(v)->name); }
Var union_with(Value a, Value b, BinaryOp op) {
  if (op != BinaryOp::Or) return NotImplemented;
  return make_union(a, b);
}
Var subscript(Value v, Value key) {
  Ref<Tuple> args = is_kind(key, Kind::Tuple) ? Ref<Tuple>(key.as<Tuple>()) : tuple_of(key);
  return new_generic_alias(v, args.get());
}
Var compute(Value v) {
  TypeParameter* p = self(v);
  if (!p->value) {
    if (p->compute.is_none()) return None;
    Var r = call(p->compute);
    if (!r) return r;
    p->value = r.release();
  }
  return p->value;
}
Var construct(Type* t, Args args) {
  if (args.count < 1) return type_error("%N() missing required argument 'name' (pos 1)", t);
  auto* p = allocate<TypeParameter>(t, 0);
  p->name = args.values[0].as<Str>();
  incref(p->name);
  return Var::steal(p);
}
bool initialize(Value, Args) { return true; }

const GetSetDef parameter_getsets[] = {
    {"__name__", name_only},
    {"__bound__", compute},
    {"__constraints__", [](Value) { return Var(rt.empty_tuple); }},
};
const GetSetDef alias_getsets[] = {
    {"__name__", name_only},
    {"__value__", compute},
    {"__type_params__", [](Value v) { return Var(self(v)->params ? self(v)->params : Value(rt.empty_tuple)); }},
};

Type* make(const char* name, bool alias) {
  Type* t = new_type(name, nullptr, sizeof(TypeParameter), Kind::Other, kHasDict);
  t->dict_offset = static_cast<int32_t>(offsetof(TypeParameter, dict));
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = name_only;
  t->binary = union_with;
  t->getitem = subscript;
  t->construct = construct;
  t->initialize = initialize;
  if (alias)
    add_getsets(t, alias_getsets);
  else
    add_getsets(t, parameter_getsets);
  make_type_ready(t);
  return t;
}

}  // namespace

TypeParameterTypes type_parameter_types;

void init_type_parameter_types() {
  type_parameter_types = {make("typing.TypeVar", false), make("typing.ParamSpec", false), make("typing.TypeVarTuple", false),
                          make("typing.TypeAliasType", true)};
}

Var type_parameter(uint32_t kind, Value name, Value bound) {
  if (kind == 3) {
    // class C[T]: typing.Generic[T] among its bases
    Ref<Str> typing = intern("typing");
    Var module = import_module ? import_module(typing.get(), rt.builtins, None, 0) : Var();
    Var generic = module ? getattr(module, "Generic") : Var();
    if (!generic) return generic;
    return getitem(generic, name);
  }
  Type* t = kind == 0   ? type_parameter_types.type_var
            : kind == 1 ? type_parameter_types.param_spec
                        : type_parameter_types.type_var_tuple;
  auto* p = allocate<TypeParameter>(t, 0);
  p->name = name.as<Str>();
  incref(p->name);
  p->compute = Var(bound).release();
  return Var::steal(p);
}

Var type_alias(Value name, Value params, Value function) {
  auto* p = allocate<TypeParameter>(type_parameter_types.type_alias, 0);
  p->name = name.as<Str>();
  incref(p->name);
  p->params = Var(params).release();
  p->compute = Var(function).release();
  return Var::steal(p);
}

}  // namespace ap
