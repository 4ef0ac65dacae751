#include "object/int.hpp"
#include "object/text_methods.hpp"
#include "object/tuple.hpp"

namespace ap {

Text text_of(Value v) {
  Text t;
  t.owner = v;
  if (is_kind(v, Kind::Str)) {
    auto* s = v.as<Str>();
    t.data = s->data();
    t.n = s->length;
    t.width = s->width();
    t.is_str = true;
  } else if (is_kind(v, Kind::Bytes)) {
    t.data = v.as<Bytes>()->data();
    t.n = v.as<Bytes>()->size;
  } else {
    std::string_view view;
    bytes_like(v, &view);
    t.data = reinterpret_cast<const uint8_t*>(view.data());
    t.n = view.size();
  }
  return t;
}

bool text_argument(const Text& self, Value v, Text* out) {
  if (self.is_str) {
    if (!is_kind(v, Kind::Str)) return false;
    *out = text_of(v);
    return true;
  }
  std::string_view view;
  if (!bytes_like(v, &view)) return false;
  *out = Text{reinterpret_cast<const uint8_t*>(view.data()), view.size(), 1, false, v};
  return true;
}

bool text_range(Call& c, size_t i, Text* t, size_t* from, size_t* to) {
  if (!clip_range(c[i], c[i + 1], text_of(c.self).n, from, to)) return false;
  *t = text_of(c.self);
  if (*to > t->n) *to = t->n;
  return true;
}

Var text_part(const Text& self, size_t from, size_t to) {
  if (to > self.n) to = self.n;
  if (from > to) from = to;
  if (self.is_str) return substring(self.owner.as<Str>(), static_cast<uint32_t>(from), static_cast<uint32_t>(to));
  std::string_view part(reinterpret_cast<const char*>(self.data) + from, to - from);
  if (is_kind(self.owner, Kind::ByteArray)) return make_bytearray(part);
  if (part.size() == self.n && type_of(self.owner) == rt.types.bytes) return self.owner;
  return make_bytes(part);
}

void append_part(StrBuilder& out, const Text& t, size_t from, size_t to) {
  if (from >= to) return;
  char32_t largest = t.is_str ? class_of(t.owner.as<Str>()) : 0xff;
  out.append_units(t.data + from * t.width, t.width, to - from, largest);
}

Var finish_like(StrBuilder& out, const Text& self) {
  if (self.is_str) return out.finish();
  if (out.failed()) return raise_memory_error();
  std::string_view built(reinterpret_cast<const char*>(out.data()), out.length());
  return is_kind(self.owner, Kind::ByteArray) ? make_bytearray(built) : Var(make_bytes(built));
}

namespace {

// What find() and its kin look for. An int, for bytes, is one byte.
struct Wanted {
  Text text;
  uint8_t byte;
};

bool wanted_argument(const Text& self, Value v, const char* name, Wanted* out) {
  if (self.is_str) {
    if (text_argument(self, v, &out->text)) return true;
    return type_error("%s() argument 1 must be str, not %T", name, v);
  }
  if (!is_bytes_like(v)) {
    if (!is_index(v)) return type_error("argument should be integer or bytes-like object, not '%T'", v);
    int64_t byte;
    if (!to_int64_clamped(v, &byte)) return false;
    if (byte < 0 || byte > 255) return value_error("byte must be in range(0, 256)");
    out->byte = static_cast<uint8_t>(byte);
    out->text.data = &out->byte;
    out->text.n = 1;
    return true;
  }
  return text_argument(self, v, &out->text);
}

enum class Search { First, Last, Count };

// -1: not found (or, with *ok false, an exception).
int64_t search(Call& c, const char* name, Search what, bool* ok) {
  Text t = text_of(c.self);
  Wanted wanted;
  size_t from, to;
  *ok = wanted_argument(t, c[0], name, &wanted) && text_range(c, 1, &t, &from, &to);
  if (!*ok) return -1;
  if (!t.is_str && is_kind(c[0], Kind::ByteArray)) wanted.text = text_of(c[0]);
  const Text& part = wanted.text;
  if (from > to || to - from < part.n) return what == Search::Count ? 0 : -1;
  if (part.n == 0)
    return static_cast<int64_t>(what == Search::First ? from : what == Search::Last ? to : to - from + 1);
  Needle needle(t.data, t.width, part.data, part.width, part.n);
  int64_t found = what == Search::First  ? needle.find(from, to)
                  : what == Search::Last ? needle.find_last(from, to)
                                         : static_cast<int64_t>(needle.count(from, to, SIZE_MAX));
  *ok = !failed();
  return found;
}

Var found(int64_t at, bool ok) { return ok ? make_int(at) : Var(); }
Var must_find(Call& c, int64_t at, bool ok) {
  if (!ok) return {};
  if (at < 0) return value_error(is_kind(c.self, Kind::Str) ? "substring not found" : "subsection not found");
  return make_int(at);
}

bool stands_at(const Text& t, const Text& part, size_t at) {
  if (t.width == part.width) return std::memcmp(t.data + at * t.width, part.data, part.n * t.width) == 0;
  for (size_t i = 0; i < part.n; ++i)
    if (t[at + i] != part[i]) return false;
  return true;
}

Tri affix(const Text& t, Value v, const char* name, bool in_tuple, size_t from, size_t to, bool at_end) {
  Text part;
  if (t.is_str || !in_tuple) {
    if (t.is_str ? !is_kind(v, Kind::Str) : !is_kind(v, Kind::Bytes) && !is_kind(v, Kind::ByteArray)) {
      if (in_tuple) return type_error("tuple for %s must only contain str, not %T", name, v);
      const char* kind = t.is_str ? "str" : "bytes";
      return type_error("%s first arg must be %s or a tuple of %s, not %T", name, kind, kind, v);
    }
  }
  if (!text_argument(t, v, &part)) return Tri::Error;
  if (from > to || to - from < part.n) return Tri::False;
  return stands_at(t, part, at_end ? to - part.n : from) ? Tri::True : Tri::False;
}

Var has_affix(Call& c, const char* name, bool at_end) {
  Text t;
  size_t from, to;
  if (!text_range(c, 1, &t, &from, &to)) return {};
  if (is_kind(c[0], Kind::Tuple)) {
    auto* parts = c[0].as<Tuple>();
    for (uint32_t i = 0; i < parts->size; ++i) {
      Tri there = affix(t, (*parts)[i], name, true, from, to, at_end);
      if (there == Tri::Error) return {};
      if (there == Tri::True) return True;
    }
    return False;
  }
  Tri there = affix(t, c[0], name, false, from, to, at_end);
  return there == Tri::Error ? Var() : truth_value(there == Tri::True);
}

Var partition(Call& c, bool last) {
  Text t = text_of(c.self), separator;
  if (!text_argument(t, c[0], &separator)) {
    if (t.is_str) return type_error("must be str, not %T", c[0]);
    return {};
  }
  if (separator.n == 0) return value_error("empty separator");
  Needle needle(t.data, t.width, separator.data, separator.width, separator.n);
  int64_t at = last ? needle.find_last(0, t.n) : needle.find(0, t.n);
  if (failed()) return {};
  size_t head_end = at >= 0 ? static_cast<size_t>(at) : last ? 0 : t.n;
  size_t tail_start = at >= 0 ? static_cast<size_t>(at) + separator.n : last ? 0 : t.n;
  Var head = text_part(t, 0, head_end), tail = text_part(t, tail_start, t.n);
  bool copied = is_kind(c.self, Kind::ByteArray);
  Var middle = at < 0 ? text_part(t, 0, 0) : copied ? text_part(t, head_end, tail_start) : text_part(separator, 0, separator.n);
  if (!head || !middle || !tail) return {};
  return tuple_of(head, middle, tail);
}

Var without_affix(Call& c, const char* name, bool at_end) {
  Text t = text_of(c.self), part;
  if (!text_argument(t, c[0], &part)) {
    if (t.is_str) return type_error("%s() argument must be str, not %T", name, c[0]);
    return {};
  }
  if (part.n == 0 || part.n > t.n || !stands_at(t, part, at_end ? t.n - part.n : 0)) return text_part(t, 0, t.n);
  return at_end ? text_part(t, 0, t.n - part.n) : text_part(t, part.n, t.n);
}

}  // namespace

Var text_find(Call& c) {
  bool ok;
  int64_t at = search(c, "find", Search::First, &ok);
  return found(at, ok);
}
Var text_rfind(Call& c) {
  bool ok;
  int64_t at = search(c, "rfind", Search::Last, &ok);
  return found(at, ok);
}
Var text_index(Call& c) {
  bool ok;
  int64_t at = search(c, "index", Search::First, &ok);
  return must_find(c, at, ok);
}
Var text_rindex(Call& c) {
  bool ok;
  int64_t at = search(c, "rindex", Search::Last, &ok);
  return must_find(c, at, ok);
}
Var text_count(Call& c) {
  bool ok;
  int64_t n = search(c, "count", Search::Count, &ok);
  return found(n, ok);
}
Var text_startswith(Call& c) { return has_affix(c, "startswith", false); }
Var text_endswith(Call& c) { return has_affix(c, "endswith", true); }
Var text_partition(Call& c) { return partition(c, false); }
Var text_rpartition(Call& c) { return partition(c, true); }
Var text_removeprefix(Call& c) { return without_affix(c, "removeprefix", false); }
Var text_removesuffix(Call& c) { return without_affix(c, "removesuffix", true); }

Var text_replace(Call& c) {
  int64_t limit = -1;
  Text t, old, fresh;
  // Twice: what gives the limit may change bytearrays.
  for (int round = 0; round < 2; ++round) {
    t = text_of(c.self);
    for (int i = 0; i < 2; ++i) {
      if (text_argument(t, c[i], i ? &fresh : &old)) continue;
      if (t.is_str) return type_error("replace() argument %d must be str, not %T", i + 1, c[i]);
      return {};
    }
    if (round == 0 && c[2] && !to_size(c[2], &limit)) return {};
  }
  size_t left = limit < 0 ? SIZE_MAX : static_cast<size_t>(limit);
  StrBuilder out;
  size_t done = 0;
  if (left == 0 || old.n > t.n) return text_part(t, 0, t.n);
  if (old.n == 0) {
    while (left-- > 0) {
      append_part(out, fresh, 0, fresh.n);
      if (done == t.n) break;
      append_part(out, t, done, done + 1);
      ++done;
      if (!check() || out.failed()) break;
    }
  } else {
    Needle needle(t.data, t.width, old.data, old.width, old.n);
    int64_t at = needle.find(0, t.n);
    if (at < 0) return failed() ? Var() : text_part(t, 0, t.n);
    while (at >= 0 && left-- > 0) {
      append_part(out, t, done, static_cast<size_t>(at));
      append_part(out, fresh, 0, fresh.n);
      done = static_cast<size_t>(at) + old.n;
      if (!check() || out.failed()) break;
      at = needle.find(done, t.n);
    }
  }
  if (failed()) return {};
  append_part(out, t, done, t.n);
  return finish_like(out, t);
}

Tri bytes_contains(Value v, Value item) {
  Text t = text_of(v);
  Wanted wanted;
  if (is_index(item)) {
    if (!wanted_argument(t, item, "", &wanted)) return Tri::Error;
  } else if (!text_argument(t, item, &wanted.text)) {
    return Tri::Error;
  }
  if (wanted.text.n == 0) return Tri::True;
  bool there = Needle(t.data, 1, wanted.text.data, 1, wanted.text.n).find(0, t.n) >= 0;
  return failed() ? Tri::Error : there ? Tri::True : Tri::False;
}

}  // namespace ap
