// collections.deque: a ring of values.
#include "bindings/deque.hpp"

#include <string>

#include "object/class.hpp"
#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {
namespace {

struct Deque : Object {
  Value* items = nullptr;  // `capacity` places, a power of two
  uint32_t capacity = 0, first = 0, size = 0;
  uint64_t version = 0;
  int64_t max = -1;
  Dict* dict = nullptr;
  explicit Deque(Type* t) : Object(t, Kind::Other) {}
  Value& at(uint32_t i) { return items[(first + i) & (capacity - 1)]; }
};

Type *deque_type, *deque_iterator_type, *deque_reverse_type;
Deque* self(Value v) { return v.as<Deque>(); }
Deque* self(Call& c) { return c.self.as<Deque>(); }

bool grow(Deque* d) {
  uint32_t n = d->capacity ? d->capacity * 2 : 8;
  auto* items = static_cast<Value*>(heap.allocate_raw(n * sizeof(Value)));
  if (!items) return raise_memory_error();
  for (uint32_t i = 0; i < d->size; ++i) items[i] = d->at(i);
  heap.release_raw(d->items, d->capacity * sizeof(Value));
  d->items = items;
  d->capacity = n;
  d->first = 0;
  return true;
}
Var pop_left(Deque* d) {
  Var v = Var::steal(d->at(0));
  d->first = (d->first + 1) & (d->capacity - 1);
  --d->size;
  ++d->version;
  return v;
}
Var pop_right(Deque* d) {
  ++d->version;
  return Var::steal(d->at(--d->size));
}
bool push(Deque* d, Value v, bool left) {
  if (d->max == 0) return true;
  if (d->size == d->capacity && !grow(d)) return false;
  incref(v);
  ++d->version;
  if (left) {
    d->first = (d->first - 1) & (d->capacity - 1);
    ++d->size;
    d->at(0) = v;
  } else {
    d->at(d->size++) = v;
  }
  if (d->max >= 0 && d->size > d->max) (left ? pop_right(d) : pop_left(d)).reset();
  return true;
}
void clear_all(Deque* d) {
  while (d->size) pop_right(d).reset();
}
bool extend_with(Deque* d, Value iterable, bool left) {
  Ref<List> own;
  if (iterable.is_object() && iterable.object() == d) {
    own = to_list(iterable);
    if (!own) return false;
    iterable = Value(own.get());
  }
  Var it = iterate(iterable);
  if (!it) return false;
  while (Var v = next(it))
    if (!check() || !push(d, v, left)) return false;
  return !failed();
}

void dealloc(Object* o) {
  auto* d = static_cast<Deque*>(o);
  clear_all(d);
  heap.release_raw(d->items, d->capacity * sizeof(Value));
  free_object(d, sizeof(Deque));
}
void traverse(Object* o, Visitor& visit) {
  auto* d = static_cast<Deque*>(o);
  for (uint32_t i = 0; i < d->size; ++i) visit(d->at(i));
}
Var construct(Type* t, Args) {
  auto* d = allocate<Deque>(t, 0);
  return d ? Var::steal(d) : Var();
}
bool set_max(Deque* d, Value max) {
  d->max = -1;
  if (!max || max.is_none()) return true;
  if (!is_int(max)) return type_error("an integer is required");
  if (!to_int64(max, &d->max)) return false;
  if (d->max < 0) return value_error("maxlen must be non-negative");
  return true;
}
bool initialize(Value v, Args args) {
  Value p[2];
  if (!match_arguments("deque", "iterable=(), maxlen=None", args, p)) return false;
  Deque* d = self(v);
  if (!set_max(d, p[1])) return false;
  clear_all(d);
  return !p[0] || extend_with(d, p[0], false);
}
Var copy_of(Deque* d) {
  Var made = construct(d->type->type_flags & kHeapType ? d->type : deque_type, {});
  Deque* n = made.as<Deque>();
  n->max = d->max;
  for (uint32_t i = 0; i < d->size; ++i)
    if (!push(n, d->at(i), false)) return Var();
  return made;
}

bool index_of(Deque* d, Value key, uint32_t* out) {
  int64_t i;
  if (!is_int(key) && !type_of(key)->to_index) return type_error("sequence index must be integer, not '%T'", key);
  if (!to_int64_clamped(key, &i)) return false;
  if (i < 0) i += d->size;
  if (i < 0 || i >= d->size) return raise(rt.types.IndexError, "deque index out of range");
  *out = static_cast<uint32_t>(i);
  return true;
}
Var get_item(Value v, Value key) {
  uint32_t i;
  return index_of(self(v), key, &i) ? Var(self(v)->at(i)) : Var();
}
void remove_at(Deque* d, uint32_t i) {
  Var gone = Var::steal(d->at(i));
  for (; i + 1 < d->size; ++i) d->at(i) = d->at(i + 1);
  --d->size;
  ++d->version;
}
bool set_item(Value v, Value key, Value value) {
  uint32_t i;
  Deque* d = self(v);
  if (!index_of(d, key, &i)) return false;
  if (!value)
    remove_at(d, i);
  else
    decref(std::exchange(d->at(i), Var(value).release()));
  return true;
}
Tri contains_item(Value v, Value item) {
  Deque* d = self(v);
  uint64_t version = d->version;
  for (uint32_t i = 0; i < d->size; ++i) {
    Var x = d->at(i);
    Tri t = equal(x, item);
    if (t != Tri::False || !check()) return t == Tri::False ? Tri::Error : t;
    if (d->version != version) return raise(rt.types.RuntimeError, "deque mutated during iteration");
  }
  return Tri::False;
}
Var repr_(Value v) {
  NativeNesting nesting(" while getting the repr of an object");
  if (!nesting) return Var();
  Deque* d = self(v);
  StrBuilder out;
  if (d->type == deque_type)
    out.append("deque");
  else
    out.append(d->type->name);
  if (d->flags & kMarked) {
    out.append("([...])");
    return out.finish();
  }
  out.append("([");
  d->flags |= kMarked;
  bool ok = true;
  for (uint32_t i = 0; ok && i < d->size; ++i) {
    if (i) out.append(", ");
    Var item = d->at(i);
    ok = out.append_repr(item);
  }
  d->flags &= ~kMarked;
  if (!ok) return Var();
  out.append("]");
  if (d->max >= 0) {
    out.append(", maxlen=");
    out.append(std::to_string(d->max));
  }
  out.append(")");
  return out.finish();
}
Var compare_(Value a, Value b, Compare op) {
  if (!is_instance(a, deque_type) || !is_instance(b, deque_type)) return NotImplemented;
  Ref<List> x = to_list(a), y = to_list(b);
  if (!x || !y) return Var();
  return compare(x, y, op);
}
Var binary_(Value a, Value b, BinaryOp op) {
  if (op == BinaryOp::Mul) {
    if (!is_instance(a, deque_type)) std::swap(a, b);
    int64_t n;
    if (!is_int(b)) return NotImplemented;
    if (!to_int64(b, &n)) return Var();
    Var made = copy_of(self(a));
    if (!made) return made;
    if (n <= 0) clear_all(self(made));
    for (int64_t i = 1; i < n; ++i)
      if (!check() || !extend_with(self(made), a, false)) return Var();
    return made;
  }
  if (op != BinaryOp::Add || !is_instance(a, deque_type)) return NotImplemented;
  if (!is_instance(b, deque_type)) return type_error("can only concatenate deque (not \"%T\") to deque", b);
  Var made = copy_of(self(a));
  return made && extend_with(self(made), b, false) ? made : Var();
}
Var inplace_(Value a, Value b, BinaryOp op) {
  if (op == BinaryOp::Mul && is_instance(a, deque_type) && is_int(b)) {
    Var made = binary_(a, b, op);
    if (!made) return made;
    clear_all(self(a));
    return extend_with(self(a), made, false) ? Var(a) : Var();
  }
  if (op != BinaryOp::Add || !is_instance(a, deque_type)) return binary_(a, b, op);
  return extend_with(self(a), b, false) ? Var(a) : Var();
}

Var iterate_(Value v) {
  Var it = make_iterator(deque_iterator_type, v);
  it.as<Iterator>()->version = self(v)->version;
  return it;
}
Var next_item(Value v, bool reverse) {
  auto* it = v.as<Iterator>();
  if (!it->over) return Var();
  Deque* d = self(it->over);
  if (it->version != d->version) {
    (void)exhaust(it);
    return raise(rt.types.RuntimeError, "deque mutated during iteration");
  }
  if (it->position >= d->size) return exhaust(it);
  uint32_t i = static_cast<uint32_t>(it->position++);
  return d->at(reverse ? d->size - 1 - i : i);
}

Var append(Call& c) { return push(self(c), c[0], false) ? Var(None) : Var(); }
Var appendleft(Call& c) { return push(self(c), c[0], true) ? Var(None) : Var(); }
Var pop(Call& c) {
  if (!self(c)->size) return raise(rt.types.IndexError, "pop from an empty deque");
  return pop_right(self(c));
}
Var popleft(Call& c) {
  if (!self(c)->size) return raise(rt.types.IndexError, "pop from an empty deque");
  return pop_left(self(c));
}
Var extend(Call& c) { return extend_with(self(c), c[0], false) ? Var(None) : Var(); }
Var extendleft(Call& c) { return extend_with(self(c), c[0], true) ? Var(None) : Var(); }
Var clear(Call& c) {
  clear_all(self(c));
  return None;
}
Var copy(Call& c) { return copy_of(self(c)); }
Var reverse(Call& c) {
  Deque* d = self(c);
  for (uint32_t i = 0; i < d->size / 2; ++i) std::swap(d->at(i), d->at(d->size - 1 - i));
  ++d->version;
  return None;
}
Var rotate(Call& c) {
  int64_t n = 1;
  Deque* d = self(c);
  if (c[0] && !to_int64_clamped(c[0], &n)) return Var();
  if (d->size < 2) return None;
  n %= d->size;
  if (n < 0) n += d->size;
  if (!check(static_cast<uint64_t>(n))) return Var();
  for (; n > 0; --n) {
    Value v = pop_right(d).release();
    d->first = (d->first - 1) & (d->capacity - 1);
    ++d->size;
    d->at(0) = v;
  }
  return None;
}
Var count(Call& c) {
  int64_t n = 0;
  Deque* d = self(c);
  for (uint32_t i = 0; i < d->size; ++i) {
    Var x = d->at(i);
    Tri t = equal(x, c[0]);
    if (t == Tri::Error || !check()) return Var();
    n += t == Tri::True;
  }
  return make_int(n);
}
Var index(Call& c) {
  Deque* d = self(c);
  int64_t from = 0, to = d->size;
  if (c[1] && !to_int64_clamped(c[1], &from)) return Var();
  if (c[2] && !to_int64_clamped(c[2], &to)) return Var();
  if (from < 0 && (from += d->size) < 0) from = 0;
  if (to < 0) to += d->size;
  for (int64_t i = from; i < to && i < d->size; ++i) {
    Var x = d->at(static_cast<uint32_t>(i));
    Tri t = equal(x, c[0]);
    if (t == Tri::Error || !check()) return Var();
    if (t == Tri::True) return make_int(i);
  }
  return value_error("deque.index(x): x not in deque");
}
Var remove(Call& c) {
  Deque* d = self(c);
  for (uint32_t i = 0; i < d->size; ++i) {
    Var x = d->at(i);
    Tri t = equal(x, c[0]);
    if (t == Tri::Error || !check()) return Var();
    if (t == Tri::True) {
      remove_at(d, i);
      return None;
    }
  }
  return value_error("deque.remove(x): x not in deque");
}
Var insert(Call& c) {
  Deque* d = self(c);
  int64_t at;
  if (!to_int64_clamped(c[0], &at)) return Var();
  if (d->max >= 0 && d->size >= d->max) return raise(rt.types.IndexError, "deque already at its maximum size");
  if (at < 0 && (at += d->size) < 0) at = 0;
  if (!push(d, c[1], false)) return Var();
  for (int64_t i = d->size - 1; i > at; --i) std::swap(d->at(static_cast<uint32_t>(i)), d->at(static_cast<uint32_t>(i - 1)));
  return None;
}
Var reversed(Call& c) {
  Var it = make_iterator(deque_reverse_type, c.self);
  it.as<Iterator>()->version = self(c)->version;
  return it;
}
Var class_getitem(Call& c) {
  Ref<Tuple> args = is_kind(c[0], Kind::Tuple) ? Ref<Tuple>(c[0].as<Tuple>()) : tuple_of(c[0]);
  return new_generic_alias(c.self, args.get());
}

const MethodDef methods[] = {
    {"append", "item, /", append}, {"appendleft", "item, /", appendleft}, {"pop", "", pop}, {"popleft", "", popleft},
    {"extend", "iterable, /", extend}, {"extendleft", "iterable, /", extendleft}, {"clear", "", clear}, {"copy", "", copy},
    {"__copy__", "", copy}, {"reverse", "", reverse}, {"rotate", "n=1, /", rotate}, {"count", "value, /", count},
    {"index", "value, start=0, stop=0, /", index}, {"remove", "value, /", remove}, {"insert", "index, value, /", insert},
    {"__reversed__", "", reversed}, {"__class_getitem__", "object, /", class_getitem, kClassMethod},
};
const GetSetDef getsets[] = {
    {"maxlen", [](Value v) { return self(v)->max < 0 ? Var(None) : make_int(self(v)->max); }},
};

}  // namespace

Type* make_deque_type() {
  Type* t = deque_type = new_type("collections.deque", nullptr, sizeof(Deque), Kind::Other,
                                  kBaseType | kSequence | kDottedName | kWeakrefable);
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->construct = construct;
  t->initialize = initialize;
  t->repr = repr_;
  t->compare = compare_;
  t->binary = binary_;
  t->inplace = inplace_;
  t->length = [](Value v) -> int64_t { return self(v)->size; };
  t->truth = [](Value v) { return self(v)->size ? Tri::True : Tri::False; };
  t->getitem = get_item;
  t->setitem = set_item;
  t->contains = contains_item;
  t->iter = iterate_;
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
  deque_iterator_type = new_iterator_type("_collections._deque_iterator", [](Value v) { return next_item(v, false); });
  deque_reverse_type = new_iterator_type("_collections._deque_reverse_iterator", [](Value v) { return next_item(v, true); });
  return t;
}

}  // namespace ap
