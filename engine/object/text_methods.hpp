// The methods that str, bytes and bytearray have in common, written once over "units of a width".
#pragma once
#include "object/bytes.hpp"
#include "object/text.hpp"
#include "object/unicode.hpp"

namespace ap {

struct Text {
  const uint8_t* data = nullptr;
  size_t n = 0;
  uint32_t width = 1;
  bool is_str = false;
  Value owner;
  char32_t operator[](size_t i) const { return get_unit(data, width, i); }
};
Text text_of(Value v);  // of a str, bytes or bytearray
// An argument of the kind that goes with `self`: a str, or a bytes-like object. False: no error is set for str.
bool text_argument(const Text& self, Value v, Text* out);
// start and end among a method's arguments (the first at `i`), which may run Python code that changes a bytearray:
// *t is `self` as it is after that.
bool text_range(Call& c, size_t i, Text* t, size_t* from, size_t* to);
// self[from:to] as a value of the type of `self`.
Var text_part(const Text& self, size_t from, size_t to);
void append_part(StrBuilder& out, const Text& t, size_t from, size_t to);
// The built text as the type of `self`.
Var finish_like(StrBuilder& out, const Text& self);
// CharFlags as that type sees them: bytes know ASCII only.
inline uint16_t text_flags(const Text& t, char32_t c) {
  if (t.is_str) return char_flags(c);
  if (c >= 128) return 0;
  return c >= 0x1c && c <= 0x1f ? latin1_flags[c] & ~kSpace : latin1_flags[c];
}
inline Var truth_value(bool b) { return Value::from_bool(b); }

// text_search.cpp
Var text_find(Call&);
Var text_rfind(Call&);
Var text_index(Call&);
Var text_rindex(Call&);
Var text_count(Call&);
Var text_startswith(Call&);
Var text_endswith(Call&);
Var text_partition(Call&);
Var text_rpartition(Call&);
Var text_replace(Call&);
Var text_removeprefix(Call&);
Var text_removesuffix(Call&);
Tri bytes_contains(Value v, Value item);
// text_split.cpp
Var text_split(Call&);
Var text_rsplit(Call&);
Var text_splitlines(Call&);
Var text_strip(Call&);
Var text_lstrip(Call&);
Var text_rstrip(Call&);
Var text_join(Call&);
// text_layout.cpp
Var text_center(Call&);
Var text_ljust(Call&);
Var text_rjust(Call&);
Var text_zfill(Call&);
Var text_expandtabs(Call&);
// text_case.cpp
Var text_upper(Call&);
Var text_lower(Call&);
Var text_swapcase(Call&);
Var text_capitalize(Call&);
Var text_title(Call&);
Var str_casefold(Call&);
Var text_isalpha(Call&);
Var text_isalnum(Call&);
Var text_isdigit(Call&);
Var text_isspace(Call&);
Var text_islower(Call&);
Var text_isupper(Call&);
Var text_istitle(Call&);
Var text_isascii(Call&);
Var str_isdecimal(Call&);
Var str_isnumeric(Call&);
Var str_isprintable(Call&);
Var str_isidentifier(Call&);

// A str made from `s`, all of it upper or lower case; for formats and the like.
Ref<Str> str_with_case(const Str* s, Case to);

// Puts the methods above that are named text_... into the dict of str, bytes or bytearray.
void add_text_methods(Type* t);

}  // namespace ap
