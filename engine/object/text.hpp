// What the files about str and bytes share: making strings unit by unit, searching, UTF-8, the hash of bytes.
#pragma once
#include <cstring>

#include "object/sequence.hpp"
#include "object/str.hpp"

namespace ap {

// A str of `n` units that are still to be filled in; `largest` decides their width and must be reached by one of them
// (at least its class: ASCII, Latin-1, 16 bits). Null: MemoryError.
Ref<Str> new_str(size_t n, char32_t largest);
Ref<Str> new_str_of(Type* type, size_t n, char32_t largest);
inline void set_unit(void* data, uint32_t width, size_t i, char32_t c) {
  switch (width) {
    case 1: static_cast<uint8_t*>(data)[i] = static_cast<uint8_t>(c); break;
    case 2: static_cast<uint16_t*>(data)[i] = static_cast<uint16_t>(c); break;
    default: static_cast<uint32_t*>(data)[i] = c;
  }
}
inline char32_t get_unit(const void* data, uint32_t width, size_t i) {
  switch (width) {
    case 1: return static_cast<const uint8_t*>(data)[i];
    case 2: return static_cast<const uint16_t*>(data)[i];
    default: return static_cast<const uint32_t*>(data)[i];
  }
}
// Copies n units; the target's are at least as wide.
void copy_units(void* to, uint32_t to_width, size_t at, const void* from, uint32_t from_width, size_t from_at, size_t n);
// A character as large as the largest one, or the largest of its class.
char32_t largest_unit(const void* data, uint32_t width, size_t n);
inline char32_t class_of(const Str* s) {
  return s->is_ascii() ? 0x7f : s->width() == 1 ? 0xff : s->width() == 2 ? 0xffff : 0x10ffff;
}
inline bool is_str(Value v) { return is_kind(v, Kind::Str); }
// The same text as a plain str (v may be of a subclass).
Ref<Str> exact_str(Str* s);

// A text to be looked for in another one, which may be of another width.
class Needle {
 public:
  Needle(const void* hay, uint32_t width, const void* part, uint32_t part_width, size_t n);
  Needle(const Str* hay, const Str* part) : Needle(hay->data(), hay->width(), part->data(), part->width(), part->length) {}
  // The first or last place within [from, to) where all of it stands, or -1. Not for an empty one.
  int64_t find(size_t from, size_t to) const;
  int64_t find_last(size_t from, size_t to) const;
  // How often it stands there without overlapping, at most `most` times.
  size_t count(size_t from, size_t to, size_t most) const;
  size_t size() const { return n_; }

 private:
  bool at(size_t i) const;
  int64_t find_by_hash(size_t from, size_t to, bool backwards) const;
  const uint8_t* hay_;
  const uint8_t* part_;
  size_t n_;
  uint32_t width_, part_width_;
};

// Reads one character. Returns its number of bytes, or minus the number of bytes that make no character
// (as CPython replaces them by one U+FFFD). `surrogates` lets their three-byte form pass.
int decode_utf8(const char* at, const char* end, char32_t* c, bool surrogates);
int encode_utf8(char32_t c, char* out);
void append_escape(StrBuilder& out, char32_t c);  // \xhh, \uhhhh or \Uhhhhhhhh

int64_t hash_bytes(const void* data, size_t n);  // SipHash-1-3 with key 0, as PYTHONHASHSEED=0 gives

// n times c. Counts its work: false, and an exception is set, where memory ends or the run is to stop.
bool append_fill(StrBuilder& out, char32_t c, size_t n);

// The items that slice `s` selects of a str.
Var slice_str(Str* s, Value slice);

}  // namespace ap
