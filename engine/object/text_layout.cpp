#include "object/int.hpp"
#include "object/text_methods.hpp"

namespace ap {

namespace {

Var pad(Call& c, const char* name, bool left, bool right) {
  int64_t width;
  if (!to_size(c[0], &width)) return {};
  Text t = text_of(c.self);
  char32_t fill = ' ';
  if (c[1]) {
    Text given;
    if (t.is_str) {
      if (!is_kind(c[1], Kind::Str)) return type_error("The fill character must be a unicode character, not %T", c[1]);
      given = text_of(c[1]);
      if (given.n != 1) return type_error("The fill character must be exactly one character long");
    } else {
      if (!is_kind(c[1], Kind::Bytes) && !is_kind(c[1], Kind::ByteArray))
        return type_error("%s() argument 2 must be a byte string of length 1, not %T", name, c[1]);
      given = text_of(c[1]);
      if (given.n != 1)
        return type_error("%s(): argument 2 must be a byte string of length 1, not a bytes object of length %zu", name, given.n);
    }
    fill = given[0];
  }
  if (width <= static_cast<int64_t>(t.n)) return text_part(t, 0, t.n);
  size_t total = static_cast<size_t>(width) - t.n;
  if (total > 0x3ffffff0) return raise_memory_error();
  // An odd place goes to the left where the width is odd, too.
  size_t before = left && right ? total / 2 + (total & static_cast<size_t>(width) & 1) : left ? total : 0;
  StrBuilder out;
  append_fill(out, fill, before);
  append_part(out, t, 0, t.n);
  append_fill(out, fill, total - before);
  if (failed()) return {};
  return finish_like(out, t);
}

}  // namespace

Var text_center(Call& c) { return pad(c, "center", true, true); }
Var text_ljust(Call& c) { return pad(c, "ljust", false, true); }
Var text_rjust(Call& c) { return pad(c, "rjust", true, false); }

Var text_zfill(Call& c) {
  int64_t width;
  if (!to_size(c[0], &width)) return {};
  Text t = text_of(c.self);
  if (width <= static_cast<int64_t>(t.n)) return text_part(t, 0, t.n);
  if (width > 0x3ffffff0) return raise_memory_error();
  bool sign = t.n && (t[0] == '+' || t[0] == '-');
  StrBuilder out;
  append_part(out, t, 0, sign);
  append_fill(out, '0', static_cast<size_t>(width) - t.n);
  append_part(out, t, sign, t.n);
  if (failed()) return {};
  return finish_like(out, t);
}

Var text_expandtabs(Call& c) {
  int64_t size = 8;
  if (c[0] && !to_size(c[0], &size)) return {};
  Text t = text_of(c.self);
  StrBuilder out;
  size_t column = 0, done = 0;
  for (size_t i = 0; i < t.n; ++i) {
    if (i % 4096 == 4095 && !check(256)) return {};
    char32_t unit = t[i];
    if (unit == '\n' || unit == '\r') {
      column = 0;
    } else if (unit == '\t') {
      append_part(out, t, done, i);
      done = i + 1;
      if (size > 0) {
        size_t n = static_cast<size_t>(size) - column % static_cast<size_t>(size);
        if (n > 0x3ffffff0) return raise_memory_error();
        append_fill(out, ' ', n);
        if (failed()) return {};
        column += n;
      }
    } else {
      ++column;
    }
  }
  if (done == 0) return text_part(t, 0, t.n);
  append_part(out, t, done, t.n);
  return finish_like(out, t);
}

void add_text_methods(Type* t) {
  static constexpr MethodDef kMethods[] = {
      {"find", "sub, start=None, end=None, /", text_find},
      {"rfind", "sub, start=None, end=None, /", text_rfind},
      {"index", "sub, start=None, end=None, /", text_index},
      {"rindex", "sub, start=None, end=None, /", text_rindex},
      {"count", "sub, start=None, end=None, /", text_count},
      {"startswith", "prefix, start=None, end=None, /", text_startswith},
      {"endswith", "suffix, start=None, end=None, /", text_endswith},
      {"partition", "sep, /", text_partition},
      {"rpartition", "sep, /", text_rpartition},
      {"removeprefix", "prefix, /", text_removeprefix},
      {"removesuffix", "suffix, /", text_removesuffix},
      {"split", "sep=None, maxsplit=-1", text_split},
      {"rsplit", "sep=None, maxsplit=-1", text_rsplit},
      {"splitlines", "keepends=False", text_splitlines},
      {"strip", "chars=None, /", text_strip},
      {"lstrip", "chars=None, /", text_lstrip},
      {"rstrip", "chars=None, /", text_rstrip},
      {"join", "iterable, /", text_join},
      {"center", "width, fillchar=' ', /", text_center},
      {"ljust", "width, fillchar=' ', /", text_ljust},
      {"rjust", "width, fillchar=' ', /", text_rjust},
      {"zfill", "width, /", text_zfill},
      {"expandtabs", "tabsize=8", text_expandtabs},
      {"upper", "", text_upper},
      {"lower", "", text_lower},
      {"swapcase", "", text_swapcase},
      {"capitalize", "", text_capitalize},
      {"title", "", text_title},
      {"isalpha", "", text_isalpha},
      {"isalnum", "", text_isalnum},
      {"isdigit", "", text_isdigit},
      {"isspace", "", text_isspace},
      {"islower", "", text_islower},
      {"isupper", "", text_isupper},
      {"istitle", "", text_istitle},
      {"isascii", "", text_isascii},
  };
  add_methods(t, kMethods);
}

}  // namespace ap
