#include "object/tuple.hpp"

#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/list.hpp"
#include "object/range.hpp"
#include "object/sequence.hpp"

namespace ap {

namespace {

const SequenceTexts kTexts = {"tuple indices must be integers or slices, not %s", "tuple index out of range", "tuple"};

Ref<Tuple> new_tuple_of(Type* type, size_t n) {
  if (n > 0x0fffffff) return raise_memory_error();
  Tuple* t = allocate<Tuple>(type, n * sizeof(Value), static_cast<uint32_t>(n));
  if (!t) return nullptr;
  for (size_t i = 0; i < n; ++i) t->items()[i] = Value();
  return Ref<Tuple>::steal(t);
}

const Value* items_of(Value v, uint32_t* n) {
  auto* t = v.as<Tuple>();
  *n = t->size;
  return t->items();
}
bool is_tuple(Value v) { return is_kind(v, Kind::Tuple); }

void tuple_dealloc(Object* o) {
  auto* t = static_cast<Tuple*>(o);
  Value* items = t->items();
  for (uint32_t i = t->size; i-- > 0;) decref(items[i]);
  free_object(t, sizeof(Tuple) + t->size * sizeof(Value));
}

void tuple_traverse(Object* o, Visitor& visit) {
  auto* t = static_cast<Tuple*>(o);
  for (uint32_t i = t->size; i-- > 0;) visit(t->items()[i]);
}

Var tuple_construct(Type* type, Args args) {
  if (args.keyword_count() && type == rt.types.tuple) return type_error("tuple() takes no keyword arguments");
  if (args.count > 1) return type_error("tuple expected at most 1 argument, got %d", static_cast<int>(args.count));
  Ref<Tuple> items(rt.empty_tuple);
  if (args.count && !(items = to_tuple(args.values[0]))) return {};
  if (type == rt.types.tuple) return items;
  Ref<Tuple> copy = new_tuple_of(type, items->size);
  if (!copy) return {};
  for (uint32_t i = 0; i < items->size; ++i) incref(copy->items()[i] = (*items)[i]);
  return copy;
}

Var tuple_repr(Value v) {
  if (v.as<Tuple>()->size == 0) return make_str("()");
  return repr_items(v, "(", ")", "(...)", items_of);
}

// xxHash over the items' hashes, as in CPython 3.8 and later.
bool tuple_hash(Value v, int64_t& out) {
  auto* t = v.as<Tuple>();
  NativeNesting nesting;
  if (!nesting || !check(1 + t->size / 8)) return false;
  constexpr uint64_t kPrime1 = 11400714785074694791ull, kPrime2 = 14029467366897019727ull, kPrime5 = 2870177450012600261ull;
  uint64_t sum = kPrime5;
  for (uint32_t i = 0; i < t->size; ++i) {
    int64_t lane;
    if (!hash((*t)[i], &lane)) return false;
    sum += static_cast<uint64_t>(lane) * kPrime2;
    sum = (sum << 31 | sum >> 33) * kPrime1;
  }
  sum += t->size ^ (kPrime5 ^ 3527539ull);
  out = sum == ~0ull ? 1546275796 : static_cast<int64_t>(sum);
  return true;
}

Var tuple_compare(Value a, Value b, Compare op) {
  if (!is_tuple(a) || !is_tuple(b)) return NotImplemented;
  return compare_items(a, b, op, items_of);
}

int64_t tuple_length(Value v) { return v.as<Tuple>()->size; }

Var tuple_getitem(Value v, Value key) {
  auto* t = v.as<Tuple>();
  if (is_kind(key, Kind::Slice)) {
    int64_t start, step, count;
    if (!slice_indices(key, t->size, &start, &step, &count)) return {};
    if (count == t->size && step == 1 && t->type == rt.types.tuple) return v;
    Ref<Tuple> part = new_tuple(count);
    if (!part) return {};
    for (int64_t i = 0; i < count; ++i) incref(part->items()[i] = (*t)[start + i * step]);
    return part;
  }
  int64_t i = sequence_index(key, t->size, kTexts);
  if (i < 0) return {};
  return (*t)[i];
}

Tri tuple_contains(Value v, Value item) {
  auto* t = v.as<Tuple>();
  for (uint32_t i = 0; i < t->size; ++i) {
    Tri same = equal((*t)[i], item);
    if (same != Tri::False) return same;
    if (!check()) return Tri::Error;
  }
  return Tri::False;
}

Var tuple_concat(Value a, Value b) {
  auto *x = a.as<Tuple>(), *y = b.as<Tuple>();
  if (y->size == 0 && x->type == rt.types.tuple) return a;
  if (x->size == 0 && y->type == rt.types.tuple) return b;
  Ref<Tuple> sum = new_tuple(static_cast<size_t>(x->size) + y->size);
  if (!sum) return {};
  Value* to = sum->items();
  for (uint32_t i = 0; i < x->size; ++i) incref(*to++ = (*x)[i]);
  for (uint32_t i = 0; i < y->size; ++i) incref(*to++ = (*y)[i]);
  return sum;
}

Var tuple_repeat(Value v, int64_t n) {
  auto* t = v.as<Tuple>();
  if (n == 1 && t->type == rt.types.tuple) return v;
  if (n == 0 || t->size == 0) return rt.empty_tuple;
  if (n > 0x0fffffff / t->size) return raise_memory_error();
  Ref<Tuple> out = new_tuple(t->size * n);
  if (!out) return {};
  Value* to = out->items();
  for (int64_t k = 0; k < n; ++k)
    for (uint32_t i = 0; i < t->size; ++i) incref(*to++ = (*t)[i]);
  return out;
}

const SequenceOps kOps = {is_tuple, tuple_concat, tuple_repeat, &kTexts};
Var tuple_binary(Value a, Value b, BinaryOp op) { return sequence_binary(a, b, op, kOps); }

Var tuple_iter(Value v) { return make_iterator(rt.types.tuple_iterator, v); }

Var tuple_index(Call& c) {
  auto* t = c.self.as<Tuple>();
  size_t from, to;
  if (!clip_range(c[1], c[2], t->size, &from, &to)) return {};
  for (size_t i = from; i < to; ++i) {
    Tri same = equal((*t)[i], c[0]);
    if (same == Tri::Error || !check()) return {};
    if (same == Tri::True) return make_int(static_cast<int64_t>(i));
  }
  return value_error("tuple.index(x): x not in tuple");
}

Var tuple_count(Call& c) {
  auto* t = c.self.as<Tuple>();
  int64_t n = 0;
  for (uint32_t i = 0; i < t->size; ++i) {
    Tri same = equal((*t)[i], c[0]);
    if (same == Tri::Error || !check()) return {};
    n += same == Tri::True;
  }
  return make_int(n);
}

Var tuple_getnewargs(Call& c) {
  auto* t = c.self.as<Tuple>();
  Ref<Tuple> plain = make_tuple(t->items(), t->size);
  if (!plain) return {};
  return tuple_of(plain.get());
}

const MethodDef kMethods[] = {
    {"index", "value, start=0, stop=9223372036854775807, /", tuple_index},
    {"count", "value, /", tuple_count},
    {"__getnewargs__", "", tuple_getnewargs},
};

}  // namespace

Ref<Tuple> new_tuple(size_t n) {
  if (n == 0 && rt.empty_tuple) return Ref<Tuple>(rt.empty_tuple);
  return new_tuple_of(rt.types.tuple, n);
}

Ref<Tuple> make_tuple(const Value* items, size_t n) {
  Ref<Tuple> t = new_tuple(n);
  if (!t) return t;
  for (size_t i = 0; i < n; ++i) incref(t->items()[i] = items[i]);
  return t;
}

void init_tuple_type() {
  Type* t = rt.types.tuple = new_type("tuple", nullptr, sizeof(Tuple), Kind::Tuple, kBaseType | kSequence);
  t->dealloc = tuple_dealloc;
  t->traverse = tuple_traverse;
  t->construct = tuple_construct;
  t->repr = tuple_repr;
  t->hash = tuple_hash;
  t->compare = tuple_compare;
  t->length = tuple_length;
  t->getitem = tuple_getitem;
  t->contains = tuple_contains;
  t->iter = tuple_iter;
  t->binary = tuple_binary;
  add_methods(t, kMethods);
  if (!rt.empty_tuple) rt.empty_tuple = new_tuple_of(t, 0).release();
  make_type_ready(t);
}

}  // namespace ap
