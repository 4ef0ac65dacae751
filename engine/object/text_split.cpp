#include "object/int.hpp"
#include "object/list.hpp"
#include "object/text_methods.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

bool add_part(List* parts, const Text& t, size_t from, size_t to) {
  Var part = text_part(t, from, to);
  return part && list_append(parts, std::move(part)) && check(1 + (to - from) / 64);
}

// Walks from i while the units are white space (or are none), and counts its work. False: the run is to stop.
bool skip(const Text& t, size_t* i, bool spaces) {
  size_t from = *i;
  while (*i < t.n && ((text_flags(t, t[*i]) & kSpace) != 0) == spaces)
    if (++*i % 65536 == 0 && !check(1024)) return false;
  return check((*i - from) % 65536 / 64);
}
bool skip_back(const Text& t, size_t* i, bool spaces) {
  size_t from = *i;
  while (*i > 0 && ((text_flags(t, t[*i - 1]) & kSpace) != 0) == spaces)
    if (--*i % 65536 == 0 && !check(1024)) return false;
  return check((from - *i) % 65536 / 64);
}

bool split_spaces(const Text& t, size_t left, List* parts) {
  for (size_t i = 0;;) {
    if (!skip(t, &i, true)) return false;
    if (i == t.n) return true;
    if (left-- == 0) return add_part(parts, t, i, t.n);
    size_t start = i;
    if (!skip(t, &i, false) || !add_part(parts, t, start, i)) return false;
  }
}

bool split_spaces_backwards(const Text& t, size_t left, List* parts) {
  for (size_t i = t.n;;) {
    if (!skip_back(t, &i, true)) return false;
    if (i == 0) return true;
    if (left-- == 0) return add_part(parts, t, 0, i);
    size_t end = i;
    if (!skip_back(t, &i, false) || !add_part(parts, t, i, end)) return false;
  }
}

Var split(Call& c, bool backwards) {
  int64_t limit = -1;
  if (c[1] && !to_size(c[1], &limit)) return {};
  Text t = text_of(c.self);
  size_t left = limit < 0 ? SIZE_MAX : static_cast<size_t>(limit);
  Ref<List> parts = new_list();
  if (!parts) return {};
  bool ok = true;
  if (c.get(0, None).is_none()) {
    ok = backwards ? split_spaces_backwards(t, left, parts.get()) : split_spaces(t, left, parts.get());
  } else {
    Text separator;
    if (!text_argument(t, c[0], &separator)) {
      if (t.is_str) return type_error("must be str or None, not %T", c[0]);
      return {};
    }
    if (separator.n == 0) return value_error("empty separator");
    Needle needle(t.data, t.width, separator.data, separator.width, separator.n);
    size_t start = 0, end = t.n;
    while (ok && left-- > 0) {
      int64_t at = backwards ? needle.find_last(0, end) : needle.find(start, t.n);
      ok = !failed();
      if (at < 0) break;
      size_t after = static_cast<size_t>(at) + separator.n;
      ok = backwards ? add_part(parts.get(), t, after, end) : add_part(parts.get(), t, start, static_cast<size_t>(at));
      if (backwards)
        end = static_cast<size_t>(at);
      else
        start = after;
    }
    ok = ok && add_part(parts.get(), t, start, end);
  }
  if (!ok) return {};
  if (backwards)
    for (uint32_t i = 0, j = parts->size; i + 1 < j; ++i) std::swap(parts->items[i], parts->items[--j]);
  return parts;
}

bool ends_line(const Text& t, char32_t c) {
  if (c == '\n' || c == '\r') return true;
  return t.is_str && ((c >= 0xb && c <= 0xc) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029);
}

enum Side { kLeft = 1, kRight = 2 };

Var strip(Call& c, const char* name, int sides) {
  Text t = text_of(c.self), chars;
  bool given = !c.get(0, None).is_none();
  if (given && !text_argument(t, c[0], &chars)) {
    if (t.is_str) return type_error("%s arg must be None or str", name);
    return {};
  }
  auto goes = [&](char32_t unit) {
    if (!given) return (text_flags(t, unit) & kSpace) != 0;
    for (size_t i = 0; i < chars.n; ++i)
      if (chars[i] == unit) return true;
    return false;
  };
  size_t from = 0, to = t.n;
  constexpr size_t kPiece = 4096;  // between two looks at the limits
  auto counted = [&](size_t done) { return done % kPiece || check(kPiece / 16 * (1 + chars.n / 16)); };
  if (sides & kLeft)
    while (from < to && goes(t[from]))
      if (!counted(++from)) return {};
  if (sides & kRight)
    while (to > from && goes(t[to - 1]))
      if (!counted(t.n - --to)) return {};
  return text_part(t, from, to);
}

Var join_str(Str* separator, Ref<List> items) {
  uint32_t n = items->size;
  if (n == 0) return rt.empty_str;
  if (n == 1 && type_of(items->items[0]) == rt.types.str) return items->items[0];
  size_t length = static_cast<size_t>(separator->length) * (n - 1);
  char32_t largest = n > 1 && separator->length ? class_of(separator) : 0;
  for (uint32_t i = 0; i < n; ++i) {
    Value item = items->items[i];
    if (!is_kind(item, Kind::Str))
      return type_error("sequence item %u: expected str instance, %T found", i, item);
    length += item.as<Str>()->length;
    if (class_of(item.as<Str>()) > largest) largest = class_of(item.as<Str>());
  }
  if (length == 0) return rt.empty_str;
  if (!check(length / 64)) return {};
  Ref<Str> out = new_str(length, largest < 0x7f ? 0x7f : largest);
  if (!out) return {};
  size_t at = 0;
  for (uint32_t i = 0; i < n; ++i) {
    if (i && separator->length) {
      copy_units(out->data(), out->width(), at, separator->data(), separator->width(), 0, separator->length);
      at += separator->length;
    }
    auto* s = items->items[i].as<Str>();
    copy_units(out->data(), out->width(), at, s->data(), s->width(), 0, s->length);
    at += s->length;
  }
  return out;
}

}  // namespace

Var text_split(Call& c) { return split(c, false); }
Var text_rsplit(Call& c) { return split(c, true); }

Var text_splitlines(Call& c) {
  Text t = text_of(c.self);
  Tri keep = c[0] ? truth(c[0]) : Tri::False;
  Ref<List> lines = new_list();
  if (keep == Tri::Error || !lines) return {};
  for (size_t i = 0; i < t.n;) {
    size_t start = i;
    while (i < t.n && !ends_line(t, t[i]))
      if (++i % 65536 == 0 && !check(256)) return {};
    size_t end = i;
    if (i < t.n) {
      i += t[i] == '\r' && i + 1 < t.n && t[i + 1] == '\n' ? 2 : 1;
      if (keep == Tri::True) end = i;
    }
    if (!add_part(lines.get(), t, start, end)) return {};
  }
  return lines;
}

Var text_strip(Call& c) { return strip(c, "strip", kLeft | kRight); }
Var text_lstrip(Call& c) { return strip(c, "lstrip", kLeft); }
Var text_rstrip(Call& c) { return strip(c, "rstrip", kRight); }

Var text_join(Call& c) {
  Text t = text_of(c.self);
  Ref<List> items;
  if (type_of(c[0]) == rt.types.list && is_kind(c.self, Kind::Str)) {
    items = Ref<List>(c[0].as<List>());
  } else {
    Var iterator = iterate(c[0]);
    if (!iterator) {
      if (clear_error_if(rt.types.TypeError)) return type_error("can only join an iterable");
      return {};
    }
    items = to_list(iterator);
    if (!items) return {};
  }
  if (t.is_str) return join_str(c.self.as<Str>(), std::move(items));
  StrBuilder out;
  for (uint32_t i = 0; i < items->size; ++i) {
    Text part;
    Value item = items->items[i];
    if (!is_bytes_like(item))
      return type_error("sequence item %u: expected a bytes-like object, %T found", i, item);
    text_argument(t, item, &part);
    if (i) append_part(out, t, 0, t.n);
    append_part(out, part, 0, part.n);
    if (!check(1 + part.n / 64)) return {};
  }
  return finish_like(out, t);
}

}  // namespace ap
