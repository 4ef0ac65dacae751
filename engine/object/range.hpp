// range and slice.
#pragma once
#include "object/runtime.hpp"

namespace ap {

// Bounds that fit 62 bits; others are kept as ints in `big` (start, stop, step).
struct Range : Object {
  int64_t start = 0, stop = 0, step = 1, length = 0;
  Tuple* big = nullptr;
  explicit Range(Type* t) : Object(t, Kind::Range) {}
};
struct RangeIterator : Object {
  int64_t next, step, left;
  explicit RangeIterator(Type* t) : Object(t, Kind::Iterator) {}
};
struct Slice : Object {
  Value start, stop, step;
  explicit Slice(Type* t) : Object(t, Kind::Slice) {}
};

Var make_range(int64_t start, int64_t stop, int64_t step);
Var make_slice(Value start, Value stop, Value step);
// The indices that `s` selects in a sequence of `length` items: *count of them from *start on by *step.
bool slice_indices(Value slice, int64_t length, int64_t* start, int64_t* step, int64_t* count);
// slice.indices(length) for ints of any size: start, stop and step as they are to be used.
bool slice_bounds(Value slice, Value length, Var* start, Var* stop, Var* step);
extern Type* range_iterator_type;  // of RangeIterator
void init_slice_type();
void init_range_types();

}  // namespace ap
