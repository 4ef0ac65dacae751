// Type parameters and aliases (PEP 695): objects with a name and a lazily computed bound or value. They type nothing.
#include "object/class.hpp"
#include "object/function.hpp"
#include "object/native.hpp"
#include "object/tuple.hpp"
#include "vm/eval.hpp"
#include "vm/helpers.hpp"
#include "vm/type_params.hpp"

namespace ap {

Var union_of(const Value* values, size_t n);  // object/generic_alias.cpp

namespace {

struct TypeParameter : Object {
  Str* name;
  Value compute = None;   // function giving the bound (TypeVar) or the value (alias)
  Value value = Empty;
  Value params = Empty;   // of an alias; the constraints of a TypeVar
  Value fallback = Empty; // its default, or the function that gives it
  char variance = 0;      // what its repr begins with: ~ + -, or nothing where it is inferred (PEP 695)
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
  decref(p->fallback);
  if (p->dict) decref(p->dict);
  free_object(p, sizeof(TypeParameter));
}
void traverse(Object* o, Visitor& visit) {
  auto* p = static_cast<TypeParameter*>(o);
  visit(p->compute);
  visit(p->value);
  visit(p->params);
  visit(p->fallback);
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
Var of_typing(const char* name) {
  Ref<Str> typing = intern("typing");
  Var module = import_module ? import_module(typing.get(), rt.builtins, None, 0) : Var();
  return module ? getattr(module, name) : Var();
}
Var default_of(Value v) {
  TypeParameter* p = self(v);
  if (!p->fallback) return of_typing("NoDefault");
  if (type_of(p->fallback) == rt.types.function) {
    Var value = call(p->fallback);
    if (!value) return value;
    decref(std::exchange(p->fallback, value.release()));
  }
  return p->fallback;
}
bool set_default(Value v, Value value) {
  decref(std::exchange(self(v)->fallback, Var(value).release()));
  return true;
}
Var has_default(Call& c) { return Value::from_bool(bool(self(c.self)->fallback)); }
Var construct(Type* t, Args args) {
  if (args.count < 1) return type_error("%N() missing required argument 'name' (pos 1)", t);
  if (!is_kind(args.values[0], Kind::Str))
    return type_error("%N() argument 'name' must be str, not %T", t, args.values[0]);
  auto* p = allocate<TypeParameter>(t, 0);
  p->name = args.values[0].as<Str>();
  incref(p->name);
  return Var::steal(p);
}
Var construct_variable(Type* t, Args args) {
  Var made = construct(t, args);
  if (!made) return made;
  TypeParameter* p = self(made);
  bool covariant = false, contravariant = false, inferred = false;
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    Value value = args.values[args.count + i];
    Str* name = (*args.kwnames)[i].as<Str>();
    if (equal(name, "bound")) {
      p->value = Var(value).release();
      continue;
    }
    if (equal(name, "default")) {
      p->fallback = Var(value).release();
      continue;
    }
    Tri yes = truth(value);
    if (yes == Tri::Error) return Var();
    if (equal(name, "covariant")) covariant = yes == Tri::True;
    if (equal(name, "contravariant")) contravariant = yes == Tri::True;
    if (equal(name, "infer_variance")) inferred = yes == Tri::True;
  }
  if (covariant && contravariant) return value_error("Bivariant types are not supported.");
  if (inferred && (covariant || contravariant)) return value_error("Variance cannot be specified with infer_variance.");
  if (args.count == 2) return type_error("A single constraint is not allowed");
  if (args.count > 1 && p->value) return type_error("Constraints cannot be combined with bound=...");
  if (args.count > 1) p->params = Value(make_tuple(args.values + 1, args.count - 1).release());
  p->variance = covariant ? '+' : contravariant ? '-' : inferred ? 0 : '~';
  return made;
}
bool initialize(Value, Args) { return true; }

Var repr_variable(Value v) {
  char variance[] = {self(v)->variance, 0};
  return format_str("%s%U", variance, self(v)->name);
}
Var has_variance(Value v, char wanted) { return Value::from_bool(self(v)->variance == wanted); }

const GetSetDef parameter_getsets[] = {
    {"__name__", name_only},
    {"__bound__", [](Value v) { return self(v)->params.is_none() ? Var(None) : compute(v); }},
    {"__default__", default_of, set_default},
    {"__constraints__", [](Value v) { return self(v)->params.is_none() ? compute(v) : Var(self(v)->params ? self(v)->params : Value(rt.empty_tuple)); }},
    {"__covariant__", [](Value v) { return has_variance(v, '+'); }},
    {"__contravariant__", [](Value v) { return has_variance(v, '-'); }},
    {"__infer_variance__", [](Value v) { return has_variance(v, 0); }},
};
// P.args and P.kwargs: typing's.
Var part_of(Value v, const char* type) {
  Var make = of_typing(type);
  return make ? call(make, v) : Var();
}
const GetSetDef specification_getsets[] = {
    {"args", [](Value v) { return part_of(v, "ParamSpecArgs"); }},
    {"kwargs", [](Value v) { return part_of(v, "ParamSpecKwargs"); }},
};
// What may stand in a subscript for this type variable: anything.
const MethodDef variable_methods[] = {{"__typing_subst__", "arg, /", [](Call& c) { return Var(c[0]); }}};
const MethodDef default_methods[] = {{"has_default", "", has_default}};

// Union[int, "Node"]: a name in quotes is typing's ForwardRef.
Var union_class_getitem(Call& c) {
  Ref<Tuple> members = is_kind(c[0], Kind::Tuple) ? Ref<Tuple>(c[0].as<Tuple>()) : tuple_of(c[0]);
  if (!members->size) return type_error("Cannot take a Union of no types.");
  for (uint32_t i = 0; i < members->size; ++i) {
    if (!is_kind((*members)[i], Kind::Str)) continue;
    Var join = of_typing("_union");
    Value args[] = {members};
    return join ? call(join, Args{args, 1, nullptr}) : Var();
  }
  return union_of(members->items(), members->size);
}
const MethodDef union_methods[] = {{"__class_getitem__", "object, /", union_class_getitem, kClassMethod}};
const GetSetDef alias_getsets[] = {
    {"__name__", name_only},
    {"__value__", compute},
    {"__type_params__", [](Value v) { return Var(self(v)->params ? self(v)->params : Value(rt.empty_tuple)); }},
};

Type* make(const char* name, bool alias, bool variable = false) {
  Type* t = new_type(name, nullptr, sizeof(TypeParameter), Kind::Other, kHasDict | kDottedName);
  t->dict_offset = static_cast<int32_t>(offsetof(TypeParameter, dict));
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = variable ? repr_variable : name_only;
  t->binary = union_with;
  if (alias) t->getitem = subscript;
  t->construct = variable ? construct_variable : construct;
  t->initialize = initialize;
  if (alias)
    add_getsets(t, alias_getsets);
  else
    add_getsets(t, parameter_getsets), add_methods(t, default_methods);
  make_type_ready(t);
  return t;
}

}  // namespace

TypeParameterTypes type_parameter_types;

void init_type_parameter_types() {
  type_parameter_types = {make("typing.TypeVar", false, true), make("typing.ParamSpec", false, true), make("typing.TypeVarTuple", false),
                          make("typing.TypeAliasType", true)};
  add_methods(type_parameter_types.type_var, variable_methods);
  add_getsets(type_parameter_types.param_spec, specification_getsets);
  add_methods(rt.types.union_type, union_methods);
}

Var type_parameter(uint32_t kind, Value name, Value bound) {
  if (kind == 3) {
    // class C[T]: typing.Generic[T] among its bases
    Var generic = of_typing("Generic");
    if (!generic) return generic;
    return getitem(generic, name);
  }
  Type* t = kind % 4 == 0 ? type_parameter_types.type_var
            : kind == 1 ? type_parameter_types.param_spec
                        : type_parameter_types.type_var_tuple;
  auto* p = allocate<TypeParameter>(t, 0);
  p->name = name.as<Str>();
  incref(p->name);
  p->compute = Var(bound).release();
  if (kind == 4) p->params = None;  // its constraints are what is computed
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
