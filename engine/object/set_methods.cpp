#include <utility>

#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/list.hpp"
#include "object/sequence.hpp"
#include "object/set_core.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

// --- set algebra; which side is walked over is CPython's choice, since it shows in the order of the result

Ref<Set> like(Set* s, bool ordered) {
  Ref<Set> out = new_set(is_frozen(s));
  if (out && ordered && !make_ordered(out.get())) return nullptr;
  return out;
}

Ref<Set> copy_of(Set* s, bool ordered) {
  Ref<Set> out = like(s, ordered);
  if (!out || !set_merge(out.get(), s)) return nullptr;
  return out;
}
Ref<Set> copy_of(Set* s) { return copy_of(s, s->ordered); }

// What is done with each item of an iterable; false ends the walk.
enum class Each : uint8_t {
  KeepIfIn,   // into `out` if it is in `in`
  KeepIfNot,  // into `out` if it is not in `in` (a set or a dict)
  Remove,     // from `out`
  Toggle,     // removed from `out` if it is there, else added
  AllIn,      // *answer: whether all are in `in`
  AnyIn,      // *answer: whether one is in `in`
};
struct Walk {
  Each each;
  Value in;
  Set* out = nullptr;
  bool answer = true;
};

bool visit(Walk& w, Value key, int64_t hash) {
  switch (w.each) {
    case Each::Remove: return set_discard_hashed(w.out, key, hash) != Tri::Error;
    case Each::Toggle: {
      Tri removed = set_discard_hashed(w.out, key, hash);
      return removed == Tri::True || (removed == Tri::False && set_add_hashed(w.out, key, hash));
    }
    default: break;
  }
  Tri there = is_set(w.in) ? set_contains_hashed(w.in.as<Set>(), key, hash) : contains(w.in, key);
  if (there == Tri::Error) return false;
  bool yes = there == Tri::True;
  if (w.each == Each::AllIn || w.each == Each::AnyIn) {
    w.answer = yes;
    return yes == (w.each == Each::AllIn);
  }
  return yes != (w.each == Each::KeepIfIn) || set_add_hashed(w.out, key, hash);
}

// False: an exception is set.
bool walk(Value items, Walk& w) {
  if (is_set(items)) {
    Var keep = items;
    SetEntry entry;
    for (uint32_t at = 0; set_next_entry(items.as<Set>(), &at, &entry);) {
      Var key = entry.key;
      if (!visit(w, key, entry.hash) || !check()) return !failed();
    }
    return !failed();
  }
  Var iterator = iterate(items);
  if (!iterator) return false;
  while (Var item = next(iterator)) {
    int64_t hash;
    // Only this one leaves the error of an unhashable item as it is.
    bool hashed = w.each == Each::KeepIfIn ? ap::hash(item, &hash) : hash_element(item, &hash);
    if (!hashed || !visit(w, item, hash) || !check()) return !failed();
  }
  return !failed();
}

Ref<Set> intersection(Set* s, Value other) {
  if (Value(s) == other) return copy_of(s);
  Ref<Set> out = like(s, s->ordered);
  if (!out) return out;
  Set* asked = s;
  Ref<Set> others;
  if (s->ordered) {
    // In the order of the ordered one, whatever the sizes.
    others = new_set();
    if (!others || !set_update(others.get(), other)) return nullptr;
    asked = others.get();
    other = s;
  } else if (is_set(other) && other.as<Set>()->used > s->used) {
    asked = other.as<Set>();
    other = s;
  }
  Walk w{Each::KeepIfIn, asked, out.get()};
  return walk(other, w) ? out : nullptr;
}

bool difference_update(Set* s, Value other) {
  if (Value(s) == other) {
    set_clear(s);
    return true;
  }
  Ref<Set> common;
  if (is_set(other) && !s->ordered && other.as<Set>()->used >> 3 > s->used) {
    common = intersection(s, other);
    if (!common) return false;
    other = common;
  }
  Walk w{Each::Remove, Value(), s};
  if (!walk(other, w)) return false;
  // Many removed entries: the table is made anew.
  if (s->filled - s->used <= s->mask / 4) return true;
  return set_resize(s, s->used > 50000 ? s->used * 2 : s->used * 4);
}

Ref<Set> difference(Set* s, Value other) {
  bool dict = is_kind(other, Kind::Dict) && type_of(other) == rt.types.dict;
  int64_t size = is_set(other) ? other.as<Set>()->used : dict ? length(other) : -1;
  if (size < 0 || (s->used >> 2) > static_cast<uint64_t>(size)) {
    Ref<Set> out = copy_of(s);
    if (!out || !difference_update(out.get(), other)) return nullptr;
    return out;
  }
  Ref<Set> out = like(s, s->ordered);
  if (!out) return out;
  Walk w{Each::KeepIfNot, other, out.get()};
  return walk(s, w) ? out : nullptr;
}

bool symmetric_difference_update(Set* s, Value other) {
  if (Value(s) == other) {
    set_clear(s);
    return true;
  }
  Ref<Set> unique;
  if (!is_set(other) && !(is_kind(other, Kind::Dict) && type_of(other) == rt.types.dict)) {
    unique = like(s, s->ordered);
    if (!unique || !set_update(unique.get(), other)) return false;
    other = unique;
  }
  Walk w{Each::Toggle, Value(), s};
  return walk(other, w);
}

Ref<Set> symmetric_difference(Set* s, Value other) {
  if (s->ordered) {
    Ref<Set> out = copy_of(s);
    if (!out || !symmetric_difference_update(out.get(), other)) return nullptr;
    return out;
  }
  Ref<Set> out = like(s, false);
  if (!out || !set_update(out.get(), other) || !symmetric_difference_update(out.get(), s)) return nullptr;
  return out;
}

// All items of `a` are in `b`.
Tri subset(Set* a, Set* b) {
  if (a->used > b->used) return Tri::False;
  Walk w{Each::AllIn, b};
  if (!walk(a, w)) return Tri::Error;
  return w.answer ? Tri::True : Tri::False;
}

// --- slots

void set_dealloc(Object* o) {
  auto* s = static_cast<Set*>(o);
  if (s->table)
    for (uint32_t i = 0; i <= s->mask; ++i) decref(s->table[i].key);
  free_set_table(s);
  if (s->ordered) decref(s->ordered);
  free_object(s, sizeof(Set));
}

void set_traverse(Object* o, Visitor& visit) {
  auto* s = static_cast<Set*>(o);
  if (s->table)
    for (uint32_t i = 0; i <= s->mask; ++i) visit(s->table[i].key);
  visit(s->ordered);
}

Var set_construct(Type* type, Args) { return new_set_of(type); }

bool check_arguments(Type* type, const char* name, bool plain, Args args) {
  if (args.keyword_count() && plain) return type_error("%s() takes no keyword arguments", name);
  if (args.count > 1) return type_error("%s expected at most 1 argument, got %d", name, static_cast<int>(args.count));
  return true;
}

bool set_initialize(Value self, Args args) {
  auto* s = self.as<Set>();
  if (!check_arguments(s->type, "set", s->type == rt.types.set, args)) return false;
  if (s->filled) set_clear(s);
  return args.count == 0 || set_update(s, args.values[0]);
}

Var frozenset_construct(Type* type, Args args) {
  bool plain = type == rt.types.frozenset;
  if (plain && !check_arguments(type, "frozenset", true, args)) return {};
  if (args.count && plain && type_of(args.values[0]) == type) return args.values[0];
  Ref<Set> s = new_set_of(type);
  if (!s || (args.count && !set_update(s.get(), args.values[0]))) return {};
  return s;
}

Var set_repr(Value v) {
  auto* s = v.as<Set>();
  if (s->used == 0) return format_str("%N()", s->type);
  ReprGuard guard(s);
  if (guard.repeated()) return format_str("%N(...)", s->type);
  NativeNesting nesting(" while getting the repr of an object");
  if (!nesting) return {};
  Ref<List> items = new_list(s->used);
  Value key;
  for (uint32_t at = 0; items && set_next(s, &at, &key);)
    if (!list_append(items.get(), key)) return {};
  if (!items) return {};
  StrBuilder out;
  bool plain = s->type == rt.types.set;
  if (!plain) {
    out.append(s->type->name);
    out.append(U'(');
  }
  out.append(U'{');
  for (uint32_t i = 0; i < items->size; ++i) {
    if (i) out.append_ascii(", ", 2);
    if (!out.append_repr(items->items[i]) || !check()) return {};
  }
  out.append(U'}');
  if (!plain) out.append(U')');
  return out.finish();
}

uint64_t shuffle_bits(uint64_t h) { return ((h ^ 89869747ull) ^ (h << 16)) * 3644798167ull; }

bool frozenset_hash(Value v, int64_t& out) {
  auto* s = v.as<Set>();
  if (s->hash_cache != -1) {
    out = s->hash_cache;
    return true;
  }
  uint64_t hash = 0;
  if (s->table)
    for (uint32_t i = 0; i <= s->mask; ++i)
      if (is_live(s->table[i])) hash ^= shuffle_bits(static_cast<uint64_t>(s->table[i].hash));
  hash ^= (static_cast<uint64_t>(s->used) + 1) * 1927868237ull;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069 + 907133923;
  if (hash == ~0ull) hash = 590923713;
  out = s->hash_cache = static_cast<int64_t>(hash);
  return true;
}

Var set_compare(Value a, Value b, Compare op) {
  if (!is_set(a) || !is_set(b)) return NotImplemented;
  NativeNesting nesting(" in comparison");
  if (!nesting) return {};
  auto *x = a.as<Set>(), *y = b.as<Set>();
  Tri result = Tri::False;
  switch (op) {
    case Compare::Eq:
    case Compare::Ne:
      if (x->used == y->used) result = subset(x, y);
      if (op == Compare::Ne && result != Tri::Error) result = result == Tri::True ? Tri::False : Tri::True;
      break;
    case Compare::Lt:
      if (x->used < y->used) result = subset(x, y);
      break;
    case Compare::Le: result = subset(x, y); break;
    case Compare::Gt:
      if (y->used < x->used) result = subset(y, x);
      break;
    case Compare::Ge: result = subset(y, x); break;
  }
  if (result == Tri::Error) return {};
  return Value::from_bool(result == Tri::True);
}

int64_t set_length(Value v) { return v.as<Set>()->used; }

// A set is looked for as the frozenset it equals: {1} in {frozenset({1})}.
Var frozen_key(Value key) {
  if (!is_set(key) || is_frozen(key.as<Set>()) || !error_is(rt.types.TypeError)) return {};
  clear_error();
  Ref<Set> frozen = new_set(true);
  if (!frozen || !set_merge(frozen.get(), key.as<Set>())) return {};
  return frozen;
}

Tri contains_slot(Value v, Value key) {
  Tri there = set_contains(v.as<Set>(), key);
  if (there != Tri::Error) return there;
  Var frozen = frozen_key(key);
  return frozen ? set_contains(v.as<Set>(), frozen) : Tri::Error;
}

Var set_iter(Value v) {
  Var it = make_iterator(rt.types.set_iterator, v);
  if (it) it.as<Iterator>()->version = v.as<Set>()->used;
  return it;
}

// `version`: how many items the set has, and above that how many were given out.
Var set_iterator_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  auto* s = it->over.as<Set>();
  if (s->used != static_cast<uint32_t>(it->version)) {
    it->version = ~0ull;
    return runtime_error("Set changed size during iteration");
  }
  uint32_t at = static_cast<uint32_t>(it->position);
  Value key;
  if (!set_next(s, &at, &key)) return exhaust(it);
  it->position = at;
  it->version += 1ull << 32;
  return key;
}

Var set_binary(Value a, Value b, BinaryOp op) {
  if (!is_set(a) || !is_set(b)) return NotImplemented;
  auto *x = a.as<Set>(), *y = b.as<Set>();
  // The right operand's convention rules where only that has one.
  Ref<Set> ordered;
  if (y->ordered && !x->ordered) {
    ordered = copy_of(x, true);
    if (!ordered) return {};
    x = ordered.get();
  }
  switch (op) {
    case BinaryOp::Or: {
      Ref<Set> out = copy_of(x);
      if (!out || (Value(x) != b && !set_merge(out.get(), y))) return {};
      return out;
    }
    case BinaryOp::And: return intersection(x, b);
    case BinaryOp::Sub: return difference(x, b);
    case BinaryOp::Xor: return symmetric_difference(x, b);
    default: return NotImplemented;
  }
}

bool intersection_update(Set* s, Value other) {
  Ref<Set> kept = intersection(s, other);
  if (!kept) return false;
  set_swap(s, kept.get());
  return true;
}

Var set_inplace(Value a, Value b, BinaryOp op) {
  if (!is_set(b)) return NotImplemented;
  auto* s = a.as<Set>();
  bool ok;
  switch (op) {
    case BinaryOp::Or: ok = set_merge(s, b.as<Set>()); break;
    case BinaryOp::And: ok = intersection_update(s, b); break;
    case BinaryOp::Sub: ok = difference_update(s, b); break;
    case BinaryOp::Xor: ok = symmetric_difference_update(s, b); break;
    default: return NotImplemented;
  }
  return ok ? Var(a) : Var();
}

// --- methods

Set* self_of(Call& c) { return c.self.as<Set>(); }
Var none_if(bool ok) { return ok ? Var(None) : Var(); }

Var add(Call& c) { return none_if(set_add(self_of(c), c[0])); }

Tri discard_item(Call& c) {
  Tri removed = set_discard(self_of(c), c[0]);
  if (removed != Tri::Error) return removed;
  Var frozen = frozen_key(c[0]);
  return frozen ? set_discard(self_of(c), frozen) : Tri::Error;
}
Var discard(Call& c) { return none_if(discard_item(c) != Tri::Error); }
Var remove(Call& c) {
  Tri removed = discard_item(c);
  if (removed == Tri::False) return raise_key_error(c[0]);
  return none_if(removed == Tri::True);
}

Var pop(Call& c) {
  Var item;
  if (set_pop(self_of(c), &item)) return item;
  if (failed()) return {};
  return raise(rt.types.KeyError, "pop from an empty set");
}

Var clear(Call& c) {
  set_clear(self_of(c));
  return None;
}

Var copy(Call& c) {
  if (type_of(c.self) == rt.types.frozenset) return c.self;
  return copy_of(self_of(c));
}

Var union_method(Call& c) {
  Ref<Set> out = copy_of(self_of(c));
  for (uint32_t i = 0; out && i < c.rest_count; ++i)
    if (c.rest[i] != c.self && !set_update(out.get(), c.rest[i])) return {};
  return out;
}

Var update(Call& c) {
  for (uint32_t i = 0; i < c.rest_count; ++i)
    if (!set_update(self_of(c), c.rest[i])) return {};
  return None;
}

Ref<Set> intersection_of_all(Call& c) {
  if (c.rest_count == 0) return copy_of(self_of(c));
  Ref<Set> out(self_of(c));
  for (uint32_t i = 0; out && i < c.rest_count; ++i) out = intersection(out.get(), c.rest[i]);
  return out;
}
Var intersection_method(Call& c) { return intersection_of_all(c); }
Var intersection_update_method(Call& c) {
  Ref<Set> kept = intersection_of_all(c);
  if (kept) set_swap(self_of(c), kept.get());
  return none_if(static_cast<bool>(kept));
}

Var difference_method(Call& c) {
  if (c.rest_count == 0) return copy_of(self_of(c));
  Ref<Set> out = difference(self_of(c), c.rest[0]);
  for (uint32_t i = 1; out && i < c.rest_count; ++i)
    if (!difference_update(out.get(), c.rest[i])) return {};
  return out;
}
Var difference_update_method(Call& c) {
  for (uint32_t i = 0; i < c.rest_count; ++i)
    if (!difference_update(self_of(c), c.rest[i])) return {};
  return None;
}

Var symmetric_difference_method(Call& c) { return symmetric_difference(self_of(c), c[0]); }
Var symmetric_difference_update_method(Call& c) { return none_if(symmetric_difference_update(self_of(c), c[0])); }

Var from_tri(Tri t) { return t == Tri::Error ? Var() : Var(Value::from_bool(t == Tri::True)); }

Var issubset(Call& c) {
  if (is_set(c[0])) return from_tri(subset(self_of(c), c[0].as<Set>()));
  Ref<Set> common = intersection(self_of(c), c[0]);
  return common ? Var(Value::from_bool(common->used == self_of(c)->used)) : Var();
}

Var issuperset(Call& c) {
  if (is_set(c[0])) return from_tri(subset(c[0].as<Set>(), self_of(c)));
  Walk w{Each::AllIn, self_of(c)};
  return walk(c[0], w) ? Var(Value::from_bool(w.answer)) : Var();
}

Var isdisjoint(Call& c) {
  Set* s = self_of(c);
  Value other = c[0];
  if (Value(s) == other) return Value::from_bool(s->used == 0);
  if (is_set(other) && other.as<Set>()->used > s->used) {
    other = s;
    s = c[0].as<Set>();
  }
  Walk w{Each::AnyIn, s, nullptr, false};
  return walk(other, w) ? Var(Value::from_bool(!w.answer)) : Var();
}

Var reduce(Call& c) {
  Ref<List> items = to_list(c.self);
  if (!items) return {};
  Ref<Tuple> args = tuple_of(items.get());
  if (!args) return {};
  return tuple_of(type_of(c.self), args.get(), None);
}

Var length_hint(Call& c) {
  auto* it = c.self.as<Iterator>();
  uint32_t size = static_cast<uint32_t>(it->version);
  if (!it->over || it->over.as<Set>()->used != size) return Value::from_int(0);
  return Value::from_int(static_cast<int64_t>(size) - static_cast<int64_t>(it->version >> 32));
}
const MethodDef kIteratorMethods[] = {{"__length_hint__", "", length_hint}};

// Those of frozenset first.
const MethodDef kMethods[] = {
    {"copy", "", copy},
    {"union", "*others", union_method},
    {"intersection", "*others", intersection_method},
    {"difference", "*others", difference_method},
    {"symmetric_difference", "other, /", symmetric_difference_method},
    {"issubset", "other, /", issubset},
    {"issuperset", "other, /", issuperset},
    {"isdisjoint", "other, /", isdisjoint},
    {"__reduce__", "", reduce},
    {"add", "object, /", add},
    {"discard", "object, /", discard},
    {"remove", "object, /", remove},
    {"pop", "", pop},
    {"clear", "", clear},
    {"update", "*others", update},
    {"intersection_update", "*others", intersection_update_method},
    {"difference_update", "*others", difference_update_method},
    {"symmetric_difference_update", "other, /", symmetric_difference_update_method},
};
constexpr size_t kFrozenMethods = 9;

Type* new_set_type(const char* name) {
  Type* t = new_type(name, nullptr, sizeof(Set), Kind::Set);
  t->dealloc = set_dealloc;
  t->traverse = set_traverse;
  t->repr = set_repr;
  t->compare = set_compare;
  t->length = set_length;
  t->contains = contains_slot;
  t->iter = set_iter;
  t->binary = set_binary;
  return t;
}

}  // namespace

void init_set_types() {
  Type* t = rt.types.set = new_set_type("set");
  t->construct = set_construct;
  t->initialize = set_initialize;
  t->inplace = set_inplace;
  add_methods(t, kMethods);
  make_type_ready(t);
  t = rt.types.frozenset = new_set_type("frozenset");
  t->construct = frozenset_construct;
  t->hash = frozenset_hash;
  add_methods(t, kMethods, kFrozenMethods);
  make_type_ready(t);
  rt.types.set_iterator = new_iterator_type("set_iterator", set_iterator_next);
  add_methods(rt.types.set_iterator, kIteratorMethods);
}

}  // namespace ap
