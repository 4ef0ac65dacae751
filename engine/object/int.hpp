// int: 48-bit values lie in the value word; larger ones are Int objects with sign and magnitude in base 2^32.
// bool is its subclass (True and False are constants of the value word).
#pragma once
#include <string_view>

#include "object/runtime.hpp"

namespace ap {

struct alignas(8) Int : Object {
  int32_t size;  // number of 32-bit digits, negative for negative numbers; also small values in subclasses of int
  uint32_t pad = 0;
  Int(Type* t, int32_t n) : Object(t, Kind::Int), size(n) {}
  uint32_t* digits() { return reinterpret_cast<uint32_t*>(this + 1); }
  const uint32_t* digits() const { return reinterpret_cast<const uint32_t*>(this + 1); }
};

inline bool is_int(Value v) { return v.is_small_int() || is_kind(v, Kind::Int) || v.is_bool(); }
Var make_int(int64_t i);
Var make_int_u64(uint64_t i);
Var int_from_double(double d);                          // truncates; nan and inf: error as int() gives
Var parse_int(const Str* text, int base);               // as int("..", base), with its ValueError
Var parse_int_digits(std::string_view digits, int base);  // trusted digits of a literal, no underscores
// Value of an int, bool or object with __index__; false: TypeError/OverflowError set.
bool to_int64(Value v, int64_t* out);
// As to_int64, but clamps to the range instead of OverflowError (slices).
bool to_int64_clamped(Value v, int64_t* out);
bool int_to_double(Value v, double* out);               // OverflowError when too large
Ref<Str> int_to_str(Value v, int base = 10);            // ValueError above 4300 digits in base 10
Var int_binary(Value a, Value b, BinaryOp op);          // both ints
Var int_unary(Value a, UnaryOp op);
int int_compare(Value a, Value b);                      // -1, 0, 1
int int_sign(Value v);
bool int_is_odd(Value v);
int64_t hash_int(Value v);
Var int_pow_mod(Value base, Value exponent, Value modulus);
void init_int_types();

}  // namespace ap
