// What str, bytes, tuple and list have in common: indices, repetition, comparison item by item, error texts.
#pragma once
#include "object/native.hpp"
#include "object/protocol.hpp"

namespace ap {

// int or an object with __index__
bool is_index(Value v);
// start and end arguments of find, count, index ...: clipped as slices are. Empty and None: the whole.
// False: an exception is set. *from may lie behind *to.
bool clip_range(Value start, Value end, size_t length, size_t* from, size_t* to);
// An argument that is a count (maxsplit, width); false: TypeError or OverflowError.
bool to_size(Value v, int64_t* out);

// The place that subscript `key` names in a sequence, or -1 with TypeError "<indices> must be integers or slices, not T"
// or IndexError "<out_of_range>".
struct SequenceTexts {
  const char* indices;       // "list indices must be integers or slices, not %s"
  const char* out_of_range;  // "list index out of range"
  const char* concat;        // "list": can only concatenate list (not "int") to list
};
// The length is read after __index__ has run, which may have changed it.
int64_t sequence_index(Value key, const uint32_t& length, const SequenceTexts& texts);
// slice_indices for a length that the slice's own __index__ may change.
bool slice_of(Value slice, const uint32_t& length, int64_t* start, int64_t* step, int64_t* count);

// + and * of a sequence type; `is_operand` says whether a value is one.
struct SequenceOps {
  bool (*is_operand)(Value);
  Var (*concat)(Value, Value);
  Var (*repeat)(Value, int64_t);
  const SequenceTexts* texts;
};
Var sequence_binary(Value left, Value right, BinaryOp op, const SequenceOps& ops);
// Items `a` and `b` compared as lists and tuples are. The arrays may change while Python code runs, so they are read anew.
Var compare_items(Value a, Value b, Compare op, const Value* (*items)(Value, uint32_t* n));
// An argument that must be a str.
inline bool is_str_kind(Value v) { return is_kind(v, Kind::Str); }

// "[...]" and "{...}": remembers which containers' reprs are being made. ok() is false when `o` already is.
class ReprGuard {
 public:
  explicit ReprGuard(const Object* o);
  ~ReprGuard();
  ReprGuard(const ReprGuard&) = delete;
  bool repeated() const { return repeated_; }

 private:
  const Object* object_;
  ReprGuard* outer_;
  bool repeated_ = false;
};
// open + reprs of the items, separated by ", " + close. `again` is what stands where it contains itself.
Ref<Str> repr_items(Value container, const char* open, const char* close, const char* again,
                    const Value* (*items)(Value, uint32_t* n));

}  // namespace ap
