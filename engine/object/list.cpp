#include "object/list.hpp"

#include <cstring>

#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/range.hpp"
#include "object/sequence.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

constexpr size_t kMaxItems = 0x0fffffff;
constexpr size_t kMovedAStep = 64;  // items that a memmove moves in the time of a step
const SequenceTexts kTexts = {"list indices must be integers or slices, not %s", "list index out of range", "list"};
const SequenceTexts kAssignTexts = {"list indices must be integers or slices, not %s", "list assignment index out of range",
                                    "list"};

const Value* items_of(Value v, uint32_t* n) {
  auto* l = v.as<List>();
  *n = l->size;
  return l->items;
}
bool is_list(Value v) { return is_kind(v, Kind::List); }

bool set_capacity(List* l, size_t capacity) {
  if (capacity > kMaxItems) return raise_memory_error();
  void* items = heap.reallocate_raw(l->items, l->capacity * sizeof(Value), capacity * sizeof(Value));
  if (!items) return raise_memory_error();
  l->items = static_cast<Value*>(items);
  l->capacity = static_cast<uint32_t>(capacity);
  return true;
}
bool reserve(List* l, size_t n) {
  if (n <= l->capacity) return true;
  size_t wanted = n + (n >> 3) + (l->capacity ? 6 : 0);
  return set_capacity(l, wanted > kMaxItems && n <= kMaxItems ? n : wanted);
}

void list_dealloc(Object* o) {
  auto* l = static_cast<List*>(o);
  for (uint32_t i = l->size; i-- > 0;) decref(l->items[i]);
  heap.release_raw(l->items, l->capacity * sizeof(Value));
  free_object(l, sizeof(List));
}

void list_traverse(Object* o, Visitor& visit) {
  auto* l = static_cast<List*>(o);
  for (uint32_t i = l->size; i-- > 0;) visit(l->items[i]);
}

Var list_construct(Type* type, Args) {
  auto* l = allocate<List>(type, 0);
  return Var::steal(l);
}

bool list_initialize(Value self, Args args) {
  auto* l = self.as<List>();
  if (args.keyword_count() && l->type == rt.types.list) return type_error("list() takes no keyword arguments");
  if (args.count > 1) return type_error("list expected at most 1 argument, got %d", static_cast<int>(args.count));
  if (l->size) list_clear(l);
  return args.count == 0 || list_extend(l, args.values[0]);
}

Var list_repr(Value v) {
  if (v.as<List>()->size == 0) return make_str("[]");
  return repr_items(v, "[", "]", "[...]", items_of);
}

Var list_compare(Value a, Value b, Compare op) {
  if (!is_list(a) || !is_list(b)) return NotImplemented;
  return compare_items(a, b, op, items_of);
}

int64_t list_length(Value v) { return v.as<List>()->size; }

Var list_slice(List* l, Value key) {
  int64_t start, step, count;
  if (!slice_of(key, l->size, &start, &step, &count)) return {};
  Ref<List> part = new_list(count);
  if (!part) return {};
  for (int64_t i = 0; i < count; ++i) incref(part->items[i] = l->items[start + i * step]);
  part->size = static_cast<uint32_t>(count);
  return part;
}

Var list_getitem(Value v, Value key) {
  auto* l = v.as<List>();
  if (is_kind(key, Kind::Slice)) return list_slice(l, key);
  int64_t i = sequence_index(key, l->size, kTexts);
  if (i < 0) return {};
  return l->items[i];
}

// Replaces items [at, at + gone) by n others, of which it takes new references.
bool replace_range(List* l, size_t at, size_t gone, const Value* from, size_t n) {
  size_t size = l->size - gone + n;
  // What goes is released last: that may run Python code.
  Ref<List> old = new_list(gone);
  if (!old || !reserve(l, size)) return false;
  if (gone) std::memcpy(static_cast<void*>(old->items), l->items + at, gone * sizeof(Value));
  old->size = static_cast<uint32_t>(gone);
  if (gone != n && at + gone < l->size)
    std::memmove(static_cast<void*>(l->items + at + n), l->items + at + gone, (l->size - at - gone) * sizeof(Value));
  for (size_t i = 0; i < n; ++i) incref(l->items[at + i] = from[i]);
  l->size = static_cast<uint32_t>(size);
  if (gone != n && !check((size - at) / kMovedAStep)) return false;
  return true;
}

void shrink(List* l) {
  if (l->capacity <= 64 || l->size >= l->capacity / 4) return;
  uint32_t capacity = l->size * 2 + 8;
  if (void* items = heap.reallocate_raw(l->items, l->capacity * sizeof(Value), capacity * sizeof(Value))) {
    l->items = static_cast<Value*>(items);
    l->capacity = capacity;
  }
}

bool delete_slice(List* l, int64_t start, int64_t step, int64_t count) {
  if (count == 0) return true;
  if (step < 0) {
    start += (count - 1) * step;
    step = -step;
  }
  if (step == 1) {
    if (!replace_range(l, start, count, nullptr, 0)) return false;
    shrink(l);
    return true;
  }
  Ref<List> old = new_list(count);
  if (!old) return false;
  size_t to = start, next = start;
  for (size_t i = start; i < l->size; ++i) {
    if (i == next && old->size < count) {
      old->items[old->size++] = l->items[i];
      next += step;
    } else {
      l->items[to++] = l->items[i];
    }
  }
  l->size = static_cast<uint32_t>(to);
  return true;
}

bool assign_slice(List* l, Value key, Value value) {
  int64_t start, step, count;
  if (!slice_of(key, l->size, &start, &step, &count)) return false;
  if (!value) return delete_slice(l, start, step, count);
  Var keep;
  const Value* from;
  size_t n;
  if (is_kind(value, Kind::Tuple)) {
    from = value.as<Tuple>()->items();
    n = value.as<Tuple>()->size;
  } else {
    if (is_list(value) && value.object() != l) {
      keep = value;
    } else {
      Var iterator = iterate(value);
      if (!iterator) {
        if (clear_error_if(rt.types.TypeError)) return type_error("must assign iterable to extended slice");
        return false;
      }
      keep = to_list(iterator);
      if (!keep) return false;
    }
    // Making the list may have run Python code.
    if (!slice_of(key, l->size, &start, &step, &count)) return false;
    from = keep.as<List>()->items;
    n = keep.as<List>()->size;
  }
  if (step == 1) return replace_range(l, start, count, from, n);
  if (static_cast<int64_t>(n) != count)
    return value_error("attempt to assign sequence of size %zu to extended slice of size %lld", n,
                       static_cast<long long>(count));
  Ref<List> old = new_list(n);
  if (!old) return false;
  for (size_t i = 0; i < n; ++i) {
    old->items[i] = l->items[start + static_cast<int64_t>(i) * step];
    incref(l->items[start + static_cast<int64_t>(i) * step] = from[i]);
  }
  old->size = static_cast<uint32_t>(n);
  return true;
}

bool list_setitem(Value v, Value key, Value value) {
  auto* l = v.as<List>();
  if (is_kind(key, Kind::Slice)) return assign_slice(l, key, value);
  int64_t i = sequence_index(key, l->size, kAssignTexts);
  if (i < 0) return false;
  if (!value) {
    list_pop(l, i).reset();
    return true;
  }
  incref(value);
  decref(std::exchange(l->items[i], value));
  return true;
}

// The place of the first item equal to v in [from, to), -1 when there is none, -2 on error.
int64_t find_item(List* l, Value v, size_t from, size_t to) {
  for (size_t i = from; i < to && i < l->size; ++i) {
    if (l->items[i] == v) return static_cast<int64_t>(i);
    Var item = l->items[i];
    Tri same = equal(item, v);
    if (same == Tri::Error || !check()) return -2;
    if (same == Tri::True) return static_cast<int64_t>(i);
  }
  return -1;
}

Tri list_contains(Value v, Value item) {
  int64_t i = find_item(v.as<List>(), item, 0, SIZE_MAX);
  return i == -2 ? Tri::Error : i < 0 ? Tri::False : Tri::True;
}

Var list_concat(Value a, Value b) {
  auto *x = a.as<List>(), *y = b.as<List>();
  size_t n = static_cast<size_t>(x->size) + y->size;
  Ref<List> sum = new_list(n);
  if (!sum) return {};
  Value* to = sum->items;
  for (uint32_t i = 0; i < x->size; ++i) incref(*to++ = x->items[i]);
  for (uint32_t i = 0; i < y->size; ++i) incref(*to++ = y->items[i]);
  sum->size = static_cast<uint32_t>(n);
  return sum;
}

Var list_repeat(Value v, int64_t n) {
  auto* l = v.as<List>();
  if (l->size && n > static_cast<int64_t>(kMaxItems / l->size)) return raise_memory_error();
  size_t size = l->size * static_cast<size_t>(n);
  Ref<List> out = new_list(size);
  if (!out) return {};
  Value* to = out->items;
  if (l->size == 1) {
    Value item = l->items[0];
    for (size_t i = 0; i < size; ++i) to[i] = item;
    if (item.is_object()) item.object()->refs += static_cast<uint32_t>(size);
  } else {
    for (int64_t k = 0; k < n; ++k)
      for (uint32_t i = 0; i < l->size; ++i) incref(*to++ = l->items[i]);
  }
  out->size = static_cast<uint32_t>(size);
  return out;
}

const SequenceOps kOps = {is_list, list_concat, list_repeat, &kTexts};
Var list_binary(Value a, Value b, BinaryOp op) { return sequence_binary(a, b, op, kOps); }

Var list_inplace(Value a, Value b, BinaryOp op) {
  if (op == BinaryOp::Add) return list_extend(a.as<List>(), b) ? Var(a) : Var();
  if (op != BinaryOp::Mul || !is_index(b)) return list_binary(a, b, op);
  Var repeated = list_binary(a, b, op);
  if (!repeated) return {};
  auto *l = a.as<List>(), *fresh = repeated.as<List>();
  std::swap(l->items, fresh->items);
  std::swap(l->size, fresh->size);
  std::swap(l->capacity, fresh->capacity);
  return a;
}

// --- iterators

Var list_iter(Value v) { return make_iterator(rt.types.list_iterator, v); }

Var list_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  auto* l = it->over.as<List>();
  if (it->position < l->size) return l->items[it->position++];
  return exhaust(it);
}

Var list_reverse_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  auto* l = it->over.as<List>();
  if (it->position >= 0 && it->position < l->size) return l->items[it->position--];
  return exhaust(it);
}

Var tuple_next(Value v) {
  auto* it = v.as<Iterator>();
  if (!it->over) return {};
  auto* t = it->over.as<Tuple>();
  if (it->position < t->size) return t->items()[it->position++];
  return exhaust(it);
}

// --- methods

Var append(Call& c) { return list_append(c.self.as<List>(), c[0]) ? Var(None) : Var(); }
Var extend(Call& c) { return list_extend(c.self.as<List>(), c[0]) ? Var(None) : Var(); }

Var clear(Call& c) {
  list_clear(c.self.as<List>());
  return None;
}

Var copy(Call& c) {
  auto* l = c.self.as<List>();
  return make_list(l->items, l->size);
}

Var insert(Call& c) {
  auto* l = c.self.as<List>();
  if (!is_index(c[0])) return type_error("'%T' object cannot be interpreted as an integer", c[0]);
  int64_t at;
  if (!to_size(c[0], &at)) return {};
  if (at < 0 && (at += l->size) < 0) at = 0;
  return list_insert(l, at, c[1]) ? Var(None) : Var();
}

Var pop(Call& c) {
  auto* l = c.self.as<List>();
  int64_t at = -1;
  if (c[0]) {
    Var index = to_index(c[0]);
    if (!index) return {};
    if (!int_fits_int64(index, &at)) return raise(rt.types.IndexError, "cannot fit '%T' into an index-sized integer", c[0]);
  }
  if (l->size == 0) return raise(rt.types.IndexError, "pop from empty list");
  if (at < 0) at += l->size;
  if (at < 0 || at >= l->size) return raise(rt.types.IndexError, "pop index out of range");
  return list_pop(l, at);
}

Var remove(Call& c) {
  auto* l = c.self.as<List>();
  int64_t at = find_item(l, c[0], 0, SIZE_MAX);
  if (at == -1) return value_error("list.remove(x): x not in list");
  if (at < 0) return {};
  if (at < l->size) list_pop(l, at).reset();
  return None;
}

Var index(Call& c) {
  auto* l = c.self.as<List>();
  size_t from, to;
  if ((c[1] && c[1].is_none()) || (c[2] && c[2].is_none())) return type_error("slice indices must be integers or have an __index__ method");
  if (!clip_range(c[1], c[2], l->size, &from, &to)) return {};
  int64_t at = find_item(l, c[0], from, to);
  if (at == -1) return value_error("list.index(x): x not in list");
  return at < 0 ? Var() : make_int(at);
}

Var count(Call& c) {
  auto* l = c.self.as<List>();
  int64_t n = 0;
  for (int64_t at = -1;;) {
    at = find_item(l, c[0], at + 1, SIZE_MAX);
    if (at == -2) return {};
    if (at < 0) return make_int(n);
    ++n;
  }
}

Var reverse(Call& c) {
  auto* l = c.self.as<List>();
  if (!check(l->size / 64)) return {};
  for (uint32_t i = 0, j = l->size; i + 1 < j; ++i) std::swap(l->items[i], l->items[--j]);
  return None;
}

Var sort(Call& c) {
  Tri reverse = c[1] ? truth(c[1]) : Tri::False;
  if (reverse == Tri::Error || !list_sort(c.self.as<List>(), c[0], reverse == Tri::True)) return {};
  return None;
}

Var reversed(Call& c) {
  Var it = make_iterator(rt.types.list_reverseiterator, c.self);
  if (it) it.as<Iterator>()->position = static_cast<int64_t>(c.self.as<List>()->size) - 1;
  return it;
}

const MethodDef kMethods[] = {
    {"append", "object, /", append},
    {"extend", "iterable, /", extend},
    {"insert", "index, object, /", insert},
    {"pop", "index=-1, /", pop},
    {"remove", "value, /", remove},
    {"clear", "", clear},
    {"copy", "", copy},
    {"index", "value, start=0, stop=9223372036854775807, /", index},
    {"count", "value, /", count},
    {"reverse", "", reverse},
    {"sort", "*, key=None, reverse=False", sort},
    {"__reversed__", "", reversed},
};

}  // namespace

Ref<List> new_list(size_t capacity) {
  auto list = Ref<List>::steal(allocate<List>(rt.types.list, 0));
  if (list && capacity && !set_capacity(list.get(), capacity)) return nullptr;
  return list;
}

Ref<List> make_list(const Value* items, size_t n) {
  Ref<List> l = new_list(n);
  if (!l) return l;
  for (size_t i = 0; i < n; ++i) incref(l->items[i] = items[i]);
  l->size = static_cast<uint32_t>(n);
  return l;
}

bool list_append(List* l, Value v) {
  if (l->size == l->capacity && !reserve(l, l->size + 1)) return false;
  incref(l->items[l->size++] = v);
  return true;
}

bool list_append(List* l, Var&& v) {
  if (l->size == l->capacity && !reserve(l, l->size + 1)) return false;
  l->items[l->size++] = v.release();
  return true;
}

bool list_insert(List* l, size_t at, Value v) {
  if (!reserve(l, l->size + 1)) return false;
  if (at > l->size) at = l->size;
  if (size_t after = l->size - at; after > kMovedAStep && !check(after / kMovedAStep)) return false;
  std::memmove(static_cast<void*>(l->items + at + 1), l->items + at, (l->size - at) * sizeof(Value));
  incref(l->items[at] = v);
  ++l->size;
  return true;
}

Var list_pop(List* l, size_t at) {
  Value v = l->items[at];
  --l->size;
  if (at < l->size) std::memmove(static_cast<void*>(l->items + at), l->items + at + 1, (l->size - at) * sizeof(Value));
  if (l->size < l->capacity / 4) shrink(l);
  return Var::steal(v);
}

void list_clear(List* l) {
  Value* items = std::exchange(l->items, nullptr);
  uint32_t n = std::exchange(l->size, 0), capacity = std::exchange(l->capacity, 0);
  while (n-- > 0) decref(items[n]);
  heap.release_raw(items, capacity * sizeof(Value));
}

bool list_resize(List* l, size_t n) {
  if (!reserve(l, n)) return false;
  for (size_t i = l->size; i < n; ++i) l->items[i] = Value();
  uint32_t old = l->size;
  l->size = static_cast<uint32_t>(n);
  for (size_t i = n; i < old; ++i) decref(l->items[i]);
  return true;
}

bool list_extend(List* l, Value iterable) {
  Type* t = type_of(iterable);
  bool tuple = is_kind(iterable, Kind::Tuple) && t->iter == rt.types.tuple->iter;
  if (tuple || (is_list(iterable) && t->iter == list_iter)) {
    uint32_t n = tuple ? iterable.as<Tuple>()->size : iterable.as<List>()->size;
    if (!reserve(l, static_cast<size_t>(l->size) + n)) return false;
    // Read after reserving: it may be the list itself.
    const Value* from = tuple ? iterable.as<Tuple>()->items() : iterable.as<List>()->items;
    for (uint32_t i = 0; i < n; ++i) incref(l->items[l->size + i] = from[i]);
    l->size += n;
    return check(n / 8);
  }
  Var iterator = iterate(iterable);
  if (!iterator) return false;
  Type* it = type_of(iterator);
  while (true) {
    Var item = it->next ? it->next(iterator) : next(iterator);
    if (!item) return !failed();
    if (!list_append(l, std::move(item)) || !check()) return false;
  }
}

void init_list_type() {
  Type* t = rt.types.list = new_type("list", nullptr, sizeof(List), Kind::List, kBaseType | kSequence);
  t->dealloc = list_dealloc;
  t->traverse = list_traverse;
  t->construct = list_construct;
  t->initialize = list_initialize;
  t->repr = list_repr;
  t->compare = list_compare;
  t->length = list_length;
  t->getitem = list_getitem;
  t->setitem = list_setitem;
  t->contains = list_contains;
  t->iter = list_iter;
  t->binary = list_binary;
  t->inplace = list_inplace;
  add_methods(t, kMethods);
  make_type_ready(t);
  rt.types.list_iterator = new_iterator_type("list_iterator", list_next);
  rt.types.list_reverseiterator = new_iterator_type("list_reverseiterator", list_reverse_next);
  rt.types.tuple_iterator = new_iterator_type("tuple_iterator", tuple_next);
  for (Type* iterator : {rt.types.list_iterator, rt.types.list_reverseiterator, rt.types.tuple_iterator})
    add_length_hint(iterator);
}

}  // namespace ap
