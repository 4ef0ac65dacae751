#include "object/unicode.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace ap;

namespace {
std::u32string change(char32_t c, Case to) {
  char32_t out[3];
  return std::u32string(out, convert_case(c, to, out));
}
}  // namespace

TEST_CASE("unicode: classes") {
  init_unicode();
  CHECK((char_flags('a') & (kAlpha | kLower | kIdStart)) == (kAlpha | kLower | kIdStart));
  CHECK((char_flags(U'Ā') & kUpper) != 0);  // in a stretch of alternating cases
  CHECK((char_flags(U'ā') & kLower) != 0);
  CHECK((char_flags(U'中') & kAlpha) != 0);
  CHECK((char_flags(U'😀') & kAlpha) == 0);
  CHECK((char_flags(U'²') & kDigit) != 0);
  CHECK((char_flags(U'²') & kDecimal) == 0);
  CHECK((char_flags(U'½') & kNumeric) != 0);
  CHECK(is_space(U'\u3000'));
  CHECK(is_space(U'\x1c'));
  CHECK(!is_printable(U'\u200b'));
  CHECK(!is_printable(U'\u0378'));
  CHECK(is_printable(U'😀'));
  CHECK(char_flags(0x110000) == 0);
  CHECK(decimal_value(U'٣') == 3);
  CHECK(decimal_value(U'9') == 9);
  CHECK(decimal_value(U'𝟡') == 9);
  CHECK(decimal_value(U'a') == -1);
}

TEST_CASE("unicode: case, also to several characters") {
  init_unicode();
  CHECK(change(U'é', Case::Upper) == U"É");
  CHECK(change(U'ß', Case::Upper) == U"SS");
  CHECK(change(U'ß', Case::Title) == U"Ss");
  CHECK(change(U'ß', Case::Fold) == U"ss");
  CHECK(change(U'ΐ', Case::Upper) == U"\u0399\u0308\u0301");
  CHECK(change(U'ǆ', Case::Title) == U"ǅ");
  CHECK(change(U'ა', Case::Title) == U"ა");
  CHECK(change(U'ა', Case::Upper) == U"Ა");
  CHECK(change(U'İ', Case::Lower) == U"i\u0307");
  CHECK(change(U'ẞ', Case::Lower) == U"ß");
  CHECK(change(U'ẞ', Case::Fold) == U"ss");
  CHECK(change(U'中', Case::Upper) == U"中");
}
