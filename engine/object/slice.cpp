#include <bit>

#include "object/int.hpp"
#include "object/native.hpp"
#include "object/protocol.hpp"
#include "object/range.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

// A bound: None gives Empty.
bool read_bound(Value v, Var* out) {
  if (v.is_none()) return true;
  if (!is_int(v) && !type_of(v)->to_index)
    return type_error("slice indices must be integers or None or have an __index__ method");
  *out = to_index(v);
  return static_cast<bool>(*out);
}

bool read_bound(Value v, int64_t fallback, int64_t* out) {
  *out = fallback;
  if (v.is_small_int()) {
    *out = v.as_int();
    return true;
  }
  Var index;
  return read_bound(v, &index) && (!index || to_int64_clamped(index, out));
}

bool read_slice(const Slice* s, int64_t length, int64_t* start, int64_t* stop, int64_t* step) {
  if (!read_bound(s->step, 1, step)) return false;
  if (*step == 0) return value_error("slice step cannot be zero");
  if (*step < -INT64_MAX) *step = -INT64_MAX;  // so that it can be negated
  bool down = *step < 0;
  int64_t lowest = down ? -1 : 0, highest = down ? length - 1 : length;
  auto clip = [&](int64_t i) {
    if (i < 0) i += length;
    return i < lowest ? lowest : i > highest ? highest : i;
  };
  if (!read_bound(s->start, 0, start) || !read_bound(s->stop, 0, stop)) return false;
  *start = s->start.is_none() ? (down ? highest : lowest) : clip(*start);
  *stop = s->stop.is_none() ? (down ? lowest : highest) : clip(*stop);
  return true;
}

Var slice_construct(Type* type, Args args) {
  if (args.keyword_count()) return type_error("slice() takes no keyword arguments");
  if (args.count == 0) return type_error("slice expected at least 1 argument, got 0");
  if (args.count > 3) return type_error("slice expected at most 3 arguments, got %d", static_cast<int>(args.count));
  if (args.count == 1) return make_slice(None, args.values[0], None);
  return make_slice(args.values[0], args.values[1], args.count == 3 ? args.values[2] : None);
}

void slice_dealloc(Object* o) {
  auto* s = static_cast<Slice*>(o);
  decref(s->start);
  decref(s->stop);
  decref(s->step);
  free_object(o, sizeof(Slice));
}

void slice_traverse(Object* o, Visitor& visit) {
  auto* s = static_cast<Slice*>(o);
  visit(s->start);
  visit(s->stop);
  visit(s->step);
}

Var slice_repr(Value v) {
  auto* s = v.as<Slice>();
  return format_str("slice(%R, %R, %R)", s->start, s->stop, s->step);
}

Ref<Tuple> as_tuple(Value v) {
  auto* s = v.as<Slice>();
  return tuple_of(s->start, s->stop, s->step);
}

Var slice_compare(Value a, Value b, Compare op) {
  if (!is_kind(a, Kind::Slice) || !is_kind(b, Kind::Slice)) return NotImplemented;
  Ref<Tuple> x = as_tuple(a), y = as_tuple(b);
  return x && y ? compare(x, y, op) : Var();
}

// As a tuple's hash (xxHash), but for its last step.
bool slice_hash(Value v, int64_t& out) {
  constexpr uint64_t kPrime1 = 11400714785074694791ull, kPrime2 = 14029467366897019727ull;
  auto* s = v.as<Slice>();
  uint64_t sum = 2870177450012600261ull;
  for (Value part : {s->start, s->stop, s->step}) {
    int64_t h;
    if (!hash(part, &h)) return false;
    sum += static_cast<uint64_t>(h) * kPrime2;
    sum = std::rotl(sum, 31) * kPrime1;
  }
  out = sum == UINT64_MAX ? 1546275796 : static_cast<int64_t>(sum);
  return true;
}

Var slice_indices_method(Call& c) {
  Var length = to_index(c[0]), start, stop, step;
  if (!length) return Var();
  if (int_sign(length) < 0) return value_error("length should not be negative");
  if (!slice_bounds(c.self, length, &start, &stop, &step)) return Var();
  return tuple_of(start.get(), stop.get(), step.get());
}

Var slice_start(Value v) { return v.as<Slice>()->start; }
Var slice_stop(Value v) { return v.as<Slice>()->stop; }
Var slice_step(Value v) { return v.as<Slice>()->step; }

const MethodDef kSliceMethods[] = {{"indices", "object, /", slice_indices_method}};
const GetSetDef kSliceAttributes[] = {{"start", slice_start}, {"step", slice_step}, {"stop", slice_stop}};

}  // namespace

Var make_slice(Value start, Value stop, Value step) {
  auto* s = allocate<Slice>(rt.types.slice, 0);
  if (!s) return Var();
  incref(start);
  incref(stop);
  incref(step);
  s->start = start;
  s->stop = stop;
  s->step = step;
  return Var::steal(s);
}

bool slice_indices(Value slice, int64_t length, int64_t* start, int64_t* step, int64_t* count) {
  int64_t stop;
  if (!read_slice(slice.as<Slice>(), length, start, &stop, step)) return false;
  if (*step > 0)
    *count = *start < stop ? (stop - *start - 1) / *step + 1 : 0;
  else
    *count = *start > stop ? (*start - stop - 1) / -*step + 1 : 0;
  return true;
}

bool slice_bounds(Value slice, Value length, Var* start, Var* stop, Var* step) {
  auto* s = slice.as<Slice>();
  const Value one = Value::from_int(1);
  if (!read_bound(s->step, step)) return false;
  if (!*step) *step = one;
  int sign = int_sign(*step);
  if (sign == 0) return value_error("slice step cannot be zero");
  Var before = int_binary(length, one, BinaryOp::Sub);
  if (!before) return false;
  Var lowest = sign < 0 ? Value::from_int(-1) : Value::from_int(0), highest = sign < 0 ? before.get() : length;
  auto clip = [&](Var* bound, const Var& fallback) {
    if (!*bound) {
      *bound = fallback;
      return true;
    }
    if (int_sign(*bound) < 0 && !(*bound = int_binary(*bound, length, BinaryOp::Add))) return false;
    if (int_compare(*bound, lowest) < 0) *bound = lowest;
    if (int_compare(*bound, highest) > 0) *bound = highest;
    return true;
  };
  return read_bound(s->start, start) && clip(start, sign < 0 ? highest : lowest) && read_bound(s->stop, stop) &&
         clip(stop, sign < 0 ? lowest : highest);
}

void init_slice_type() {
  Type* t = rt.types.slice = new_type("slice", nullptr, sizeof(Slice), Kind::Slice, 0);
  t->dealloc = slice_dealloc;
  t->traverse = slice_traverse;
  t->construct = slice_construct;
  t->repr = slice_repr;
  t->compare = slice_compare;
  t->hash = slice_hash;
  add_methods(t, kSliceMethods);
  add_getsets(t, kSliceAttributes);
  make_type_ready(t);
}

}  // namespace ap
