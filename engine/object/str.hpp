// str: an immutable sequence of code points, stored at 1, 2 or 4 bytes each (after PEP 393). Lone surrogates are kept.
#pragma once
#include <string>
#include <string_view>

#include "object/runtime.hpp"

namespace ap {

struct Str : Object {
  // `extra` holds: bits 0-2 width (1, 2, 4), bit 3 ASCII only, bit 4 interned
  uint32_t length;          // code points
  int64_t full_hash = -1;   // -1: not computed
  // `length` units of `width()` bytes follow; a zero unit closes
  Str(Type* t, uint32_t n, uint32_t width) : Object(t, Kind::Str), length(n) { extra = static_cast<uint16_t>(width); }
  uint32_t width() const { return extra & 7; }
  bool is_ascii() const { return extra & 8; }
  bool is_interned() const { return extra & 16; }
  const uint8_t* data() const { return reinterpret_cast<const uint8_t*>(this + 1); }
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  char32_t at(uint32_t i) const {
    switch (width()) {
      case 1: return data()[i];
      case 2: return reinterpret_cast<const uint16_t*>(data())[i];
      default: return reinterpret_cast<const uint32_t*>(data())[i];
    }
  }
  // The text of an ASCII string.
  std::string_view ascii() const { return {reinterpret_cast<const char*>(data()), length}; }
};

// From UTF-8 (or WTF-8: surrogates pass). Invalid bytes become U+FFFD. Null: MemoryError is set.
Ref<Str> make_str(std::string_view utf8);
Ref<Str> make_str(const char32_t* units, size_t n);
inline Ref<Str> make_str(std::u32string_view s) { return make_str(s.data(), s.size()); }
Ref<Str> make_char(char32_t c);
Ref<Str> intern(std::string_view utf8);
Ref<Str> intern(Str* s);  // the one string equal to s that names compare by pointer
// UTF-8; a lone surrogate is written as its three bytes (WTF-8).
std::string to_utf8(const Str* s);
void append_utf8(std::string& out, const Str* s);
bool equal(const Str* a, const Str* b);
bool equal(const Str* a, std::string_view ascii);
int compare_str(const Str* a, const Str* b);
int64_t hash_str(Str* s);
Ref<Str> concat(const Str* a, const Str* b);
Ref<Str> substring(const Str* s, uint32_t from, uint32_t to);
// The position of `part` in s[from:to], or -1.
int64_t find_str(const Str* s, const Str* part, uint32_t from, uint32_t to);

// Builds a str piece by piece.
class StrBuilder {
 public:
  StrBuilder() = default;
  ~StrBuilder();
  StrBuilder(const StrBuilder&) = delete;
  void append(char32_t c);
  void append(const Str* s);
  void append(std::string_view utf8);
  void append_ascii(const char* text, size_t n);
  void append(const Str* s, uint32_t from, uint32_t to);
  // n units of 1, 2 or 4 bytes; `largest`: none of them is of a higher class (see new_str in text.hpp).
  void append_units(const void* units, uint32_t width, size_t n, char32_t largest);
  // str() or repr() of the value; false: an exception is set.
  bool append_repr(Value v);
  bool append_str(Value v);
  size_t length() const { return length_; }
  const uint8_t* data() const { return data_; }  // units of width() bytes
  uint32_t width() const { return width_; }
  bool failed() const { return failed_; }
  void clear() { length_ = 0, seen_ = 0; }
  // The result; null: memory ran out on the way, MemoryError is set.
  Ref<Str> finish();

 private:
  bool reserve(size_t n, char32_t largest);
  uint8_t* data_ = nullptr;
  size_t length_ = 0, capacity_ = 0;  // in units
  uint32_t width_ = 1;
  char32_t seen_ = 0;  // all characters or-ed: their class decides the width of the result
  bool failed_ = false;
};

// printf for Python values:  %s C string  %d int  %lld  %zu  %c char  %g double as repr
//   %S Value as str()  %R Value as repr()  %T the type name of a Value  %N Type* name  %U Str*  %% percent
Ref<Str> format_str(const char* format, ...);
Ref<Str> format_str_v(const char* format, __builtin_va_list);

// What repr() shows: quotes chosen and escapes made as CPython does.
Ref<Str> repr_str(const Str* s);

void init_str_type();

}  // namespace ap
