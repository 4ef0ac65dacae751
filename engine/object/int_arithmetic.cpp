// a + b and so on for two ints.
#include <cmath>
#include <cstring>

#include "base/double_text.hpp"
#include "object/float.hpp"
#include "object/int_digits.hpp"
#include "object/protocol.hpp"

namespace ap {

namespace {

Raised division_by_zero() { return raise(rt.types.ZeroDivisionError, "division by zero"); }

Var add_big(const IntDigits& a, const IntDigits& b, bool negate_b) {
  bool b_negative = b.negative != negate_b;
  if (a.negative == b_negative) {
    const IntDigits &longer = a.size >= b.size ? a : b, &shorter = a.size >= b.size ? b : a;
    Int* sum = new_int(longer.size + 1);
    if (!sum) return Var();
    big::add(sum->digits(), longer.digits, longer.size, shorter.digits, shorter.size);
    return finish_int(sum, longer.size + 1, a.negative);
  }
  int order = big::compare(a.digits, a.size, b.digits, b.size);
  if (order == 0) return Value::from_int(0);
  const IntDigits &longer = order > 0 ? a : b, &shorter = order > 0 ? b : a;
  Int* difference = new_int(longer.size);
  if (!difference) return Var();
  big::subtract(difference->digits(), longer.digits, longer.size, shorter.digits, shorter.size);
  return finish_int(difference, longer.size, order > 0 ? a.negative : b_negative);
}

Var multiply_big(const IntDigits& a, const IntDigits& b) {
  if (a.size == 0 || b.size == 0) return Value::from_int(0);
  size_t n = static_cast<size_t>(a.size) + b.size;
  Int* product = new_int(n);
  if (!product) return Var();
  Var owner = Var::steal(product);
  if (!big::multiply(product->digits(), a.digits, a.size, b.digits, b.size)) return Var();
  return finish_int(static_cast<Int*>(owner.release().object()), n, a.negative != b.negative);
}

bool divmod_big(const IntDigits& a, const IntDigits& b, Var* quotient, Var* remainder) {
  bool opposite = a.negative != b.negative;
  if (big::compare(a.digits, a.size, b.digits, b.size) < 0) {
    if (a.size && opposite) {
      if (quotient) *quotient = Value::from_int(-1);
      return !remainder || (*remainder = add_big(a, b, false));
    }
    if (quotient) *quotient = Value::from_int(0);
    return !remainder || (*remainder = int_from_digits(a.digits, a.size, a.negative));
  }
  // The rest tells whether the quotient is rounded down, so both are computed always.
  size_t n = a.size - b.size + 1;
  Int* q = new_int(n + 1);
  if (!q) return false;
  Var q_owner = Var::steal(q);
  Int* r = new_int(b.size);
  if (!r) return false;
  Var r_owner = Var::steal(r);
  if (!big::divide(q->digits(), r->digits(), a.digits, a.size, b.digits, b.size)) return false;
  q->digits()[n] = 0;
  if (opposite && big::trimmed(r->digits(), b.size)) {
    static const uint32_t kOne = 1;
    big::add(q->digits(), q->digits(), n, &kOne, 1);
    big::subtract(r->digits(), b.digits, b.size, r->digits(), b.size);
  }
  if (quotient) *quotient = finish_int(static_cast<Int*>(q_owner.release().object()), n + 1, opposite);
  if (remainder) *remainder = finish_int(static_cast<Int*>(r_owner.release().object()), b.size, b.negative);
  return true;
}

// a / b, correctly rounded.
Var true_divide(const IntDigits& a, const IntDigits& b) {
  if (b.size == 0) return division_by_zero();
  bool negative = a.negative != b.negative;
  if (a.size == 0) return Value::from_float(negative ? -0.0 : 0.0);
  // Enough bits of the quotient for a double and for rounding it.
  int64_t shift = static_cast<int64_t>(big::bit_length(b.digits, b.size)) -
                  static_cast<int64_t>(big::bit_length(a.digits, a.size)) + 66;
  const IntDigits& moved = shift >= 0 ? a : b;
  uint64_t distance = static_cast<uint64_t>(shift >= 0 ? shift : -shift);
  size_t n = moved.size + static_cast<size_t>(distance / 32) + 1;
  big::Scratch scratch(n);
  if (!scratch) return Var();
  big::shift_left(scratch, moved.digits, moved.size, distance);
  n = big::trimmed(scratch, n);
  const uint32_t *top = a.digits, *bottom = b.digits;
  size_t top_size = a.size, bottom_size = b.size;
  if (shift >= 0)
    top = scratch, top_size = n;
  else
    bottom = scratch, bottom_size = n;
  big::Scratch quotient(top_size - bottom_size + 1), remainder(bottom_size);
  if (!quotient || !remainder) return Var();
  if (!big::divide(quotient, remainder, top, top_size, bottom, bottom_size)) return Var();
  int64_t exponent;
  bool rest;
  uint64_t mantissa = big::top_bits(quotient, big::trimmed(quotient, top_size - bottom_size + 1), &exponent, &rest);
  rest |= big::trimmed(remainder, bottom_size) != 0;
  double d = double_from_binary(mantissa, exponent - shift, rest);
  if (std::isinf(d)) return raise(rt.types.OverflowError, "integer division result too large for a float");
  return Value::from_float(negative ? -d : d);
}

Var shift_left_big(Value v, uint64_t bits) {
  IntDigits a(v);
  if (a.size == 0) return Value::from_int(0);
  if (bits / 32 > (1u << 29)) return raise_memory_error();
  size_t n = a.size + static_cast<size_t>(bits / 32) + 1;
  Int* result = new_int(n);
  if (!result) return Var();
  big::shift_left(result->digits(), a.digits, a.size, bits);
  return finish_int(result, n, a.negative);
}

Var shift_right_big(const IntDigits& a, uint64_t bits) {
  if (bits / 32 >= a.size) return Value::from_int(a.negative ? -1 : 0);
  size_t n = a.size - static_cast<size_t>(bits / 32);
  Int* result = new_int(n + 1);
  if (!result) return Var();
  bool lost = big::shift_right(result->digits(), a.digits, a.size, bits);
  result->digits()[n] = 0;
  static const uint32_t kOne = 1;
  if (lost && a.negative) big::add(result->digits(), result->digits(), n, &kOne, 1);
  return finish_int(result, n + 1, a.negative);
}

Var shift(Value a, Value b, bool left) {
  int64_t bits;
  if (int_sign(b) < 0) return value_error("negative shift count");
  if (!int_fits_int64(b, &bits)) {
    if (left && int_sign(a)) return raise(rt.types.OverflowError, "too many digits in integer");
    return Value::from_int(!left && int_sign(a) < 0 ? -1 : 0);
  }
  int64_t x;
  if (int_fits_int64(a, &x)) {
    if (!left) return make_int(x >> (bits > 63 ? 63 : bits));
    if (bits < 63 && static_cast<int64_t>(static_cast<uint64_t>(x) << bits) >> bits == x)
      return make_int(static_cast<int64_t>(static_cast<uint64_t>(x) << bits));
  }
  return left ? shift_left_big(a, static_cast<uint64_t>(bits))
              : shift_right_big(IntDigits(a), static_cast<uint64_t>(bits));
}

// Gives the digits of a number in two's complement, one after the other.
struct TwosComplement {
  const IntDigits& a;
  uint32_t carry = 1;
  uint32_t digit(uint32_t i) {
    uint32_t d = i < a.size ? a.digits[i] : 0;
    if (!a.negative) return d;
    d = ~d + carry;
    if (d) carry = 0;
    return d;
  }
};

uint32_t combine(uint32_t x, uint32_t y, BinaryOp op) {
  return op == BinaryOp::And ? x & y : op == BinaryOp::Or ? x | y : x ^ y;
}

Var bitwise_big(const IntDigits& a, const IntDigits& b, BinaryOp op) {
  uint32_t n = (a.size > b.size ? a.size : b.size) + 1;
  // Beyond its digits a positive number has no bits to give.
  if (op == BinaryOp::And && !a.negative && a.size < n) n = a.size;
  if (op == BinaryOp::And && !b.negative && b.size < n) n = b.size;
  Int* result = new_int(n);
  if (!result) return Var();
  bool negative = combine(a.negative, b.negative, op);
  TwosComplement x{a}, y{b};
  uint32_t carry = 1;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t d = combine(x.digit(i), y.digit(i), op);
    if (negative) {
      d = ~d + carry;
      if (d) carry = 0;
    }
    result->digits()[i] = d;
  }
  return finish_int(result, n, negative);
}

bool both_exact_as_double(int64_t x, int64_t y) {
  constexpr int64_t kLimit = 1ll << 53;
  return x >= -kLimit && x <= kLimit && y >= -kLimit && y <= kLimit;
}

}  // namespace

bool int_divmod(Value a, Value b, Var* quotient, Var* remainder) {
  int64_t x, y;
  if (int_sign(b) == 0) return division_by_zero();
  if (int_fits_int64(a, &x) && int_fits_int64(b, &y) && x != INT64_MIN) {
    int64_t q = x / y, r = x % y;
    if (r && (r ^ y) < 0) {
      --q;
      r += y;
    }
    return (!quotient || (*quotient = make_int(q))) && (!remainder || (*remainder = make_int(r)));
  }
  return divmod_big(IntDigits(a), IntDigits(b), quotient, remainder);
}

Var int_binary(Value a, Value b, BinaryOp op) {
  int64_t x, y, result;
  bool fit = int_fits_int64(a, &x) && int_fits_int64(b, &y);
  Var out;
  switch (op) {
    case BinaryOp::Add:
      if (fit && !__builtin_add_overflow(x, y, &result)) return make_int(result);
      return add_big(IntDigits(a), IntDigits(b), false);
    case BinaryOp::Sub:
      if (fit && !__builtin_sub_overflow(x, y, &result)) return make_int(result);
      return add_big(IntDigits(a), IntDigits(b), true);
    case BinaryOp::Mul:
      if (fit && !__builtin_mul_overflow(x, y, &result)) return make_int(result);
      return multiply_big(IntDigits(a), IntDigits(b));
    case BinaryOp::Div:
      if (fit && y && both_exact_as_double(x, y))
        return Value::from_float(static_cast<double>(x) / static_cast<double>(y));
      return true_divide(IntDigits(a), IntDigits(b));
    case BinaryOp::FloorDiv: return int_divmod(a, b, &out, nullptr) ? std::move(out) : Var();
    case BinaryOp::Mod: return int_divmod(a, b, nullptr, &out) ? std::move(out) : Var();
    case BinaryOp::Pow: return int_pow(a, b);
    case BinaryOp::LShift: return shift(a, b, true);
    case BinaryOp::RShift: return shift(a, b, false);
    case BinaryOp::And:
    case BinaryOp::Or:
    case BinaryOp::Xor:
      if (fit) {
        result = op == BinaryOp::And ? x & y : op == BinaryOp::Or ? x | y : x ^ y;
        if (a.is_bool() && b.is_bool()) return Value::from_bool(result);
        return make_int(result);
      }
      return bitwise_big(IntDigits(a), IntDigits(b), op);
    default: return NotImplemented;
  }
}

}  // namespace ap
