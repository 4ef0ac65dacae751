// Unpacking: `a, b = x`, `a, *b = x`, f(*x), f(**x).
#include "object/dict.hpp"
#include "object/tuple.hpp"
#include "vm/helpers.hpp"

namespace ap {
namespace {

void drop(Value* values, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) decref(values[i]);
}

Var iterator_to_unpack(Value v) {
  Type* t = type_of(v);
  if (!t->iter && !t->getitem) return type_error("cannot unpack non-iterable %T object", v);
  return iterate(v);
}

}  // namespace

bool unpack_sequence(Value v, uint32_t n, Value* out) {
  if (is_kind(v, Kind::List) && v.object()->type == rt.types.list && v.as<List>()->size == n) {
    for (uint32_t i = 0; i < n; ++i) out[i] = Var(v.as<List>()->items[i]).release();
    return true;
  }
  Var it = iterator_to_unpack(v);
  if (!it) return false;
  uint32_t i = 0;
  for (; i < n; ++i) {
    Var item = next(it);
    if (!item) {
      drop(out, i);
      if (failed()) return false;
      return value_error("not enough values to unpack (expected %d, got %d)", static_cast<int>(n), static_cast<int>(i));
    }
    out[i] = item.release();
  }
  Var more = next(it);
  if (!more && !failed()) return true;
  drop(out, n);
  if (failed()) return false;
  Type* t = type_of(v);
  if (t == rt.types.list || t == rt.types.tuple || t == rt.types.dict) {
    int64_t have = length(v);
    if (have > n)
      return value_error("too many values to unpack (expected %d, got %d)", static_cast<int>(n), static_cast<int>(have));
  }
  return value_error("too many values to unpack (expected %d)", static_cast<int>(n));
}

bool unpack_star(Value v, uint32_t before, uint32_t after, Value* out) {
  Var it = iterator_to_unpack(v);
  if (!it) return false;
  for (uint32_t i = 0; i < before; ++i) {
    Var item = next(it);
    if (!item) {
      drop(out, i);
      if (failed()) return false;
      return value_error("not enough values to unpack (expected at least %d, got %d)", static_cast<int>(before + after),
                         static_cast<int>(i));
    }
    out[i] = item.release();
  }
  Ref<List> rest = to_list(it);
  if (!rest) {
    drop(out, before);
    return false;
  }
  if (rest->size < after) {
    drop(out, before);
    return value_error("not enough values to unpack (expected at least %d, got %d)", static_cast<int>(before + after),
                       static_cast<int>(before + rest->size));
  }
  for (uint32_t i = 0; i < after; ++i) out[before + 1 + i] = rest->items[rest->size - after + i];
  rest->size -= after;
  out[before] = Value(rest.release());
  return true;
}

namespace {

// A callable as _PyObject_FunctionStr names it: with its module, and brackets.
Ref<Str> function_text(Value callable) {
  Var name = getattr_or_empty(callable, rt.names.__qualname__);
  clear_error();
  Var module = getattr_or_empty(callable, rt.names.__module__);
  clear_error();
  if (!name) return format_str("%S", callable);
  if (module && is_kind(module, Kind::Str) && !equal(module.as<Str>(), "builtins"))
    return format_str("%S.%S()", module.get(), name.get());
  return format_str("%S()", name.get());
}

}  // namespace

bool extend_with_argument(List* l, Value iterable, Value callable) {
  Type* t = type_of(iterable);
  if (!t->iter && !t->getitem) {
    if (callable) return type_error("%U argument after * must be an iterable, not %T", function_text(callable).get(), iterable);
    return type_error("Value after * must be an iterable, not %T", iterable);
  }
  return list_extend(l, iterable);
}

bool merge_keywords(Dict* into, Value mapping, Value callable) {
  bool is_call = !callable.is_empty();
  auto put = [&](Value key, Value value) {
    if (is_call) {
      if (!is_kind(key, Kind::Str)) return bool(type_error("keywords must be strings"));
      if (dict_get(into, key)) {
        return bool(type_error("%U got multiple values for keyword argument '%S'", function_text(callable).get(), key));
      }
    }
    return !failed() && dict_set(into, key, value);
  };
  if (is_kind(mapping, Kind::Dict)) {
    uint32_t at = 0;
    Ref<Dict> hold(mapping.as<Dict>());
    for (Value key, value; dict_next(hold.get(), &at, &key, &value);)
      if (!put(key, value)) return false;
    return true;
  }
  Var keys = getattr_or_empty(mapping, rt.names.keys);
  if (!keys) {
    if (failed()) return false;
    if (!is_call) return raise(rt.types.AttributeError, "keys");
    return type_error("%U argument after ** must be a mapping, not %T", function_text(callable).get(), mapping);
  }
  Var list = call(keys);
  Var it = list ? iterate(list) : Var();
  if (!it) return false;
  while (Var key = next(it)) {
    Var value = getitem(mapping, key);
    if (!value || !put(key, value)) return false;
  }
  return !failed();
}

}  // namespace ap
