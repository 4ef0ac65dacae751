#include "trace/bytes.hpp"

#include "base/double_text.hpp"

namespace ap::trace {
namespace {

constexpr char kPairs[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
    "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
    "8081828384858687888990919293949596979899";

inline void put_pair(char* p, std::uint32_t value) { std::memcpy(p, kPairs + 2 * value, 2); }

// Exactly n digits, leading zeros included.
inline void put_digits(char* p, std::uint32_t value, int n) {
  while (n >= 2) {
    n -= 2;
    put_pair(p + n, value % 100);
    value /= 100;
  }
  if (n) *p = static_cast<char>('0' + value);
}

// "000" to "999", each with the number of its digits that count.
struct Triples {
  std::uint32_t entry[1000];
  Triples() {
    for (std::uint32_t i = 0; i < 1000; i++)
      entry[i] = ('0' + i / 100) | ('0' + i / 10 % 10) << 8 | ('0' + i % 10) << 16 | (i < 10 ? 1u : i < 100 ? 2u : 3u) << 24;
  }
};
const Triples triples;

inline char* put_triple(char* p, std::uint32_t value) {
  std::memcpy(p, &triples.entry[value], 4);
  return p + 3;
}
inline char* put_short(char* p, std::uint32_t value) {
  std::uint32_t entry = triples.entry[value], n = entry >> 24;
  entry >>= 8 * (3 - n);
  std::memcpy(p, &entry, 4);
  return p + n;
}

constexpr char kHex[] = "0123456789abcdef";

// Length of the UTF-8 sequence at `s`, 0 where it is none. Surrogates pass as if they were characters.
int sequence_length(const unsigned char* s, std::size_t left) {
  unsigned char c = s[0];
  auto continues = [&](std::size_t i) { return i < left && (s[i] & 0xc0) == 0x80; };
  if (c < 0x80) return 1;
  if (c < 0xc2 || c > 0xf4) return 0;
  if (c < 0xe0) return continues(1) ? 2 : 0;
  if (c < 0xf0) {
    if (!continues(1) || !continues(2) || (c == 0xe0 && s[1] < 0xa0)) return 0;
    return 3;
  }
  if (!continues(1) || !continues(2) || !continues(3)) return 0;
  if ((c == 0xf0 && s[1] < 0x90) || (c == 0xf4 && s[1] > 0x8f)) return 0;
  return 4;
}

bool is_surrogate(const unsigned char* s, int length) { return length == 3 && s[0] == 0xed && s[1] >= 0xa0; }

char* put_hex_escape(char* p, std::uint32_t unit) {
  p = put_literal(p, "\\u");
  for (int shift = 12; shift >= 0; shift -= 4) *p++ = kHex[unit >> shift & 15];
  return p;
}

// Eight bytes at once: is each of them neither a control character, '"', '\\' nor outside ASCII?
bool is_plain(std::uint64_t eight) {
  constexpr std::uint64_t ones = 0x0101010101010101, tops = 0x8080808080808080;
  auto has_zero = [](std::uint64_t x) { return (x - ones) & ~x & tops; };
  std::uint64_t below_space = (eight - ones * 0x20) & ~eight & tops;
  return ((eight & tops) | below_space | has_zero(eight ^ ones * '"') | has_zero(eight ^ ones * '\\')) == 0;
}

// The 1 to 7 bytes at `s`, the first one lowest.
std::uint64_t last_bytes(const unsigned char* s, std::size_t n) {
  if (n >= 4) {
    std::uint32_t first, last;
    std::memcpy(&first, s, 4);
    std::memcpy(&last, s + n - 4, 4);
    return first | std::uint64_t{last} << 8 * (n - 4);
  }
  return s[0] | std::uint64_t{s[n / 2]} << 8 * (n / 2) | std::uint64_t{s[n - 1]} << 8 * (n - 1);
}

}  // namespace

// Up to six digits are one or two looks into a table; four bytes are written each time, whatever the number needs.
char* put_u32(char* p, std::uint32_t value) {
  if (value < 1000) return put_short(p, value);
  if (value < 1'000'000) {
    p = put_short(p, value / 1000);
    return put_triple(p, value % 1000);
  }
  p = put_u32(p, value / 1'000'000);
  p = put_triple(p, value / 1000 % 1000);
  return put_triple(p, value % 1000);
}

char* put_u64(char* p, std::uint64_t value) {
  if (value <= 0xffffffff) return put_u32(p, static_cast<std::uint32_t>(value));
  char* q = put_u64(p, value / 100000000);
  put_digits(q, static_cast<std::uint32_t>(value % 100000000), 8);
  return q + 8;
}

char* put_i64(char* p, std::int64_t value) {
  if (value >= 0) return put_u64(p, static_cast<std::uint64_t>(value));
  *p++ = '-';
  return put_u64(p, -static_cast<std::uint64_t>(value));
}

char* put_seconds(char* p, double value) {
  // Whole nanoseconds, which is what clocks mostly show. Up to 15 digits a decimal is the shortest one if it reads back
  // at all, and reading it back is a division of two integers that are exact as doubles.
  if (value >= 0 && value < 1e6) {
    auto nanoseconds = static_cast<std::uint64_t>(value * 1e9 + 0.5);
    if (static_cast<double>(nanoseconds) / 1e9 == value) {
      auto whole = static_cast<std::uint32_t>(nanoseconds / 1000000000);
      auto part = static_cast<std::uint32_t>(nanoseconds % 1000000000);
      p = put_u32(p, whole);
      *p++ = '.';
      if (part % 100000000 == 0) {
        *p = static_cast<char>('0' + part / 100000000);
        return p + 1;
      }
      put_digits(p, part, 9);
      p += 9;
      while (p[-1] == '0') p--;
      return p;
    }
  }
  if (value != value) return put_literal(p, "null");
  if (value > 1.7976931348623157e308) return put_literal(p, "1e999");
  if (value < -1.7976931348623157e308) return put_literal(p, "-1e999");
  return write_double(value, p);
}

char* ByteOut::hand_over(char* p) {
  write_(user_, buffer_, static_cast<std::size_t>(p - buffer_));
  return buffer_;
}

void ByteOut::flush() {
  if (cursor_ != buffer_) cursor_ = hand_over(cursor_);
}

char* ByteOut::put_json_text(char* p, std::string_view text) {
  auto* s = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t left = text.size();
  *p++ = '"';
  while (left > 0) {
    p = room(p);
    // Without a look at the room: at most 64 rounds of 8 bytes.
    for (int i = 0; i < 64 && left >= 8; i++) {
      std::uint64_t eight;
      std::memcpy(&eight, s, 8);
      if (!is_plain(eight)) break;
      std::memcpy(p, &eight, 8);
      p += 8;
      s += 8;
      left -= 8;
    }
    // The end of a plain text at once.
    if (left > 0 && left < 8) {
      std::uint64_t eight = last_bytes(s, left);
      if (is_plain(eight | 0x2020202020202020u << 8 * left)) {
        std::memcpy(p, &eight, 8);
        p += left;
        break;
      }
    }
    // Otherwise up to eight characters one by one.
    for (int i = 0; i < 8 && left > 0; i++) {
      unsigned char c = *s;
      int length = 1;
      if (c >= 0x80) {
        length = sequence_length(s, left);
        if (length == 0) {
          p = put_literal(p, "\xef\xbf\xbd");
          length = 1;
        } else if (is_surrogate(s, length)) {
          p = put_hex_escape(p, 0xd000u | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu));
        } else {
          for (int k = 0; k < length; k++) *p++ = static_cast<char>(s[k]);
        }
      } else if (c >= 0x20) {
        if (c == '"' || c == '\\') *p++ = '\\';
        *p++ = static_cast<char>(c);
      } else if (c == '\n') {
        p = put_literal(p, "\\n");
      } else if (c == '\t') {
        p = put_literal(p, "\\t");
      } else if (c == '\r') {
        p = put_literal(p, "\\r");
      } else {
        p = put_hex_escape(p, c);
      }
      s += length;
      left -= static_cast<std::size_t>(length);
    }
  }
  *p++ = '"';
  return room(p);
}

ByteOut& ByteOut::add(std::string_view text) {
  while (!text.empty()) {
    cursor_ = room(cursor_);
    std::size_t n = text.size() < kRoom ? text.size() : kRoom;
    std::memcpy(cursor_, text.data(), n);
    cursor_ += n;
    text.remove_prefix(n);
  }
  return *this;
}

ByteOut& ByteOut::add(char c) {
  cursor_ = room(cursor_);
  *cursor_++ = c;
  return *this;
}

ByteOut& ByteOut::add_number(std::uint64_t value) {
  cursor_ = put_u64(room(cursor_), value);
  return *this;
}

ByteOut& ByteOut::add_seconds(double value) {
  cursor_ = put_seconds(room(cursor_), value);
  return *this;
}

ByteOut& ByteOut::add_json_text(std::string_view text) {
  cursor_ = put_json_text(room(cursor_), text);
  return *this;
}

ByteOut& ByteOut::add_xml_text(std::string_view text) {
  auto* s = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t left = text.size();
  while (left > 0) {
    cursor_ = room(cursor_);
    int length = sequence_length(s, left);
    if (length == 0 || is_surrogate(s, length) || (*s < 0x20 && *s != '\n' && *s != '\t') || *s == 0x7f) {
      add("\xef\xbf\xbd");
    } else if (*s == '&') {
      add("&amp;");
    } else if (*s == '<') {
      add("&lt;");
    } else if (*s == '>') {
      add("&gt;");
    } else if (*s == '"') {
      add("&quot;");
    } else {
      add(std::string_view(reinterpret_cast<const char*>(s), static_cast<std::size_t>(length)));
    }
    if (length == 0) length = 1;
    s += length;
    left -= static_cast<std::size_t>(length);
  }
  return *this;
}

}  // namespace ap::trace
