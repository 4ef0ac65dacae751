// Doubles and decimal digits, exactly: shortest text, correct rounding to any precision, correct reading.
// The C library is not used for this: printf and strtod would bring 128-bit floats into the wasm build, and
// std::to_chars tables of 100 KB.
#pragma once
#include <cstddef>
#include <cstdint>

namespace ap {

// A decimal number 0.d1d2d3... * 10^point. `count` digits '0'..'9', the last one not 0; no digits: zero.
struct Decimal {
  static constexpr int kMax = 800;  // a double has 767 significant digits at most
  int count = 0, point = 0;
  char digits[kMax];
};

// The shortest digits that read back as `d`, and of those the nearest to it. `d` is finite; its sign is ignored.
void shortest_decimal(double d, Decimal* out);
// Exactly `d` rounded half to even: to `places` significant digits, or, with `after_point`, to that many digits behind
// the decimal point (before it if negative). Trailing zeros are dropped.
void rounded_decimal(double d, int64_t places, bool after_point, Decimal* out);

// 0.d1d2d3... * 10^point rounded to the nearest double (half to even); inf when too large. `digits` are '0'..'9'.
double double_from_decimal(const char* digits, size_t count, int64_t point);
// mantissa * 2^exponent, plus something below the last bit when `sticky`, rounded half to even; inf when too large.
double double_from_binary(uint64_t mantissa, int64_t exponent, bool sticky);

// The text of CPython's repr(): at most 26 characters, not closed by a zero; returns the end.
char* write_double(double d, char* to);

}  // namespace ap
