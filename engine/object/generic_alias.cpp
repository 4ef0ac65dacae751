// list[int] and int | None.
#include "object/class.hpp"
#include "object/iterator.hpp"

namespace ap {

namespace {

struct GenericAlias : Object {
  Value origin;
  Tuple* args = nullptr;
  Tuple* parameters = nullptr;  // made on first need
  bool starred = false;         // *tuple[int]
  explicit GenericAlias(Type* t) : Object(t, Kind::Other) {}
};
struct Union : Object {
  Tuple* args = nullptr;
  Tuple* parameters = nullptr;
  explicit Union(Type* t) : Object(t, Kind::Other) {}
};

GenericAlias* as_alias(Value v) { return v.as<GenericAlias>(); }
Union* as_union(Value v) { return v.as<Union>(); }
bool is_alias(Value v) { return v.is_object() && v.object()->type == rt.types.generic_alias; }
bool is_union(Value v) { return v.is_object() && v.object()->type == rt.types.union_type; }

void alias_dealloc(Object* o) {
  auto* a = static_cast<GenericAlias*>(o);
  decref(a->origin);
  decref(static_cast<Object*>(a->args));
  if (a->parameters) decref(static_cast<Object*>(a->parameters));
  free_object(o, sizeof(GenericAlias));
}
void union_dealloc(Object* o) {
  auto* u = static_cast<Union*>(o);
  decref(static_cast<Object*>(u->args));
  if (u->parameters) decref(static_cast<Object*>(u->parameters));
  free_object(o, sizeof(Union));
}

// int as "int", None's type as "None", others by repr().
bool append_type(StrBuilder& b, Value v, bool in_union) {
  if (v.is_ellipsis()) {
    b.append("...");
    return true;
  }
  if (in_union && v == Value(rt.types.none)) {
    b.append("None");
    return true;
  }
  if (is_kind(v, Kind::Type)) {
    Ref<Str> name = type_display_name(v.as<Type>());
    if (name) b.append(name.get());
    return bool(name);
  }
  if (is_kind(v, Kind::List)) {
    b.append("[");
    List* l = v.as<List>();
    for (uint32_t i = 0; i < l->size; ++i) {
      if (i) b.append(", ");
      if (!append_type(b, l->items[i], false)) return false;
    }
    b.append("]");
    return true;
  }
  return b.append_repr(v);
}

Var alias_repr(Value v) {
  auto* a = as_alias(v);
  StrBuilder b;
  if (a->starred) b.append("*");
  if (!append_type(b, a->origin, false)) return {};
  b.append("[");
  for (uint32_t i = 0; i < a->args->size; ++i) {
    if (i) b.append(", ");
    if (!append_type(b, (*a->args)[i], false)) return {};
  }
  if (!a->args->size) b.append("()");
  b.append("]");
  return b.finish();
}

Var union_repr(Value v) {
  Tuple* args = as_union(v)->args;
  StrBuilder b;
  for (uint32_t i = 0; i < args->size; ++i) {
    if (i) b.append(" | ");
    if (!append_type(b, (*args)[i], true)) return {};
  }
  return b.finish();
}

// --- type parameters

bool add_parameter(List* found, Value v) {
  for (uint32_t i = 0; i < found->size; ++i)
    if (found->items[i] == v) return true;
  return list_append(found, v);
}

Ref<Tuple> find_parameters(Tuple* args) {
  Ref<List> found = new_list();
  Ref<Str> substitution = intern("__typing_subst__"), parameters = intern("__parameters__");
  for (uint32_t i = 0; i < args->size; ++i) {
    Value v = (*args)[i];
    if (is_kind(v, Kind::Type)) continue;
    if (type_lookup(type_of(v), substitution.get())) {
      if (!add_parameter(found.get(), v)) return {};
      continue;
    }
    if (Var inner = getattr_or_empty(v, parameters.get()); is_kind(inner, Kind::Tuple)) {
      for (uint32_t j = 0; j < inner.as<Tuple>()->size; ++j)
        if (!add_parameter(found.get(), (*inner.as<Tuple>())[j])) return {};
    } else if (failed()) {
      return {};
    }
  }
  return make_tuple(found->items, found->size);
}
Tuple* parameters_of(Tuple** kept, Tuple* args) {
  if (!*kept) *kept = find_parameters(args).release();
  return *kept;
}

// The arguments with type parameters replaced by what `key` gives for them.
Ref<Tuple> substitute(Value whole, Tuple* args, Tuple* parameters, Value key) {
  if (!parameters) return {};
  if (!parameters->size) return type_error("%R is not a generic class", whole);
  Ref<Tuple> given = is_kind(key, Kind::Tuple) ? Ref<Tuple>(key.as<Tuple>()) : tuple_of(key);
  if (given->size != parameters->size)
    return type_error(given->size > parameters->size ? "Too many arguments for %R; actual %d, expected %d"
                                                     : "Too few arguments for %R; actual %d, expected at least %d",
                      whole, static_cast<int>(given->size), static_cast<int>(std::min(parameters->size, given->size + 1)));
  Ref<Tuple> made = new_tuple(args->size);
  if (!made) return {};
  for (uint32_t i = 0; i < args->size; ++i) {
    Value v = (*args)[i];
    Var replacement = v;
    for (uint32_t j = 0; j < parameters->size; ++j)
      if ((*parameters)[j] == v) replacement = (*given)[j];
    if (is_alias(v) || is_union(v)) {
      Tuple* own = is_alias(v) ? parameters_of(&as_alias(v)->parameters, as_alias(v)->args)
                               : parameters_of(&as_union(v)->parameters, as_union(v)->args);
      if (own && own->size) {
        Ref<Tuple> inner = new_tuple(own->size);
        for (uint32_t k = 0; k < own->size; ++k)
          for (uint32_t j = 0; j < parameters->size; ++j)
            if ((*parameters)[j] == (*own)[k]) inner->items()[k] = Var((*given)[j]).release();
        replacement = getitem(v, inner);
        if (!replacement) return {};
      }
    }
    made->items()[i] = replacement.release();
  }
  return made;
}

// --- generic alias

Var alias_call(Value v, Args args) {
  auto* a = as_alias(v);
  Var keep = v;
  Var made = call(a->origin, args);
  if (!made) return {};
  Ref<Str> name = intern("__orig_class__");
  if (!setattr(made, name.get(), v) && !clear_error_if(rt.types.AttributeError) && !clear_error_if(rt.types.TypeError))
    return {};
  return made;
}

Var alias_getattr(Value v, Str* name) {
  static const char* const kOwn[] = {"__class__",     "__origin__", "__args__",        "__parameters__", "__mro_entries__",
                                     "__reduce_ex__", "__reduce__", "__orig_class__",  "__unpacked__",   "__copy__",
                                     "__deepcopy__",  "__repr__",   "__typing_unpacked_tuple_args__", "__bases__"};
  bool own = false;
  for (const char* n : kOwn) own |= equal(name, std::string_view(n));
  if (own) return generic_getattr(v, name);
  NativeNesting nesting;
  return nesting ? getattr(as_alias(v)->origin, name) : Var();
}

Var alias_getitem(Value v, Value key) {
  auto* a = as_alias(v);
  Ref<Tuple> args = substitute(v, a->args, parameters_of(&a->parameters, a->args), key);
  if (!args) return {};
  return new_generic_alias(a->origin, args.get());
}

Var alias_compare(Value a, Value b, Compare op) {
  if ((op != Compare::Eq && op != Compare::Ne) || !is_alias(b)) return NotImplemented;
  Tri same = as_alias(a)->starred == as_alias(b)->starred ? equal(as_alias(a)->origin, as_alias(b)->origin) : Tri::False;
  if (same == Tri::True) same = equal(as_alias(a)->args, as_alias(b)->args);
  if (same == Tri::Error) return {};
  return Value::from_bool((same == Tri::True) == (op == Compare::Eq));
}
bool alias_hash(Value v, int64_t& out) {
  int64_t origin, args;
  if (!hash(as_alias(v)->origin, &origin) || !hash(as_alias(v)->args, &args)) return false;
  out = origin ^ args;
  if (out == -1) out = -2;
  return true;
}

// for x in tuple[int]: yields *tuple[int] once, which is how *tuple[int] is spelt.
Var alias_iter(Value v) {
  auto* a = as_alias(v);
  auto* starred = allocate<GenericAlias>(rt.types.generic_alias, 0);
  starred->origin = Var(a->origin).release();
  starred->args = Ref<Tuple>(a->args).release();
  starred->starred = true;
  Var one = Var::steal(starred);
  Ref<Tuple> items = tuple_of(one);
  return iterate(items);
}

Var alias_construct(Type*, Args args) {
  Value given[2];
  if (!match_arguments("GenericAlias", "origin, args, /", args, given)) return {};
  Ref<Tuple> items = is_kind(given[1], Kind::Tuple) ? Ref<Tuple>(given[1].as<Tuple>()) : tuple_of(given[1]);
  return new_generic_alias(given[0], items.get());
}

Var alias_binary(Value a, Value b, BinaryOp op) {
  if (op != BinaryOp::Or) return NotImplemented;
  return make_union(a, b);
}

Var alias_mro_entries(Call& c) { return tuple_of(as_alias(c.self)->origin); }
const MethodDef kAliasMethods[] = {{"__mro_entries__", "bases, /", alias_mro_entries}};
const GetSetDef kAliasGetSets[] = {
    {"__origin__", [](Value v) { return Var(as_alias(v)->origin); }},
    {"__args__", [](Value v) { return Var(as_alias(v)->args); }},
    {"__parameters__",
     [](Value v) {
       Tuple* p = parameters_of(&as_alias(v)->parameters, as_alias(v)->args);
       return p ? Var(p) : Var();
     }},
    {"__unpacked__", [](Value v) { return Var(Value::from_bool(as_alias(v)->starred)); }},
};

// --- union

bool can_join(Value v) {
  if (v.is_none() || is_kind(v, Kind::Type) || is_alias(v) || is_union(v)) return true;
  // Type variables and aliases.
  Str* module = type_of(v)->module;
  return module && equal(module, "typing");
}

bool add_member(List* members, Value v) {
  if (v.is_none()) v = Value(rt.types.none);
  if (is_union(v)) {
    Tuple* inner = as_union(v)->args;
    for (uint32_t i = 0; i < inner->size; ++i)
      if (!add_member(members, (*inner)[i])) return false;
    return true;
  }
  for (uint32_t i = 0; i < members->size; ++i) {
    Tri same = equal(members->items[i], v);
    if (same == Tri::Error) return false;
    if (same == Tri::True) return true;
  }
  return check(members->size) && list_append(members, v);
}

}  // namespace

// Of their types what they join to; declared where it is used.
Var union_of(const Value* values, size_t n) {
  Ref<List> members = new_list();
  for (size_t i = 0; i < n; ++i)
    if (!add_member(members.get(), values[i])) return {};
  if (members->size == 1) return members->items[0];
  Ref<Tuple> args = make_tuple(members->items, members->size);
  if (!args) return {};
  auto* u = allocate<Union>(rt.types.union_type, 0);
  u->args = args.release();
  return Var::steal(u);
}

namespace {

Var union_getitem(Value v, Value key) {
  auto* u = as_union(v);
  Ref<Tuple> args = substitute(v, u->args, parameters_of(&u->parameters, u->args), key);
  if (!args) return {};
  return union_of(args->items(), args->size);
}
bool same_members(Tuple* a, Tuple* b) {
  if (a->size != b->size) return false;
  for (uint32_t i = 0; i < a->size; ++i) {
    bool found = false;
    for (uint32_t j = 0; j < b->size && !found; ++j) found = equal((*a)[i], (*b)[j]) == Tri::True;
    if (!found || !check(b->size)) return false;
  }
  return true;
}
Var union_compare(Value a, Value b, Compare op) {
  if ((op != Compare::Eq && op != Compare::Ne) || !is_union(b)) return NotImplemented;
  bool same = same_members(as_union(a)->args, as_union(b)->args);
  if (failed()) return {};
  return Value::from_bool(same == (op == Compare::Eq));
}
bool union_hash(Value v, int64_t& out) {
  Tuple* args = as_union(v)->args;
  out = 0;
  for (uint32_t i = 0; i < args->size; ++i) {
    int64_t h;
    if (!hash((*args)[i], &h)) return false;
    out ^= h;  // in any order
  }
  if (out == -1) out = -2;
  return true;
}
const GetSetDef kUnionGetSets[] = {
    {"__args__", [](Value v) { return Var(as_union(v)->args); }},
    {"__origin__", [](Value) { return Var(rt.types.union_type); }},
    {"__parameters__",
     [](Value v) {
       Tuple* p = parameters_of(&as_union(v)->parameters, as_union(v)->args);
       return p ? Var(p) : Var();
     }},
};

Var class_getitem(Call& c) {
  Ref<Tuple> args = is_kind(c[0], Kind::Tuple) ? Ref<Tuple>(c[0].as<Tuple>()) : tuple_of(c[0]);
  return new_generic_alias(c.self, args.get());
}
const MethodDef kClassGetItem[] = {{"__class_getitem__", "object, /", class_getitem, kClassMethod}};

}  // namespace

Var new_generic_alias(Value origin, Tuple* args) {
  auto* a = allocate<GenericAlias>(rt.types.generic_alias, 0);
  a->origin = Var(origin).release();
  a->args = Ref<Tuple>(args).release();
  return Var::steal(a);
}

Tuple* union_members(Value v) { return is_union(v) ? as_union(v)->args : nullptr; }

Var make_union(Value a, Value b) {
  if (a.is_none() && b.is_none()) return NotImplemented;
  // A union takes anything more; of two other values both must be types.
  if (!is_union(a) && !is_union(b) && (!can_join(a) || !can_join(b))) return NotImplemented;
  Value both[] = {a, b};
  return union_of(both, 2);
}

void add_class_getitem(Type* t) {
  if (!dict_get_name(t->dict, rt.names.__class_getitem__)) add_methods(t, kClassGetItem);
}

void init_generic_alias_types() {
  Type* t = rt.types.generic_alias = new_type("types.GenericAlias", nullptr, sizeof(GenericAlias), Kind::Other,
                                         kBaseType | kWeakrefable | kDottedName);
  t->dealloc = alias_dealloc;
  t->construct = alias_construct;
  t->repr = alias_repr;
  t->call = alias_call;
  t->getattr = alias_getattr;
  t->getitem = alias_getitem;
  t->compare = alias_compare;
  t->hash = alias_hash;
  t->iter = alias_iter;
  t->binary = alias_binary;
  add_methods(t, kAliasMethods);
  add_getsets(t, kAliasGetSets);
  make_type_ready(t);

  t = rt.types.union_type = new_type("typing.Union", nullptr, sizeof(Union), Kind::Other, kWeakrefable | kDottedName);
  t->construct = [](Type* type, Args) -> Var { return type_error("cannot create '%U' instances", type_display_name(type).get()); };
  t->dealloc = union_dealloc;
  t->repr = union_repr;
  t->getitem = union_getitem;
  t->compare = union_compare;
  t->hash = union_hash;
  t->binary = alias_binary;
  add_getsets(t, kUnionGetSets);
  make_type_ready(t);
}

}  // namespace ap
