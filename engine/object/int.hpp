// int: 48-bit values lie in the value word; larger ones are Int objects with sign and magnitude in base 2^32.
// bool is its subclass (True and False are constants of the value word).
#pragma once
#include <string>
#include <string_view>

#include "object/runtime.hpp"

namespace ap {

struct alignas(8) Int : Object {
  int32_t size;       // number of 32-bit digits, negative for negative numbers; also small values in subclasses of int
  uint32_t capacity;  // digits there is room for
  Int(Type* t, uint32_t n) : Object(t, Kind::Int), size(static_cast<int32_t>(n)), capacity(n) {}
  uint32_t* digits() { return reinterpret_cast<uint32_t*>(this + 1); }
  const uint32_t* digits() const { return reinterpret_cast<const uint32_t*>(this + 1); }
};

inline bool is_int(Value v) { return v.is_small_int() || is_kind(v, Kind::Int) || v.is_bool(); }
Var make_int(int64_t i);
Var make_int_u64(uint64_t i);
Var int_from_double(double d);                            // truncates; nan and inf: error as int() gives
Var parse_int(const Str* text, int base);                 // as int("..", base), with its ValueError
Var parse_int_digits(std::string_view digits, int base);  // trusted digits of a literal, no underscores
// Value of an int, bool or object with __index__; false: TypeError/OverflowError set.
bool to_int64(Value v, int64_t* out);
// As to_int64, but clamps to the range instead of OverflowError (slices).
bool to_int64_clamped(Value v, int64_t* out);
bool int_to_double(Value v, double* out);       // OverflowError when too large
Ref<Str> int_to_str(Value v, int base = 10);    // ValueError above 4300 digits in base 10
Var int_binary(Value a, Value b, BinaryOp op);  // both ints
Var int_unary(Value a, UnaryOp op);
int int_compare(Value a, Value b);          // -1, 0, 1
int int_compare_double(Value a, double d);  // exact; -1, 0, 1, and 2 for nan
int int_sign(Value v);
bool int_is_odd(Value v);
int64_t hash_int(Value v);
Var int_pow(Value base, Value exponent);
Var int_pow_mod(Value base, Value exponent, Value modulus);
Var int_absolute(Value v);
// The int itself, without a subclass around it: what int(v) gives.
Var exact_int(Value v);
uint64_t int_bit_length(Value v);
// The value when it fits, without looking at __index__; for ints only.
bool int_fits_int64(Value v, int64_t* out);
// magnitude * 2^exponent as a float's exact parts give it (exponent may be negative: rounds down).
Var int_shifted(uint64_t magnitude, int64_t exponent, bool negative);
// divmod(a, b) of ints: the floor quotient and the remainder with b's sign. Either may be null.
bool int_divmod(Value a, Value b, Var* quotient, Var* remainder);
// An int from magnitude digits, the lowest first (random.getrandbits and the like).
Var int_from_digits(const uint32_t* digits, size_t n, bool negative);
// The 32-bit digits of an int's magnitude, the lowest first. The int must outlive it.
struct IntDigits {
  const uint32_t* digits;
  uint32_t size;
  bool negative;
  explicit IntDigits(Value v);
  IntDigits(const IntDigits&) = delete;

 private:
  uint32_t here_[2];
};
// The magnitude's digits in `base`, the most significant first, "0" for zero. False: an exception is set (ValueError
// above the limit on digits in base 10).
class IntText {
 public:
  IntText(Value v, int base);
  ~IntText() { heap.release_raw(large_, capacity_); }
  IntText(const IntText&) = delete;
  explicit operator bool() const { return begin_ != nullptr; }
  std::string_view view() const { return {begin_, size_}; }

 private:
  char* begin_ = nullptr;
  size_t size_ = 0, capacity_ = 0;
  char* large_ = nullptr;
  char here_[72];
};
// int() of the text in ASCII (white space, sign, prefix, underscores). False: no exception, *out is Empty: not a
// number; with an exception: too many digits.
bool parse_int_text(std::string_view text, int base, Var* out);
// sys.get_int_max_str_digits(); 0: no limit. 4300 at the start of a run.
extern uint32_t int_max_str_digits;
void init_int_types();

// Arithmetic of two small ints for the interpreter: false where the result needs more than the value word.
inline bool add_small(Value a, Value b, Value* out) {
  int64_t sum;
  if (__builtin_add_overflow(static_cast<int64_t>(a.bits << 16), static_cast<int64_t>(b.bits << 16), &sum))
    return false;
  *out = Value(Value::kIntTag | static_cast<uint64_t>(sum) >> 16);
  return true;
}
inline bool subtract_small(Value a, Value b, Value* out) {
  int64_t difference;
  if (__builtin_sub_overflow(static_cast<int64_t>(a.bits << 16), static_cast<int64_t>(b.bits << 16), &difference))
    return false;
  *out = Value(Value::kIntTag | static_cast<uint64_t>(difference) >> 16);
  return true;
}
inline bool multiply_small(Value a, Value b, Value* out) {
  int64_t x = a.as_int(), y = b.as_int();
  // Both within 32 bits, so that the product is within 64.
  if (static_cast<int32_t>(x) != x || static_cast<int32_t>(y) != y) return false;
  int64_t product = x * y;
  if (!Value::fits_int(product)) return false;
  *out = Value::from_int(product);
  return true;
}
inline bool floor_divide_small(Value a, Value b, Value* out) {
  int64_t x = a.as_int(), y = b.as_int();
  if (y == 0) return false;
  int64_t quotient = x / y;
  if (quotient * y != x && (x ^ y) < 0) --quotient;
  if (!Value::fits_int(quotient)) return false;  // -2^47 // -1
  *out = Value::from_int(quotient);
  return true;
}
inline bool modulo_small(Value a, Value b, Value* out) {
  int64_t x = a.as_int(), y = b.as_int();
  if (y == 0) return false;
  int64_t rest = x % y;
  if (rest && (rest ^ y) < 0) rest += y;
  *out = Value::from_int(rest);
  return true;
}

}  // namespace ap
