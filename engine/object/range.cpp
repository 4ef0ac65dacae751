#include "object/range.hpp"

#include "object/int.hpp"
#include "object/iterator.hpp"
#include "object/native.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

Type* range_iterator_type;

namespace {

Type* big_iterator_type;  // of ranges with large bounds

// So that start + i * step and one step beyond either end stay within 64 bits.
constexpr int64_t kSmall = 1ll << 62;
bool is_small(int64_t i) { return i > -kSmall && i < kSmall; }

int64_t count_of(int64_t start, int64_t stop, int64_t step) {
  if (step > 0 ? start >= stop : start <= stop) return 0;
  uint64_t span = step > 0 ? static_cast<uint64_t>(stop) - static_cast<uint64_t>(start)
                           : static_cast<uint64_t>(start) - static_cast<uint64_t>(stop);
  uint64_t stride = step > 0 ? static_cast<uint64_t>(step) : 0 - static_cast<uint64_t>(step);
  return static_cast<int64_t>((span - 1) / stride + 1);
}

Range* new_range(int64_t start, int64_t stop, int64_t step) {
  auto* r = allocate<Range>(rt.types.range, 0);
  if (!r) return nullptr;
  r->start = start;
  r->stop = stop;
  r->step = step;
  r->length = count_of(start, stop, step);
  return r;
}

Var range_of(Value start, Value stop, Value step) {
  int64_t a, b, c;
  if (int_fits_int64(start, &a) && int_fits_int64(stop, &b) && int_fits_int64(step, &c) && is_small(a) && is_small(b) &&
      is_small(c))
    return Var::steal(new_range(a, b, c));
  Ref<Tuple> bounds = tuple_of(start, stop, step);
  if (!bounds) return Var();
  Range* r = new_range(0, 0, 1);
  r->big = bounds.release();
  return Var::steal(r);
}

Var calculate(Value a, BinaryOp op, Value b) { return a && b ? int_binary(a, b, op) : Var(); }

// The parts of any range as ints.
Var start_of(const Range* r) { return r->big ? Var((*r->big)[0]) : make_int(r->start); }
Var stop_of(const Range* r) { return r->big ? Var((*r->big)[1]) : make_int(r->stop); }
Var step_of(const Range* r) { return r->big ? Var((*r->big)[2]) : make_int(r->step); }
Var length_of(const Range* r) {
  if (!r->big) return make_int(r->length);
  Value start = (*r->big)[0], stop = (*r->big)[1], step = (*r->big)[2];
  bool up = int_sign(step) > 0;
  int order = int_compare(start, stop);
  if (up ? order >= 0 : order <= 0) return Value::from_int(0);
  Var span = up ? int_binary(stop, start, BinaryOp::Sub) : int_binary(start, stop, BinaryOp::Sub);
  Var stride = int_absolute(step);
  if (!span || !stride) return Var();
  Var whole = int_binary(span, Value::from_int(1), BinaryOp::Sub);
  Var steps = calculate(whole, BinaryOp::FloorDiv, stride);
  return calculate(steps, BinaryOp::Add, Value::from_int(1));
}
// start + i * step
Var item_of(const Range* r, Value i) {
  Var start = start_of(r), step = step_of(r), distance = calculate(i, BinaryOp::Mul, step);
  return calculate(start, BinaryOp::Add, distance);
}

Var range_construct(Type*, Args args) {
  if (args.keyword_count()) return type_error("range() takes no keyword arguments");
  if (args.count == 0) return type_error("range expected at least 1 argument, got 0");
  if (args.count > 3) return type_error("range expected at most 3 arguments, got %d", static_cast<int>(args.count));
  Var given[3];
  for (uint32_t i = 0; i < args.count; ++i) {
    Var index = to_index(args.values[i]);
    given[i] = index ? exact_int(index) : Var();
    if (!given[i]) return Var();
  }
  if (args.count == 1) return range_of(Value::from_int(0), given[0], Value::from_int(1));
  if (args.count == 2) return range_of(given[0], given[1], Value::from_int(1));
  if (int_sign(given[2]) == 0) return value_error("range() arg 3 must not be zero");
  return range_of(given[0], given[1], given[2]);
}

void range_dealloc(Object* o) {
  auto* r = static_cast<Range*>(o);
  if (r->big) decref(static_cast<Object*>(r->big));
  free_object(o, sizeof(Range));
}

Var range_repr(Value v) {
  auto* r = v.as<Range>();
  Var start = start_of(r), stop = stop_of(r), step = step_of(r);
  if (step.get() == Value::from_int(1)) return format_str("range(%R, %R)", start.get(), stop.get());
  return format_str("range(%R, %R, %R)", start.get(), stop.get(), step.get());
}

int64_t range_length(Value v) {
  auto* r = v.as<Range>();
  if (!r->big) return r->length;
  Var length = length_of(r);
  int64_t n;
  return length && to_int64(length, &n) ? n : -1;
}

Tri range_truth(Value v) {
  Var length = length_of(v.as<Range>());
  if (!length) return Tri::Error;
  return int_sign(length) ? Tri::True : Tri::False;
}

Var range_slice(const Range* r, Value slice) {
  Var length = length_of(r), start, stop, step;
  if (!length || !slice_bounds(slice, length, &start, &stop, &step)) return Var();
  Var first = item_of(r, start), last = item_of(r, stop), own = step_of(r),
      stride = calculate(own, BinaryOp::Mul, step);
  return first && last && stride ? range_of(first, last, stride) : Var();
}

Var range_getitem(Value v, Value key) {
  auto* r = v.as<Range>();
  if (key.is_small_int() && !r->big) {
    int64_t i = key.as_int();
    if (i < 0) i += r->length;
    if (i < 0 || i >= r->length) return raise(rt.types.IndexError, "range object index out of range");
    return make_int(r->start + i * r->step);
  }
  if (is_kind(key, Kind::Slice)) return range_slice(r, key);
  if (!is_int(key) && !type_of(key)->to_index)
    return type_error("range indices must be integers or slices, not %T", key);
  Var index = to_index(key), length = length_of(r);
  if (!index || !length) return Var();
  if (int_sign(index) < 0 && !(index = int_binary(index, length, BinaryOp::Add))) return Var();
  if (int_sign(index) < 0 || int_compare(index, length) >= 0)
    return raise(rt.types.IndexError, "range object index out of range");
  return item_of(r, index);
}

// Where an int stands in the range, or -1; Empty: error.
Var position_of(const Range* r, Value v) {
  int64_t i;
  if (!r->big && int_fits_int64(v, &i)) {
    bool inside = r->step > 0 ? i >= r->start && i < r->stop : i <= r->start && i > r->stop;
    if (!inside || (i - r->start) % r->step) return Value::from_int(-1);
    return make_int((i - r->start) / r->step);
  }
  Var start = start_of(r), step = step_of(r), length = length_of(r), quotient, rest;
  Var distance = calculate(v, BinaryOp::Sub, start);
  if (!length || !distance || !int_divmod(distance, step, &quotient, &rest)) return Var();
  if (int_sign(rest) || int_sign(quotient) < 0 || int_compare(quotient, length) >= 0) return Value::from_int(-1);
  return quotient;
}

// Only int itself and bool compare as numbers do; what a subclass thinks of == must be asked.
bool is_plain_int(Value v) {
  return v.is_small_int() || v.is_bool() || (v.is_object() && v.object()->type == rt.types.int_);
}

// Compares with each item in turn; *count of those that are equal, at most `stop_at`; *position of the last one.
bool search(Value range, Value item, int64_t stop_at, int64_t* count, int64_t* position) {
  Var iterator = iterate(range);
  *count = 0;
  if (!iterator) return false;
  for (int64_t i = 0;; ++i) {
    Var each = next(iterator);
    if (!each) return !failed();
    if (!check()) return false;
    Tri same = equal(each, item);
    if (same == Tri::Error) return false;
    if (same == Tri::True) {
      *position = i;
      if (++*count == stop_at) return true;
    }
  }
}

Tri range_contains(Value v, Value item) {
  if (is_plain_int(item)) {
    Var at = position_of(v.as<Range>(), item);
    if (!at) return Tri::Error;
    return int_sign(at) < 0 ? Tri::False : Tri::True;
  }
  int64_t count, position;
  if (!search(v, item, 1, &count, &position)) return Tri::Error;
  return count ? Tri::True : Tri::False;
}

Var range_index(Call& c) {
  if (is_plain_int(c[0])) {
    Var at = position_of(c.self.as<Range>(), c[0]);
    if (at && int_sign(at) < 0) return value_error("range.index(x): x not in range");
    return at;
  }
  int64_t count, position;
  if (!search(c.self, c[0], 1, &count, &position)) return Var();
  if (!count) return value_error("sequence.index(x): x not in sequence");
  return make_int(position);
}

Var range_count(Call& c) {
  if (is_plain_int(c[0])) {
    Var at = position_of(c.self.as<Range>(), c[0]);
    return at ? Var(Value::from_int(int_sign(at) >= 0)) : Var();
  }
  int64_t count, position;
  return search(c.self, c[0], INT64_MAX, &count, &position) ? make_int(count) : Var();
}

// (length, start, step), with what does not matter left out: equal ranges give the same items.
Ref<Tuple> essence(const Range* r) {
  Var length = length_of(r), start = start_of(r), step = step_of(r);
  if (!length) return nullptr;
  if (int_sign(length) == 0) return tuple_of(length.get(), None, None);
  if (length.get() == Value::from_int(1)) return tuple_of(length.get(), start.get(), None);
  return tuple_of(length.get(), start.get(), step.get());
}

Var range_compare(Value a, Value b, Compare op) {
  if (!is_kind(a, Kind::Range) || !is_kind(b, Kind::Range) || (op != Compare::Eq && op != Compare::Ne))
    return NotImplemented;
  Ref<Tuple> x = essence(a.as<Range>()), y = essence(b.as<Range>());
  return x && y ? compare(x, y, op) : Var();
}

bool range_hash(Value v, int64_t& out) {
  Ref<Tuple> t = essence(v.as<Range>());
  return t && hash(t, &out);
}

Var new_iterator(int64_t next, int64_t step, int64_t left) {
  auto* it = allocate<RangeIterator>(range_iterator_type, 0);
  if (!it) return Var();
  it->next = next;
  it->step = step;
  it->left = left;
  return Var::steal(it);
}

// Iterator::over: the next value; more: step, how many are left.
Var new_big_iterator(Value next, Value step, Value left) {
  Var it = make_iterator(big_iterator_type, next);
  if (!it) return Var();
  incref(step);
  incref(left);
  it.as<Iterator>()->more[0] = step;
  it.as<Iterator>()->more[1] = left;
  return it;
}

Var range_iter(Value v) {
  auto* r = v.as<Range>();
  if (!r->big) return new_iterator(r->start, r->step, r->length);
  Var length = length_of(r);
  return length ? new_big_iterator((*r->big)[0], (*r->big)[2], length) : Var();
}

Var range_reversed(Call& c) {
  auto* r = c.self.as<Range>();
  if (!r->big) return new_iterator(r->start + (r->length - 1) * r->step, -r->step, r->length);
  Var length = length_of(r), last = calculate(length, BinaryOp::Sub, Value::from_int(1)),
      start = last ? item_of(r, last) : Var();
  Var step = int_unary((*r->big)[2], UnaryOp::Neg);
  return start && step ? new_big_iterator(start, step, length) : Var();
}

Var iterator_next(Value v) {
  auto* it = v.as<RangeIterator>();
  if (it->left <= 0) return Var();
  --it->left;
  int64_t value = it->next;
  it->next += it->step;
  return make_int(value);
}

Var big_iterator_next(Value v) {
  auto* it = v.as<Iterator>();
  if (int_sign(it->more[1]) <= 0) return Var();
  Var left = int_binary(it->more[1], Value::from_int(1), BinaryOp::Sub),
      next = int_binary(it->over, it->more[0], BinaryOp::Add);
  if (!left || !next) return Var();
  decref(it->more[1]);
  it->more[1] = left.release();
  return Var::steal(std::exchange(it->over, next.release()));
}

Var iterator_length_hint(Call& c) { return make_int(c.self.as<RangeIterator>()->left); }
Var big_iterator_length_hint(Call& c) { return c.self.as<Iterator>()->more[1]; }

void iterator_dealloc(Object* o) { free_object(o, sizeof(RangeIterator)); }

Var get_start(Value v) { return start_of(v.as<Range>()); }
Var get_stop(Value v) { return stop_of(v.as<Range>()); }
Var get_step(Value v) { return step_of(v.as<Range>()); }

const MethodDef kRangeMethods[] = {
    {"__reversed__", "", range_reversed},
    {"count", "object, /", range_count},
    {"index", "object, /", range_index},
};
const GetSetDef kRangeAttributes[] = {{"start", get_start}, {"step", get_step}, {"stop", get_stop}};
const MethodDef kIteratorMethods[] = {{"__length_hint__", "", iterator_length_hint}};
const MethodDef kBigIteratorMethods[] = {{"__length_hint__", "", big_iterator_length_hint}};

Var self_iter(Value v) { return v; }

}  // namespace

Var make_range(int64_t start, int64_t stop, int64_t step) {
  if (is_small(start) && is_small(stop) && is_small(step)) return Var::steal(new_range(start, stop, step));
  Var a = make_int(start), b = make_int(stop), c = make_int(step);
  return range_of(a, b, c);
}

void init_range_types() {
  init_slice_type();
  Type* t = rt.types.range = new_type("range", nullptr, sizeof(Range), Kind::Range, kSequence);
  t->dealloc = range_dealloc;
  t->construct = range_construct;
  t->repr = range_repr;
  t->hash = range_hash;
  t->compare = range_compare;
  t->length = range_length;
  t->truth = range_truth;
  t->getitem = range_getitem;
  t->contains = range_contains;
  t->iter = range_iter;
  add_methods(t, kRangeMethods);
  add_getsets(t, kRangeAttributes);
  make_type_ready(t);

  t = range_iterator_type = new_type("range_iterator", nullptr, sizeof(RangeIterator), Kind::Iterator, 0);
  t->dealloc = iterator_dealloc;
  t->iter = self_iter;
  t->next = iterator_next;
  add_methods(t, kIteratorMethods);
  make_type_ready(t);

  t = big_iterator_type = new_iterator_type("longrange_iterator", big_iterator_next);
  add_methods(t, kBigIteratorMethods);
}

}  // namespace ap
