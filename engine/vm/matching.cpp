// The match statement's tests (PEP 634).
#include "object/dict.hpp"
#include "object/tuple.hpp"
#include "vm/helpers.hpp"

namespace ap {

bool is_match_sequence(Value v) { return type_of(v)->type_flags & kSequence; }
bool is_match_mapping(Value v) { return type_of(v)->type_flags & kMapping; }

Var match_keys(Value subject, Tuple* keys) {
  Ref<Tuple> values = new_tuple(keys->size);
  if (!values) return Var();
  Ref<Str> get_name = intern("get");
  Var get = getattr(subject, get_name.get());
  if (!get) return Var();
  Var missing = new_exception(rt.types.KeyError, "");  // a value that no mapping holds
  for (uint32_t i = 0; i < keys->size; ++i) {
    for (uint32_t j = 0; j < i; ++j) {
      Tri same = equal((*keys)[i], (*keys)[j]);
      if (same == Tri::Error) return Var();
      if (same == Tri::True) return value_error("mapping pattern checks duplicate key (%R)", (*keys)[i]);
    }
    Var v = call(get, (*keys)[i], missing);
    if (!v) return Var();
    if (v.get() == missing.get()) return None;
    values->items()[i] = v.release();
  }
  return values;
}

namespace {

// These match their one positional pattern against themselves.
bool matches_itself(Type* t) {
  const Types& y = rt.types;
  for (Type* own : {y.bool_, y.bytearray, y.bytes, y.dict, y.float_, y.frozenset, y.int_, y.list, y.set, y.str, y.tuple})
    if (is_subtype(t, own)) return true;
  return false;
}

}  // namespace

Var match_class(Value subject, Value type, uint32_t positional, Tuple* names) {
  if (!is_kind(type, Kind::Type)) return type_error("called match pattern must be a class");
  Tri yes = isinstance(subject, type);
  if (yes == Tri::Error) return Var();
  if (yes == Tri::False) return None;
  auto* t = type.as<Type>();
  Ref<List> found = new_list(positional + names->size);
  Ref<List> seen = new_list();
  auto attribute = [&](Value name) -> Tri {
    for (uint32_t i = 0; i < seen->size; ++i)
      if (equal(seen->items[i].as<Str>(), name.as<Str>()))
        return type_error("%U() got multiple sub-patterns for attribute %R", t->name, name);
    list_append(seen.get(), name);
    Var v = getattr_or_empty(subject, name.as<Str>());
    if (!v) return failed() ? Tri::Error : Tri::False;
    return list_append(found.get(), std::move(v)) ? Tri::True : Tri::Error;
  };
  if (positional) {
    Var args = getattr_or_empty(type, rt.names.__match_args__);
    if (!args && failed()) return Var();
    uint32_t allowed = 0;
    bool self = false;
    if (args) {
      if (!is_kind(args, Kind::Tuple))
        return type_error("%U.__match_args__ must be a tuple (got %T)", t->name, args.get());
      allowed = args.as<Tuple>()->size;
    } else if (matches_itself(t)) {
      allowed = 1;
      self = true;
    }
    if (positional > allowed)
      return type_error("%U() accepts %d positional sub-pattern%s (%d given)", t->name, static_cast<int>(allowed),
                        allowed == 1 ? "" : "s", static_cast<int>(positional));
    if (self) {
      list_append(found.get(), subject);
    } else {
      for (uint32_t i = 0; i < positional; ++i) {
        Value name = (*args.as<Tuple>())[i];
        if (!is_kind(name, Kind::Str))
          return type_error("__match_args__ elements must be strings (got %T)", name);
        Ref<Str> interned = intern(name.as<Str>());
        Tri got = attribute(interned);
        if (got == Tri::Error) return Var();
        if (got == Tri::False) return None;
      }
    }
  }
  for (uint32_t i = 0; i < names->size; ++i) {
    Tri got = attribute((*names)[i]);
    if (got == Tri::Error) return Var();
    if (got == Tri::False) return None;
  }
  return make_tuple(found->items, found->size);
}

Var dict_without(Value subject, Tuple* keys) {
  Ref<Dict> copy = new_dict();
  if (!dict_update(copy.get(), subject)) return Var();
  for (uint32_t i = 0; i < keys->size; ++i)
    if (dict_remove(copy.get(), (*keys)[i]) == Tri::Error) return Var();
  return copy;
}

}  // namespace ap
