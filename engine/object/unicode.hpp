// What str's methods must know of characters: classes and case, as CPython 3.14 has them (Unicode 16).
#pragma once
#include <cstdint>

namespace ap {

enum CharFlag : uint16_t {
  kAlpha = 1,
  kDecimal = 2,
  kDigit = 4,
  kNumeric = 8,
  kSpace = 16,
  kPrintable = 32,
  kLower = 64,
  kUpper = 128,
  kTitle = 256,
  kCased = 512,  // and not case-ignorable
  kCaseIgnorable = 1024,
  kIdStart = 2048,
  kIdContinue = 4096,
};

uint16_t char_flags_slow(char32_t c);
extern uint16_t latin1_flags[256];
void init_unicode();  // fills latin1_flags; once per process
inline uint16_t char_flags(char32_t c) { return c < 256 ? latin1_flags[c] : char_flags_slow(c); }

inline bool is_space(char32_t c) { return char_flags(c) & kSpace; }
inline bool is_printable(char32_t c) { return c < 127 ? c >= 32 : (char_flags(c) & kPrintable) != 0; }
// The value of a decimal digit, or -1.
int decimal_value(char32_t c);

enum class Case : uint8_t { Upper, Lower, Title, Fold };
// Writes the 1 to 3 characters that `c` becomes and returns how many; the final sigma is the caller's.
int convert_case(char32_t c, Case to, char32_t out[3]);

}  // namespace ap
