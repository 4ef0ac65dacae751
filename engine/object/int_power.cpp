// a ** b and pow(a, b, m) for ints.
#include <cstring>

#include "object/float.hpp"
#include "object/int_digits.hpp"
#include "object/protocol.hpp"

namespace ap {

namespace {

// (a * b) % m for non-negative values below 2^32.
bool multiply_modulo(Var& a, Value b, Value m) {
  Var product = int_binary(a, b, BinaryOp::Mul);
  return product && int_divmod(product, m, nullptr, &a);
}

// Both stop half-way, with an exception set, where the run is to stop.
uint64_t power_modulo_64(uint64_t base, const IntDigits& e, uint64_t m) {
  unsigned __int128 result = 1 % m;
  for (uint32_t i = e.size; i-- && check();)
    for (int bit = 31; bit >= 0; --bit) {
      result = result * result % m;
      if (e.digits[i] >> bit & 1) result = result * base % m;
    }
  return static_cast<uint64_t>(result);
}

uint64_t power_modulo_32(uint64_t base, const IntDigits& e, uint64_t m) {
  uint64_t result = 1 % m;
  for (uint32_t i = e.size; i-- && check();)
    for (int bit = 31; bit >= 0; --bit) {
      result = result * result % m;
      if (e.digits[i] >> bit & 1) result = result * base % m;
    }
  return result;
}

// The inverse of a modulo m > 0, or ValueError (Euclid's algorithm).
Var inverse(Value a, Value m) {
  Var r0 = exact_int(m), r1, t0 = Value::from_int(0), t1 = Value::from_int(1);
  if (!r0 || !int_divmod(a, m, nullptr, &r1)) return Var();
  while (int_sign(r1)) {
    Var quotient, rest;
    if (!check() || !int_divmod(r0, r1, &quotient, &rest)) return Var();
    Var product = int_binary(quotient, t1, BinaryOp::Mul);
    if (!product) return Var();
    Var t = int_binary(t0, product, BinaryOp::Sub);
    if (!t) return Var();
    r0 = std::exchange(r1, std::move(rest));
    t0 = std::exchange(t1, std::move(t));
  }
  if (r0.get() != Value::from_int(1)) return value_error("base is not invertible for the given modulus");
  return t0;
}

bool bit_of(const IntDigits& e, uint64_t i) { return e.digits[i / 32] >> (i % 32) & 1; }

}  // namespace

Var int_pow(Value base, Value exponent) {
  if (int_sign(exponent) < 0) {
    double a, b;
    if (!int_to_double(base, &a) || !int_to_double(exponent, &b)) return Var();
    return float_binary(a, b, BinaryOp::Pow);
  }
  int64_t n, small;
  bool small_base = int_fits_int64(base, &small);
  if (!int_fits_int64(exponent, &n)) {
    if (small_base && small >= -1 && small <= 1) return make_int(small == 0 || int_is_odd(exponent) ? small : 1);
    return raise_memory_error();
  }
  if (small_base && small == 2) return int_binary(Value::from_int(1), exponent, BinaryOp::LShift);
  if (n == 0) return Value::from_int(1);
  if (small_base && small >= -1 && small <= 1) return Value::from_int(small == -1 && n % 2 == 0 ? 1 : small);
  // Refused at once where even the shortest result could not be stored.
  uint64_t bits = int_bit_length(base) - 1;
  if (bits && static_cast<uint64_t>(n) > (1ull << 40) / bits) return raise_memory_error();
  uint64_t bytes = bits * static_cast<uint64_t>(n) / 8;
  if (bytes > 1u << 31 || (bytes > Heap::kLargeRefusal && heap.would_exceed(static_cast<size_t>(bytes))))
    return raise_memory_error();
  Var result = exact_int(base);
  for (int i = 62 - std::countl_zero(static_cast<uint64_t>(n)); i >= 0; --i) {
    if (!result || !check()) return Var();
    result = int_binary(result, result, BinaryOp::Mul);
    if (result && (n >> i & 1)) result = int_binary(result, base, BinaryOp::Mul);
  }
  return result;
}

Var int_pow_mod(Value base, Value exponent, Value modulus) {
  int sign = int_sign(modulus);
  if (sign == 0) return value_error("pow() 3rd argument cannot be 0");
  Var m = int_absolute(modulus), b, result, e = exact_int(exponent);
  if (!m || !e || !int_divmod(base, m, nullptr, &b)) return Var();
  if (int_sign(e) < 0) {
    if (!(e = int_unary(e, UnaryOp::Neg)) || !(b = inverse(b, m)) || !int_divmod(b, m, nullptr, &b)) return Var();
  }
  IntDigits bits(e);
  int64_t m64, b64;
  if (int_fits_int64(m, &m64) && int_fits_int64(b, &b64)) {
    uint64_t mu = static_cast<uint64_t>(m64), bu = static_cast<uint64_t>(b64);
    result = make_int_u64(mu >> 32 ? power_modulo_64(bu, bits, mu) : power_modulo_32(bu, bits, mu));
    if (failed()) return Var();
  } else {
    result = Value::from_int(1);
    for (uint64_t i = big::bit_length(bits.digits, bits.size); i--;) {
      if (!check() || !multiply_modulo(result, result, m)) return Var();
      if (bit_of(bits, i) && !multiply_modulo(result, b, m)) return Var();
    }
  }
  if (result && sign < 0 && int_sign(result)) return int_binary(result, modulus, BinaryOp::Add);
  return result;
}

}  // namespace ap
