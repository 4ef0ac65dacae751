// format_str: printf for Python values, what error texts and reprs are made with.
#include <cstdarg>
#include <cstdio>

#include "object/float.hpp"
#include "object/protocol.hpp"
#include "object/text.hpp"

namespace ap {

namespace {
// A Value as it lies among variadic arguments, where only plain structs can be named.
struct Word {
  uint64_t bits;
};
void append_integer(StrBuilder& out, uint64_t magnitude, bool negative) {
  char text[24];
  char* at = text + sizeof text;
  do *--at = static_cast<char>('0' + magnitude % 10);
  while (magnitude /= 10);
  if (negative) *--at = '-';
  out.append_ascii(at, text + sizeof text - at);
}
}  // namespace

Ref<Str> format_str_v(const char* format, va_list args) {
  StrBuilder out;
  for (const char* at = format; *at; ++at) {
    const char* plain = at;
    while (*at && *at != '%') ++at;
    if (at > plain) out.append(std::string_view(plain, at - plain));
    if (!*at) break;
    int longs = 0;
    bool size = false;
    ++at;
    for (;; ++at) {
      if (*at == 'l') ++longs;
      else if (*at == 'z') size = true;
      else break;
    }
    switch (*at) {
      case 's': {
        const char* text = va_arg(args, const char*);
        out.append(std::string_view(text ? text : "(null)"));
        break;
      }
      case 'd': {
        int64_t n = longs > 1 ? va_arg(args, long long) : longs ? va_arg(args, long) : size ? va_arg(args, ptrdiff_t) : va_arg(args, int);
        append_integer(out, n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n), n < 0);
        break;
      }
      case 'u':
        append_integer(out, longs > 1 ? va_arg(args, unsigned long long) : longs ? va_arg(args, unsigned long) : size ? va_arg(args, size_t) : va_arg(args, unsigned), false);
        break;
      case 'x': {  // %llx
        auto n = longs > 1 ? va_arg(args, unsigned long long) : va_arg(args, unsigned);
        char digits[16];
        int count = 0;
        do digits[15 - count++] = "0123456789abcdef"[n & 15];
        while (n >>= 4);
        out.append_ascii(digits + 16 - count, static_cast<size_t>(count));
        break;
      }
      case 'c': out.append(static_cast<char32_t>(va_arg(args, int))); break;
      case 'g': out.append(float_repr(va_arg(args, double))); break;
      case 'S':
        if (!out.append_str(Value(va_arg(args, Word).bits))) return nullptr;
        break;
      case 'R':
        if (!out.append_repr(Value(va_arg(args, Word).bits))) return nullptr;
        break;
      case 'T': out.append(type_of(Value(va_arg(args, Word).bits))->name); break;
      case 'N': out.append(va_arg(args, Type*)->name); break;
      case 'U': out.append(va_arg(args, Str*)); break;
      default: out.append(static_cast<char32_t>(*at));
    }
  }
  return out.finish();
}

Ref<Str> format_str(const char* format, ...) {
  va_list args;
  va_start(args, format);
  Ref<Str> text = format_str_v(format, args);
  va_end(args);
  return text;
}

}  // namespace ap
