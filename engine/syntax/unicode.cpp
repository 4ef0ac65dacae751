#include "syntax/unicode.hpp"

namespace ap::syntax {

namespace {

// Made by tests/unit/syntax/record/unicode.mjs: for U+0080 and on, a varint (low 7 bits first) for each
// run of one class, holding length * 4 + class.
constexpr unsigned char kRuns[] = {
#include "syntax/unicode_runs.inc"
};

}  // namespace

CharClass CharClasses::of(std::uint32_t code_point) {
  if (code_point >= first_ && code_point < end_) return class_;
  std::uint32_t at = 0x80;
  for (std::size_t i = 0; i < sizeof kRuns;) {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const unsigned char byte = kRuns[i++];
      value |= std::uint32_t(byte & 0x7f) << shift;
      if ((byte & 0x80) == 0) break;
    }
    const std::uint32_t end = at + (value >> 2);
    if (code_point < end) {
      first_ = at;
      end_ = end;
      class_ = CharClass(value & 3);
      return class_;
    }
    at = end;
  }
  return CharClass::NonPrintable;
}

std::uint32_t decode_utf8(const char* at, unsigned& length) {
  const auto* byte = reinterpret_cast<const unsigned char*>(at);
  if (byte[0] < 0x80) {
    length = 1;
    return byte[0];
  }
  if (byte[0] < 0xe0) {
    length = 2;
    return (byte[0] & 0x1fu) << 6 | (byte[1] & 0x3fu);
  }
  if (byte[0] < 0xf0) {
    length = 3;
    return (byte[0] & 0x0fu) << 12 | (byte[1] & 0x3fu) << 6 | (byte[2] & 0x3fu);
  }
  length = 4;
  return (byte[0] & 0x07u) << 18 | (byte[1] & 0x3fu) << 12 | (byte[2] & 0x3fu) << 6 | (byte[3] & 0x3fu);
}

unsigned encode_utf8(std::uint32_t code_point, char* to) {
  if (code_point < 0x80) {
    to[0] = char(code_point);
    return 1;
  }
  if (code_point < 0x800) {
    to[0] = char(0xc0 | code_point >> 6);
    to[1] = char(0x80 | (code_point & 0x3f));
    return 2;
  }
  if (code_point < 0x10000) {
    to[0] = char(0xe0 | code_point >> 12);
    to[1] = char(0x80 | (code_point >> 6 & 0x3f));
    to[2] = char(0x80 | (code_point & 0x3f));
    return 3;
  }
  to[0] = char(0xf0 | code_point >> 18);
  to[1] = char(0x80 | (code_point >> 12 & 0x3f));
  to[2] = char(0x80 | (code_point >> 6 & 0x3f));
  to[3] = char(0x80 | (code_point & 0x3f));
  return 4;
}

std::uint32_t count_characters(std::string_view text) {
  std::uint32_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

std::size_t find_invalid_utf8(std::string_view text) {
  const auto* byte = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t size = text.size();
  for (std::size_t i = 0; i < size;) {
    const unsigned char lead = byte[i];
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const unsigned length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length == 0 || i + length > size) return i;
    for (unsigned k = 1; k < length; ++k) {
      if ((byte[i + k] & 0xc0) != 0x80) return i;
    }
    const bool overlong = (lead == 0xe0 && byte[i + 1] < 0xa0) || (lead == 0xf0 && byte[i + 1] < 0x90);
    const bool surrogate = lead == 0xed && byte[i + 1] >= 0xa0;
    const bool too_large = lead == 0xf4 && byte[i + 1] >= 0x90;
    if (overlong || surrogate || too_large) return i;
    i += length;
  }
  return std::string_view::npos;
}

}  // namespace ap::syntax
