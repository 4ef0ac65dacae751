#include "object/int.hpp"

#include <cmath>
#include <cstring>

#include "base/double_text.hpp"
#include "object/int_digits.hpp"
#include "object/protocol.hpp"

namespace ap {

namespace {
constexpr uint64_t kHashModulus = (1ull << 61) - 1;
constexpr size_t kMaxDigits = 1u << 29;
}  // namespace

IntDigits::IntDigits(Value v) {
  if (v.is_object()) {
    const Int* i = v.as<Int>();
    digits = i->digits();
    negative = i->size < 0;
    size = static_cast<uint32_t>(negative ? -i->size : i->size);
    return;
  }
  int64_t i = v.is_small_int() ? v.as_int() : v.is_true();
  negative = i < 0;
  uint64_t magnitude = static_cast<uint64_t>(negative ? -i : i);
  here_[0] = static_cast<uint32_t>(magnitude);
  here_[1] = static_cast<uint32_t>(magnitude >> 32);
  digits = here_;
  size = here_[1] ? 2 : here_[0] ? 1 : 0;
}

Int* new_int(size_t n) {
  if (n > kMaxDigits) {
    (void)raise_memory_error();
    return nullptr;
  }
  // Whatever is computed into it takes time in proportion.
  if (n > 64 && !check(n / big::kDigitsAStep)) return nullptr;
  return allocate<Int>(rt.types.int_, n * sizeof(uint32_t), static_cast<uint32_t>(n));
}

Var finish_int(Int* result, size_t n, bool negative) {
  n = big::trimmed(result->digits(), n);
  if (n <= 2) {
    const uint32_t* d = result->digits();
    uint64_t magnitude = (n > 0 ? d[0] : 0) | static_cast<uint64_t>(n > 1 ? d[1] : 0) << 32;
    if (magnitude < (1ull << 47) + negative) {
      result->size = 0;
      decref(result);
      return Value::from_int(negative ? -static_cast<int64_t>(magnitude) : static_cast<int64_t>(magnitude));
    }
  }
  result->size = negative ? -static_cast<int32_t>(n) : static_cast<int32_t>(n);
  return Var::steal(result);
}

Var int_from_digits(const uint32_t* digits, size_t n, bool negative) {
  n = big::trimmed(digits, n);
  Int* result = new_int(n);
  if (!result) return Var();
  std::memcpy(result->digits(), digits, n * sizeof(uint32_t));
  return finish_int(result, n, negative);
}

static Var make_two_digits(uint64_t magnitude, bool negative) {
  Int* i = new_int(2);
  if (!i) return Var();
  i->digits()[0] = static_cast<uint32_t>(magnitude);
  i->digits()[1] = static_cast<uint32_t>(magnitude >> 32);
  if (negative) i->size = -2;
  return Var::steal(i);
}

Var make_int(int64_t i) {
  if (Value::fits_int(i)) [[likely]]
    return Value::from_int(i);
  return make_two_digits(i < 0 ? 0 - static_cast<uint64_t>(i) : static_cast<uint64_t>(i), i < 0);
}

Var make_int_u64(uint64_t i) {
  if (i <= static_cast<uint64_t>(Value::kIntMax)) return Value::from_int(static_cast<int64_t>(i));
  return make_two_digits(i, false);
}

Var int_shifted(uint64_t magnitude, int64_t exponent, bool negative) {
  if (exponent < 0) {
    magnitude = exponent <= -64 ? 0 : magnitude >> -exponent;
    exponent = 0;
  }
  uint32_t digits[2] = {static_cast<uint32_t>(magnitude), static_cast<uint32_t>(magnitude >> 32)};
  size_t n = big::trimmed(digits, 2);
  if (static_cast<uint64_t>(exponent) / 32 > kMaxDigits) return raise_memory_error();
  size_t size = n + static_cast<size_t>(exponent / 32) + 1;
  Int* result = new_int(size);
  if (!result) return Var();
  big::shift_left(result->digits(), digits, n, static_cast<uint64_t>(exponent));
  return finish_int(result, size, negative);
}

Var int_from_double(double d) {
  if (d != d) return value_error("cannot convert float NaN to integer");
  if (std::isinf(d)) return raise(rt.types.OverflowError, "cannot convert float infinity to integer");
  if (d > -9e18 && d < 9e18) return make_int(static_cast<int64_t>(d));
  int exponent;
  double fraction = std::frexp(std::fabs(d), &exponent);
  return int_shifted(static_cast<uint64_t>(std::ldexp(fraction, 53)), exponent - 53, d < 0);
}

bool int_fits_int64(Value v, int64_t* out) {
  if (v.is_small_int()) [[likely]] {
    *out = v.as_int();
    return true;
  }
  IntDigits i(v);
  if (i.size > 2) return false;
  uint64_t magnitude = (i.size > 0 ? i.digits[0] : 0) | static_cast<uint64_t>(i.size > 1 ? i.digits[1] : 0) << 32;
  if (magnitude >= (1ull << 63) + i.negative) return false;
  *out = static_cast<int64_t>(i.negative ? 0 - magnitude : magnitude);
  return true;
}

bool to_int64(Value v, int64_t* out) {
  if (v.is_small_int()) [[likely]] {
    *out = v.as_int();
    return true;
  }
  if (is_int(v)) {
    if (int_fits_int64(v, out)) return true;
    return raise(rt.types.OverflowError, "Python int too large to convert to C ssize_t");
  }
  Var index = to_index(v);
  return index && to_int64(index, out);
}

bool to_int64_clamped(Value v, int64_t* out) {
  if (v.is_small_int()) [[likely]] {
    *out = v.as_int();
    return true;
  }
  if (is_int(v)) {
    if (!int_fits_int64(v, out)) *out = int_sign(v) < 0 ? INT64_MIN : INT64_MAX;
    return true;
  }
  Var index = to_index(v);
  return index && to_int64_clamped(index, out);
}

bool int_to_double(Value v, double* out) {
  if (v.is_small_int()) [[likely]] {
    *out = static_cast<double>(v.as_int());
    return true;
  }
  IntDigits i(v);
  int64_t exponent;
  bool rest;
  uint64_t top = big::top_bits(i.digits, i.size, &exponent, &rest);
  double d = double_from_binary(top, exponent, rest);
  if (std::isinf(d)) return raise(rt.types.OverflowError, "int too large to convert to float");
  *out = i.negative ? -d : d;
  return true;
}

int int_sign(Value v) {
  if (v.is_small_int()) return v.as_int() < 0 ? -1 : v.as_int() > 0;
  if (!v.is_object()) return v.is_true();
  int32_t size = v.as<Int>()->size;
  return size < 0 ? -1 : size > 0;
}

bool int_is_odd(Value v) {
  if (v.is_small_int()) return v.as_int() & 1;
  IntDigits i(v);
  return i.size && (i.digits[0] & 1);
}

uint64_t int_bit_length(Value v) {
  IntDigits i(v);
  return big::bit_length(i.digits, i.size);
}

int int_compare(Value a, Value b) {
  if (a.is_small_int() && b.is_small_int()) return a.as_int() < b.as_int() ? -1 : a.as_int() > b.as_int();
  IntDigits x(a), y(b);
  if (x.negative != y.negative) return x.negative ? -1 : 1;
  int order = big::compare(x.digits, x.size, y.digits, y.size);
  return x.negative ? -order : order;
}

int int_compare_double(Value a, double d) {
  if (d != d) return 2;
  int64_t i;
  if (int_fits_int64(a, &i) && i > -(1ll << 53) && i < 1ll << 53) {
    double x = static_cast<double>(i);
    return x < d ? -1 : x > d;
  }
  int sign = int_sign(a);
  if (std::isinf(d) || std::fabs(d) < 1.0) return std::isinf(d) ? (d > 0 ? -1 : 1) : sign;
  if ((d < 0) != (sign < 0)) return sign;
  // |a| >= 2^53: where d is that large it is whole, and where it is not the magnitudes' lengths decide.
  int exponent;
  double fraction = std::frexp(std::fabs(d), &exponent);
  uint64_t bits = int_bit_length(a);
  if (bits != static_cast<uint64_t>(exponent)) return bits < static_cast<uint64_t>(exponent) ? -sign : sign;
  uint64_t mantissa = static_cast<uint64_t>(std::ldexp(fraction, 53)) << 11;
  IntDigits x(a);
  int64_t unused;
  bool rest;
  uint64_t top = big::top_bits(x.digits, x.size, &unused, &rest);
  top <<= std::countl_zero(top);
  if (top != mantissa) return top < mantissa ? -sign : sign;
  return rest ? sign : 0;
}

int64_t hash_int(Value v) {
  int64_t h;
  if (v.is_small_int()) [[likely]] {
    h = v.as_int();
  } else {
    IntDigits i(v);
    rt.steps += i.size / 256;
    uint64_t x = 0;
    for (uint32_t at = i.size; at--;) {
      x = ((x << 32) & kHashModulus) | x >> (61 - 32);
      x += i.digits[at];
      if (x >= kHashModulus) x -= kHashModulus;
    }
    h = static_cast<int64_t>(x);
    if (i.negative) h = -h;
  }
  return h == -1 ? -2 : h;
}

Var exact_int(Value v) {
  if (v.is_small_int() || (v.is_object() && v.object()->type == rt.types.int_)) return v;
  IntDigits i(v);
  return int_from_digits(i.digits, i.size, i.negative);
}

Var int_absolute(Value v) { return int_sign(v) < 0 ? int_unary(v, UnaryOp::Neg) : exact_int(v); }

Var int_unary(Value v, UnaryOp op) {
  if (op == UnaryOp::Pos) return exact_int(v);
  int64_t small;
  if (int_fits_int64(v, &small) && small != INT64_MIN) return make_int(op == UnaryOp::Neg ? -small : ~small);
  if (op == UnaryOp::Invert) {
    Var minus = int_unary(v, UnaryOp::Neg);
    return minus ? int_binary(minus, Value::from_int(1), BinaryOp::Sub) : Var();
  }
  IntDigits i(v);
  return int_from_digits(i.digits, i.size, !i.negative);
}

}  // namespace ap
