// keys(), values(), items(), the iterators over dicts, and mappingproxy.
#include "object/dict_core.hpp"
#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/list.hpp"
#include "object/sequence.hpp"
#include "object/set.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

struct DictView : Object {
  Dict* dict;
  explicit DictView(Type* t, Dict* d) : Object(t, Kind::Other), dict(d) {}
};

void view_dealloc(Object* o) {
  decref(static_cast<DictView*>(o)->dict);
  free_object(o, sizeof(DictView));
}
void view_traverse(Object* o, Visitor& visit) { visit(static_cast<DictView*>(o)->dict); }

Dict* dict_of(Value v) { return v.as<DictView>()->dict; }
bool is_keys(Value v) { return type_of(v) == rt.types.dict_keys; }
bool is_items(Value v) { return type_of(v) == rt.types.dict_items; }
bool is_set_view(Value v) { return is_keys(v) || is_items(v); }
bool is_set_like(Value v) { return is_kind(v, Kind::Set) || is_set_view(v); }

// --- iterators: `version` holds how many entries the dict has, and how many are still to come

uint32_t remaining(const Iterator* it) { return static_cast<uint32_t>(it->version >> 32); }
constexpr uint32_t kStale = 0xffffffff;

// The next live entry, or nullptr with or without an exception.
const DictEntry* next_entry(Iterator* it, int step) {
  if (!it->over) return nullptr;
  auto* d = it->over.as<Dict>();
  if (d->used != static_cast<uint32_t>(it->version)) {
    it->version = kStale;
    return (void)runtime_error("dictionary changed size during iteration"), nullptr;
  }
  int64_t at = it->position;
  while (at >= 0 && at < d->entry_count && !d->entries[at].key) at += step;
  if (at < 0 || at >= d->entry_count) {
    (void)exhaust(it);
    return nullptr;
  }
  if (remaining(it) == 0 && step > 0) {
    (void)exhaust(it);
    return (void)runtime_error("dictionary keys changed during iteration"), nullptr;
  }
  it->position = at + step;
  it->version -= 1ull << 32;
  return &d->entries[at];
}

Var item_of(Iterator* it, const DictEntry* e) {
  // The pair given out before is used again if nobody has kept it, as zip() does.
  Value kept = it->more[0];
  if (kept && kept.object()->refs == 1 && !(kept.object()->flags & kHasSideEntry)) {
    auto* pair = kept.as<Tuple>();
    Var result = kept;
    incref(e->key);
    incref(e->value);
    Value key = std::exchange(pair->items()[0], e->key), value = std::exchange(pair->items()[1], e->value);
    decref(key);
    decref(value);
    return result;
  }
  Ref<Tuple> pair = tuple_of(e->key, e->value);
  if (pair) decref(std::exchange(it->more[0], Value(Ref<Tuple>(pair).release())));
  return pair;
}

Var next_key(Value v) {
  const DictEntry* e = next_entry(v.as<Iterator>(), 1);
  return e ? e->key : Value();
}
Var next_value(Value v) {
  const DictEntry* e = next_entry(v.as<Iterator>(), 1);
  return e ? e->value : Value();
}
Var next_item(Value v) {
  const DictEntry* e = next_entry(v.as<Iterator>(), 1);
  return e ? item_of(v.as<Iterator>(), e) : Var();
}
Var previous_key(Value v) {
  const DictEntry* e = next_entry(v.as<Iterator>(), -1);
  return e ? e->key : Value();
}
Var previous_value(Value v) {
  const DictEntry* e = next_entry(v.as<Iterator>(), -1);
  return e ? e->value : Value();
}
Var previous_item(Value v) {
  const DictEntry* e = next_entry(v.as<Iterator>(), -1);
  return e ? item_of(v.as<Iterator>(), e) : Var();
}

Var length_hint(Call& c) {
  auto* it = c.self.as<Iterator>();
  bool valid = it->over && it->over.as<Dict>()->used == static_cast<uint32_t>(it->version);
  return Value::from_int(valid ? remaining(it) : 0);
}
const MethodDef kIteratorMethods[] = {{"__length_hint__", "", length_hint}};

// --- views

Var view_repr(Value v) {
  ReprGuard guard(v.object());
  if (guard.repeated()) return make_str("...");
  NativeNesting nesting(" while getting the repr of an object");
  if (!nesting) return {};
  Ref<List> all = to_list(v);
  if (!all) return {};
  // An OrderedDict's are odict_keys.
  Type* owner = dict_of(v)->type;
  Value family = owner == rt.types.dict ? Empty : type_lookup(owner, intern("_views").get());
  return format_str(is_kind(family, Kind::Str) ? "o%N(%R)" : "%N(%R)", type_of(v), Value(all.get()));
}

int64_t view_length(Value v) { return dict_of(v)->used; }

Var view_iter(Value v) {
  return dict_iterator(is_keys(v) ? rt.types.dict_keyiterator : is_items(v) ? rt.types.dict_itemiterator : rt.types.dict_valueiterator,
                       dict_of(v));
}

Tri view_contains(Value v, Value item) {
  Dict* d = dict_of(v);
  if (is_keys(v)) {
    if (dict_get(d, item)) return Tri::True;
    return failed() ? Tri::Error : Tri::False;
  }
  if (!is_kind(item, Kind::Tuple) || item.as<Tuple>()->size != 2) return Tri::False;
  Value found = dict_get(d, (*item.as<Tuple>())[0]);
  if (!found) return failed() ? Tri::Error : Tri::False;
  Var value = found;
  return equal(value, (*item.as<Tuple>())[1]);
}

Tri all_contained_in(Value part, Value whole) {
  Var iterator = iterate(part);
  if (!iterator) return Tri::Error;
  while (Var item = next(iterator)) {
    Tri there = contains(whole, item);
    if (there != Tri::True) return there;
    if (!check()) return Tri::Error;
  }
  return failed() ? Tri::Error : Tri::True;
}

Var view_compare(Value a, Value b, Compare op) {
  if (!is_set_view(a) || !is_set_like(b)) return NotImplemented;
  int64_t n = length(a), m = length(b);
  if (n < 0 || m < 0) return {};
  Tri ok = Tri::False;
  switch (op) {
    case Compare::Eq:
    case Compare::Ne:
      if (n == m) ok = all_contained_in(a, b);
      if (op == Compare::Ne && ok != Tri::Error) ok = ok == Tri::True ? Tri::False : Tri::True;
      break;
    case Compare::Lt:
      if (n < m) ok = all_contained_in(a, b);
      break;
    case Compare::Le:
      if (n <= m) ok = all_contained_in(a, b);
      break;
    case Compare::Gt:
      if (n > m) ok = all_contained_in(b, a);
      break;
    case Compare::Ge:
      if (n >= m) ok = all_contained_in(b, a);
      break;
  }
  if (ok == Tri::Error) return {};
  return Value::from_bool(ok == Tri::True);
}

Ref<Set> set_from(Value iterable) {
  Ref<Set> s = new_set();
  if (!s || !set_update(s.get(), iterable)) return nullptr;
  return s;
}

Var intersection(Value a, Value b) {
  if (is_set_view(b) && length(b) > length(a)) std::swap(a, b);
  // A set that is not smaller does it, which looks at the view's items in turn.
  if (type_of(b) == rt.types.set && length(a) <= length(b)) return call_method(b, intern("intersection").get(), a);
  Ref<Set> out = new_set();
  Var iterator = out ? iterate(b) : Var();
  if (!iterator) return {};
  while (Var item = next(iterator)) {
    Tri there = view_contains(a, item);
    if (there == Tri::Error || (there == Tri::True && !set_add(out.get(), item)) || !check()) return {};
  }
  if (failed()) return {};
  return out;
}

Var view_binary(Value a, Value b, BinaryOp op) {
  if (op != BinaryOp::And && op != BinaryOp::Or && op != BinaryOp::Xor && op != BinaryOp::Sub) return NotImplemented;
  if (!is_set_view(a) && !is_set_view(b)) return NotImplemented;
  if (op == BinaryOp::And) {
    // Either side may be the view.
    if (!is_set_view(a)) std::swap(a, b);
    return intersection(a, b);
  }
  Ref<Set> out = set_from(a);
  if (!out) return {};
  const char* method = op == BinaryOp::Or ? "update" : op == BinaryOp::Sub ? "difference_update" : "symmetric_difference_update";
  Var done = call_method(out, intern(method).get(), b);
  if (!done) return {};
  return out;
}

Var isdisjoint(Call& c) {
  Value a = c.self, b = c[0];
  if (is_set_like(b) && length(b) > length(a)) std::swap(a, b);
  Var iterator = iterate(b);
  if (!iterator) return {};
  while (Var item = next(iterator)) {
    Tri there = contains(a, item);
    if (there == Tri::Error || !check()) return {};
    if (there == Tri::True) return False;
  }
  return failed() ? Var() : Var(True);
}

Var view_reversed(Call& c) {
  return dict_iterator(is_keys(c.self)    ? rt.types.dict_reversekeyiterator
                       : is_items(c.self) ? rt.types.dict_reverseitemiterator
                                          : rt.types.dict_reversevalueiterator,
                       dict_of(c.self));
}

Var view_mapping(Value v) { return make_mapping_proxy(dict_of(v)); }

const MethodDef kViewMethods[] = {
    {"__reversed__", "", view_reversed},
    {"isdisjoint", "other, /", isdisjoint},  // not for values()
};
const GetSetDef kViewGetSets[] = {{"mapping", view_mapping}};

Type* new_view_type(const char* name, bool like_set) {
  Type* t = new_type(name, nullptr, sizeof(DictView), Kind::Other, 0);
  t->dealloc = view_dealloc;
  t->traverse = view_traverse;
  t->repr = view_repr;
  t->length = view_length;
  t->iter = view_iter;
  if (like_set) {
    t->contains = view_contains;
    t->compare = view_compare;
    t->binary = view_binary;
  }
  add_methods(t, kViewMethods, like_set ? 2 : 1);
  add_getsets(t, kViewGetSets);
  make_type_ready(t);
  return t;
}

// --- mappingproxy

struct MappingProxy : Object {
  Value mapping;
  explicit MappingProxy(Type* t) : Object(t, Kind::Other) {}
};

Value mapping_of(Value v) { return v.as<MappingProxy>()->mapping; }
Value unwrapped(Value v) { return type_of(v) == rt.types.mappingproxy ? mapping_of(v) : v; }

void proxy_dealloc(Object* o) {
  decref(static_cast<MappingProxy*>(o)->mapping);
  free_object(o, sizeof(MappingProxy));
}
void proxy_traverse(Object* o, Visitor& visit) { visit(static_cast<MappingProxy*>(o)->mapping); }

Var proxy_construct(Type*, Args args) {
  Value mapping;
  if (!match_arguments("mappingproxy", "mapping", args, &mapping)) return {};
  if (!type_of(mapping)->getitem || is_kind(mapping, Kind::List) || is_kind(mapping, Kind::Tuple))
    return type_error("mappingproxy() argument must be a mapping, not %T", mapping);
  return make_mapping_proxy(mapping);
}

Var proxy_repr(Value v) { return format_str("mappingproxy(%R)", mapping_of(v)); }
Var proxy_str(Value v) { return str(mapping_of(v)); }
bool proxy_hash(Value v, int64_t& out) { return hash(mapping_of(v), &out); }
Var proxy_compare(Value a, Value b, Compare op) { return compare(unwrapped(a), unwrapped(b), op); }
int64_t proxy_length(Value v) { return length(mapping_of(v)); }
Var proxy_getitem(Value v, Value key) { return getitem(mapping_of(v), key); }
Tri proxy_contains(Value v, Value key) { return contains(mapping_of(v), key); }
Var proxy_iter(Value v) { return iterate(mapping_of(v)); }
Var proxy_binary(Value a, Value b, BinaryOp op) {
  if (op != BinaryOp::Or) return NotImplemented;
  return binary(unwrapped(a), unwrapped(b), op);
}
Var proxy_inplace(Value a, Value b, BinaryOp op) {
  if (op != BinaryOp::Or) return NotImplemented;
  return type_error("'|=' is not supported by mappingproxy; use '|' instead");
}

template <int name>
Var forward(Call& c) {
  static const char* const kNames[] = {"get", "keys", "values", "items", "copy", "__reversed__"};
  return call_method(mapping_of(c.self), kNames[name], c.raw);
}
const MethodDef kProxyMethods[] = {
    {"get", nullptr, forward<0>},  {"keys", nullptr, forward<1>}, {"values", nullptr, forward<2>},
    {"items", nullptr, forward<3>}, {"copy", nullptr, forward<4>}, {"__reversed__", nullptr, forward<5>},
};

}  // namespace

Var dict_view(Type* type, Dict* d) {
  Ref<Dict> mine(d);
  auto* view = allocate<DictView>(type, 0, d);
  if (view) (void)mine.release();
  return Var::steal(view);
}

Var dict_iterator(Type* type, Dict* d) {
  Var it = make_iterator(type, d);
  if (!it) return it;
  auto* i = it.as<Iterator>();
  i->version = static_cast<uint64_t>(d->used) << 32 | d->used;
  bool backwards = type == rt.types.dict_reversekeyiterator || type == rt.types.dict_reversevalueiterator ||
                   type == rt.types.dict_reverseitemiterator;
  if (backwards) i->position = static_cast<int64_t>(d->entry_count) - 1;
  return it;
}

Var make_mapping_proxy(Value mapping) {
  auto* proxy = allocate<MappingProxy>(rt.types.mappingproxy, 0);
  if (proxy) incref(proxy->mapping = mapping);
  return Var::steal(proxy);
}

void init_dict_views() {
  rt.types.dict_keys = new_view_type("dict_keys", true);
  rt.types.dict_values = new_view_type("dict_values", false);
  rt.types.dict_items = new_view_type("dict_items", true);

  constexpr struct {
    Type* Types::* where;
    const char* name;
    Var (*next)(Value);
  } kIterators[] = {
      {&Types::dict_keyiterator, "dict_keyiterator", next_key},
      {&Types::dict_valueiterator, "dict_valueiterator", next_value},
      {&Types::dict_itemiterator, "dict_itemiterator", next_item},
      {&Types::dict_reversekeyiterator, "dict_reversekeyiterator", previous_key},
      {&Types::dict_reversevalueiterator, "dict_reversevalueiterator", previous_value},
      {&Types::dict_reverseitemiterator, "dict_reverseitemiterator", previous_item},
  };
  for (auto& i : kIterators) add_methods(rt.types.*i.where = new_iterator_type(i.name, i.next), kIteratorMethods);

  Type* t = rt.types.mappingproxy = new_type("mappingproxy", nullptr, sizeof(MappingProxy), Kind::Other, kMapping);
  t->dealloc = proxy_dealloc;
  t->traverse = proxy_traverse;
  t->construct = proxy_construct;
  t->repr = proxy_repr;
  t->str = proxy_str;
  t->hash = proxy_hash;
  t->compare = proxy_compare;
  t->length = proxy_length;
  t->getitem = proxy_getitem;
  t->contains = proxy_contains;
  t->iter = proxy_iter;
  t->binary = proxy_binary;
  t->inplace = proxy_inplace;
  add_methods(t, kProxyMethods);
  make_type_ready(t);
}

}  // namespace ap
