// What the lexer must know of Unicode: UTF-8, which characters make identifiers, which can be shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ap::syntax {

enum class CharClass : std::uint8_t { Printable, NonPrintable, IdentifierContinue, IdentifierStart };

// Classes come in runs; the last run found is kept, since text stays within one script.
class CharClasses {
 public:
  // Of a code point from U+0080 on.
  CharClass of(std::uint32_t code_point);

 private:
  std::uint32_t first_ = 1;
  std::uint32_t end_ = 0;
  CharClass class_ = CharClass::Printable;
};

// The code point at `at` in valid UTF-8 (WTF-8); sets `length` to its size in bytes.
std::uint32_t decode_utf8(const char* at, unsigned& length);

// Writes `code_point` (surrogates included) to `to`, which has room for 4; gives the number of bytes.
unsigned encode_utf8(std::uint32_t code_point, char* to);

// Number of code points in valid UTF-8.
std::uint32_t count_characters(std::string_view text);

// Offset of the first byte that is not valid UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

}  // namespace ap::syntax
