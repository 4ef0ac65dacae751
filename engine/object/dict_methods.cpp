#include <cstring>

#include "object/dict_core.hpp"
#include "object/native.hpp"
#include "object/sequence.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

void dict_dealloc(Object* o) {
  auto* d = static_cast<Dict*>(o);
  for (uint32_t i = 0; i < d->entry_count; ++i) {
    decref(d->entries[i].key);
    decref(d->entries[i].value);
  }
  if (d->mask) free_dict_table(d);
  free_object(d, sizeof(Dict));
}

void dict_traverse(Object* o, Visitor& visit) {
  auto* d = static_cast<Dict*>(o);
  for (uint32_t i = 0; i < d->entry_count; ++i) {
    visit(d->entries[i].key);
    visit(d->entries[i].value);
  }
}

Var dict_construct(Type* type, Args) { return Var::steal(allocate<Dict>(type, 0)); }

// dict(...) and update(...): at most one mapping or iterable of pairs, and keywords.
bool update_from_arguments(Dict* d, Args args, const char* name) {
  if (args.count > 1) return type_error("%s expected at most 1 argument, got %d", name, static_cast<int>(args.count));
  if (args.count && !dict_update(d, args.values[0])) return false;
  for (uint32_t i = 0; i < args.keyword_count(); ++i)
    if (!dict_set(d, (*args.kwnames)[i], args.values[args.count + i])) return false;
  return true;
}

bool dict_initialize(Value self, Args args) { return update_from_arguments(self.as<Dict>(), args, "dict"); }

Var dict_repr(Value v) {
  auto* d = v.as<Dict>();
  if (d->used == 0) return make_str("{}");
  ReprGuard guard(d);
  if (guard.repeated()) return make_str("{...}");
  NativeNesting nesting(" while getting the repr of an object");
  if (!nesting) return {};
  StrBuilder out;
  out.append(U'{');
  bool first = true;
  uint32_t at = 0;
  Value k, item;
  while (dict_next(d, &at, &k, &item)) {
    Var key = k, value = item;
    if (!first) out.append_ascii(", ", 2);
    first = false;
    if (!out.append_repr(key)) return {};
    out.append_ascii(": ", 2);
    if (!out.append_repr(value) || !check()) return {};
  }
  out.append(U'}');
  return out.finish();
}

bool is_dict(Value v) { return is_kind(v, Kind::Dict); }

Tri same_items(Dict* a, Dict* b) {
  if (a->used != b->used) return Tri::False;
  NativeNesting nesting(" in comparison");
  if (!nesting) return Tri::Error;
  for (uint32_t i = 0; i < a->entry_count; ++i) {
    if (!a->entries[i].key) continue;
    Var key = a->entries[i].key, value = a->entries[i].value;
    Value found = dict_get_hashed(b, key, a->entries[i].hash);
    if (!found) return failed() ? Tri::Error : Tri::False;
    Var other = found;
    Tri same = equal(other, value);
    if (same != Tri::True) return same;
    if (!check()) return Tri::Error;
  }
  return Tri::True;
}

Var dict_compare(Value a, Value b, Compare op) {
  if (!is_dict(a) || !is_dict(b) || (op != Compare::Eq && op != Compare::Ne)) return NotImplemented;
  Tri same = same_items(a.as<Dict>(), b.as<Dict>());
  if (same == Tri::Error) return {};
  return Value::from_bool((same == Tri::True) == (op == Compare::Eq));
}

int64_t dict_length(Value v) { return v.as<Dict>()->used; }

Var dict_getitem(Value v, Value key) {
  auto* d = v.as<Dict>();
  Value found = dict_get(d, key);
  if (found) return found;
  if (failed()) return {};
  if (d->type != rt.types.dict) {
    Var missing = lookup_special(v, rt.names.__missing__);
    if (missing) return call(missing, key);
    if (failed()) return {};
  }
  return raise_key_error(key);
}

bool dict_setitem(Value v, Value key, Value value) {
  auto* d = v.as<Dict>();
  if (value) return dict_set(d, key, value);
  Tri removed = dict_remove(d, key);
  if (removed == Tri::False) return raise_key_error(key);
  return removed == Tri::True;
}

Tri dict_contains(Value v, Value key) {
  if (dict_get(v.as<Dict>(), key)) return Tri::True;
  return failed() ? Tri::Error : Tri::False;
}

Var dict_iter(Value v) { return dict_iterator(rt.types.dict_keyiterator, v.as<Dict>()); }

Var dict_binary(Value a, Value b, BinaryOp op) {
  if (op != BinaryOp::Or || !is_dict(a) || !is_dict(b)) return NotImplemented;
  Ref<Dict> both = dict_copy(a.as<Dict>());
  if (!both || !dict_update(both.get(), b)) return {};
  return both;
}

Var dict_inplace(Value a, Value b, BinaryOp op) {
  if (op != BinaryOp::Or) return NotImplemented;
  return dict_update(a.as<Dict>(), b) ? Var(a) : Var();
}

// --- methods

Dict* self_of(Call& c) { return c.self.as<Dict>(); }

Var get(Call& c) {
  Value found = dict_get(self_of(c), c[0]);
  if (!found && failed()) return {};
  return found ? found : c.get(1, None);
}

Var pop(Call& c) {
  // A key that cannot be hashed is not in an empty dict either.
  if (self_of(c)->used == 0) return c[1] ? Var(c[1]) : raise_key_error(c[0]);
  Var value;
  Tri removed = dict_remove(self_of(c), c[0], &value);
  if (removed == Tri::Error) return {};
  if (removed == Tri::True) return value;
  if (c[1]) return c[1];
  return raise_key_error(c[0]);
}

Var popitem(Call& c) {
  Var key, value;
  if (!dict_pop_last(self_of(c), &key, &value))
    return raise(rt.types.KeyError, "popitem(): dictionary is empty");
  return tuple_of(key, value);
}

Var setdefault(Call& c) { return dict_set_default(self_of(c), c[0], c.get(1, None)); }

Var update(Call& c) { return update_from_arguments(self_of(c), c.raw, "update") ? Var(None) : Var(); }

Var clear(Call& c) {
  dict_clear(self_of(c));
  return None;
}

Var copy(Call& c) { return dict_copy(self_of(c)); }
Var keys(Call& c) { return dict_view(rt.types.dict_keys, self_of(c)); }
Var values(Call& c) { return dict_view(rt.types.dict_values, self_of(c)); }
Var items(Call& c) { return dict_view(rt.types.dict_items, self_of(c)); }
Var reversed(Call& c) { return dict_iterator(rt.types.dict_reversekeyiterator, self_of(c)); }

Var fromkeys(Call& c) {
  Var made = call(c.self);
  if (!made) return {};
  bool plain = made->is_object() && type_of(made) == rt.types.dict;
  Var iterator = iterate(c[0]);
  if (!iterator) return {};
  while (Var key = next(iterator)) {
    bool ok = plain ? dict_set(made.as<Dict>(), key, c.get(1, None)) : setitem(made, key, c.get(1, None));
    if (!ok || !check()) return {};
  }
  if (failed()) return {};
  return made;
}

const MethodDef kMethods[] = {
    {"get", "key, default=None, /", get},
    {"pop", "key, default=<unrepresentable>, /", pop},
    {"popitem", "", popitem},
    {"setdefault", "key, default=None, /", setdefault},
    {"update", nullptr, update},
    {"clear", "", clear},
    {"copy", "", copy},
    {"keys", "", keys},
    {"values", "", values},
    {"items", "", items},
    {"fromkeys", "iterable, value=None, /", fromkeys, kClassMethod},
    {"__reversed__", "", reversed},
};

}  // namespace

void init_dict_type() {
  Type* t = rt.types.dict = new_type("dict", nullptr, sizeof(Dict), Kind::Dict, kBaseType | kMapping);
  t->dealloc = dict_dealloc;
  t->traverse = dict_traverse;
  t->construct = dict_construct;
  t->initialize = dict_initialize;
  t->repr = dict_repr;
  t->compare = dict_compare;
  t->length = dict_length;
  t->getitem = dict_getitem;
  t->setitem = dict_setitem;
  t->contains = dict_contains;
  t->iter = dict_iter;
  t->binary = dict_binary;
  t->inplace = dict_inplace;
  add_methods(t, kMethods);
  make_type_ready(t);
  init_dict_views();
}

}  // namespace ap
