// What needs no slot of a type: arithmetic, comparisons and truth of small ints and floats, for the interpreter's loop.
#pragma once
#include "object/protocol.hpp"

namespace ap {

inline bool both_small_ints(Value a, Value b) { return (a.bits & b.bits) >= Value::kIntTag; }

// Small ints and floats, the common cases. Empty: take the long way.
Value quick_binary(Value a, Value b, BinaryOp op);

// The commonest of all where it stands, the others by a call.
[[gnu::always_inline]] inline Value quick_arithmetic(Value a, Value b, BinaryOp op) {
  if (op <= BinaryOp::Sub && both_small_ints(a, b)) [[likely]] {
    int64_t x = a.as_int(), y = b.as_int();
    int64_t r = op == BinaryOp::Add ? x + y : x - y;
    if (Value::fits_int(r)) [[likely]] return Value::from_int(r);
    return Value();
  }
  return quick_binary(a, b, op);
}

// Which of less (1), equal (2), greater (4) make each comparison true; 3 bits an operator.
constexpr uint32_t kTrueWhen = 1u << 3 * int(Compare::Lt) | 3u << 3 * int(Compare::Le) | 2u << 3 * int(Compare::Eq) |
                               5u << 3 * int(Compare::Ne) | 4u << 3 * int(Compare::Gt) | 6u << 3 * int(Compare::Ge);

Tri compare_floats(Value a, Value b, Compare op);
// Error: take the long way.
[[gnu::always_inline]] inline Tri quick_compare(Value a, Value b, Compare op) {
  if (both_small_ints(a, b)) [[likely]] {
    // The tag shifted out, the sign is where a comparison wants it.
    int64_t x = static_cast<int64_t>(a.bits << 16), y = static_cast<int64_t>(b.bits << 16);
    uint32_t is = x < y ? 1 : x == y ? 2 : 4;
    return (kTrueWhen >> 3 * static_cast<uint32_t>(op) & is) ? Tri::True : Tri::False;
  }
  return compare_floats(a, b, op);
}

[[gnu::always_inline]] inline Tri quick_truth(Value v) {
  if (v.is_bool()) return v.is_true() ? Tri::True : Tri::False;
  if (v.is_none()) return Tri::False;
  if (v.is_small_int()) return v.as_int() ? Tri::True : Tri::False;
  return truth(v);
}

}  // namespace ap
