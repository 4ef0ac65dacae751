// str.encode and bytes.decode: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32, with CPython's error handlers and error texts.
#include "object/bytes.hpp"
#include "object/int.hpp"
#include "object/text_methods.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

enum class Encoding : uint8_t { Unknown, Utf8, Utf8Sig, Ascii, Latin1, Utf16, Utf16Le, Utf16Be, Utf32, Utf32Le, Utf32Be };
enum class Errors : uint8_t { Unknown, Strict, Ignore, Replace, Backslash, XmlCharRef, SurrogateEscape, SurrogatePass };

// Names without case, hyphens, underscores and spaces.
constexpr struct {
  const char* name;
  Encoding encoding;
} kEncodings[] = {
    {"utf8", Encoding::Utf8},        {"u8", Encoding::Utf8},          {"utf", Encoding::Utf8},
    {"cp65001", Encoding::Utf8},     {"utf8sig", Encoding::Utf8Sig},  {"ascii", Encoding::Ascii},
    {"usascii", Encoding::Ascii},    {"646", Encoding::Ascii},        {"latin1", Encoding::Latin1},
    {"latin", Encoding::Latin1},     {"l1", Encoding::Latin1},        {"iso88591", Encoding::Latin1},
    {"8859", Encoding::Latin1},      {"cp819", Encoding::Latin1},     {"utf16", Encoding::Utf16},
    {"u16", Encoding::Utf16},        {"utf16le", Encoding::Utf16Le},  {"utf16be", Encoding::Utf16Be},
    {"utf32", Encoding::Utf32},      {"u32", Encoding::Utf32},        {"utf32le", Encoding::Utf32Le},
    {"utf32be", Encoding::Utf32Be},
};
// As errors show them.
const char* const kShown[] = {"",       "utf-8",     "utf-8",     "ascii",  "latin-1",  "utf-16",
                              "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"};
constexpr struct {
  const char* name;
  Errors errors;
} kErrorHandlers[] = {
    {"strict", Errors::Strict},
    {"ignore", Errors::Ignore},
    {"replace", Errors::Replace},
    {"backslashreplace", Errors::Backslash},
    {"xmlcharrefreplace", Errors::XmlCharRef},
    {"surrogateescape", Errors::SurrogateEscape},
    {"surrogatepass", Errors::SurrogatePass},
};

Encoding find_encoding(std::string_view name) {
  char plain[16];
  size_t n = 0;
  for (char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    if (n == sizeof plain) return Encoding::Unknown;
    plain[n++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  for (auto& e : kEncodings)
    if (std::string_view(plain, n) == e.name) return e.encoding;
  return Encoding::Unknown;
}

Raised unknown_encoding(std::string_view name) {
  return raise(rt.types.LookupError, "unknown encoding: %s", std::string(name).c_str());
}

// Named only when it is needed, since a wrong name does no harm before.
struct Handler {
  std::string_view name;
  Encoding encoding;
  Value object;  // the whole text, for the exception
  Errors kind() const {
    for (auto& h : kErrorHandlers)
      if (name == h.name) return h.errors;
    return Errors::Unknown;
  }
  Raised unknown() const {
    return raise(rt.types.LookupError, "unknown error handler name '%s'", std::string(name).c_str());
  }
  Raised strict(Type* type, size_t from, size_t to, const char* reason) const {
    Ref<Str> shown = make_str(kShown[static_cast<int>(encoding)]), why = make_str(reason);
    Ref<Tuple> args = tuple_of(shown, object, Value::from_int(static_cast<int64_t>(from)),
                               Value::from_int(static_cast<int64_t>(to)), why);
    if (!args) return {};
    return raise_with_args(type, args.get());
  }
};

bool is_surrogate(char32_t c) { return c >= 0xd800 && c < 0xe000; }

void put_unit(StrBuilder& out, uint32_t unit, int bytes, bool big) {
  for (int i = 0; i < bytes; ++i) out.append(static_cast<char32_t>(unit >> 8 * (big ? bytes - 1 - i : i) & 255));
}

// The characters from `from` that the encoding does not have, handled; false: an exception is set.
bool encode_error(StrBuilder& out, const Handler& handler, const Str* s, size_t from, size_t to, const char* reason,
                  int unit_bytes, bool big) {
  auto put = [&](char32_t c) { put_unit(out, c, unit_bytes, big); };
  Errors kind = handler.kind();
  for (size_t i = from; i < to; ++i) {
    if (!check()) return false;
    char32_t c = s->at(static_cast<uint32_t>(i));
    bool ok = true;
    switch (kind) {
      case Errors::Ignore: break;
      case Errors::Replace: put('?'); break;
      case Errors::Backslash:
      case Errors::XmlCharRef: {
        StrBuilder text;
        if (kind == Errors::Backslash) {
          append_escape(text, c);
        } else {
          text.append("&#");
          text.append(std::string_view(to_utf8(int_to_str(Value::from_int(c)).get())));
          text.append(";");
        }
        for (size_t k = 0; k < text.length(); ++k) put(text.data()[k]);
        break;
      }
      case Errors::SurrogateEscape:
        ok = c >= 0xdc80 && c < 0xdd00;
        if (ok) out.append(c - 0xdc00);
        break;
      case Errors::SurrogatePass:
        ok = is_surrogate(c) && handler.encoding != Encoding::Ascii && handler.encoding != Encoding::Latin1;
        if (ok && unit_bytes == 1) {
          out.append(0xe0 | c >> 12);
          out.append(0x80 | (c >> 6 & 63));
          out.append(0x80 | (c & 63));
        } else if (ok) {
          put(c);
        }
        break;
      case Errors::Strict: ok = false; break;
      case Errors::Unknown: return handler.unknown();
    }
    if (!ok) return handler.strict(rt.types.UnicodeEncodeError, from, to, reason);
  }
  return true;
}

bool encode_into(StrBuilder& out, const Str* s, Handler handler) {
  Encoding encoding = handler.encoding;
  bool utf8 = encoding == Encoding::Utf8 || encoding == Encoding::Utf8Sig;
  bool utf16 = encoding >= Encoding::Utf16 && encoding <= Encoding::Utf16Be;
  bool big = encoding == Encoding::Utf16Be || encoding == Encoding::Utf32Be;
  int unit_bytes = utf16 ? 2 : encoding >= Encoding::Utf32 ? 4 : 1;
  char32_t limit = encoding == Encoding::Ascii ? 0x80 : encoding == Encoding::Latin1 ? 0x100 : 0x110000;
  const char* reason = limit == 0x80    ? "ordinal not in range(128)"
                       : limit == 0x100 ? "ordinal not in range(256)"
                                        : "surrogates not allowed";
  auto bad = [&](char32_t c) { return c >= limit || (limit > 0x100 && is_surrogate(c)); };
  if (encoding == Encoding::Utf8Sig) out.append("\u00ef\u00bb\u00bf");
  if (encoding == Encoding::Utf16 || encoding == Encoding::Utf32) put_unit(out, 0xfeff, unit_bytes, false);
  for (uint32_t i = 0; i < s->length;) {
    if (i % 4096 == 4095 && !check(64)) return false;
    char32_t c = s->at(i);
    if (bad(c)) {
      uint32_t end = i + 1;
      while (end < s->length && bad(s->at(end))) ++end;
      if (!encode_error(out, handler, s, i, end, reason, unit_bytes, big)) return false;
      i = end;
      continue;
    }
    ++i;
    if (utf8) {
      char bytes[4];
      int n = encode_utf8(c, bytes);
      for (int k = 0; k < n; ++k) out.append(static_cast<uint8_t>(bytes[k]));
    } else if (utf16 && c >= 0x10000) {
      put_unit(out, 0xd800 + ((c - 0x10000) >> 10), 2, big);
      put_unit(out, 0xdc00 + ((c - 0x10000) & 1023), 2, big);
    } else {
      put_unit(out, c, unit_bytes, big);
    }
  }
  return true;
}

// Bytes [from, to) make no character.
bool decode_error(StrBuilder& out, const Handler& handler, std::string_view data, size_t from, size_t* to,
                  const char* reason) {
  switch (handler.kind()) {
    case Errors::Ignore: return true;
    case Errors::Replace: out.append(U'\ufffd'); return true;
    case Errors::Backslash:
      for (size_t i = from; i < *to; ++i) append_escape(out, static_cast<uint8_t>(data[i]));
      return true;
    case Errors::SurrogateEscape: {
      size_t i = from;
      for (; i < *to && (data[i] & 0x80); ++i) out.append(0xdc00 + static_cast<uint8_t>(data[i]));
      if (i == from) break;
      *to = i;
      return true;
    }
    case Errors::SurrogatePass: {
      char32_t c;
      if (handler.encoding == Encoding::Utf8 &&
          decode_utf8(data.data() + from, data.data() + data.size(), &c, true) == 3 && is_surrogate(c)) {
        out.append(c);
        *to = from + 3;
        return true;
      }
      break;
    }
    case Errors::Unknown: return handler.unknown();
    default: break;
  }
  return handler.strict(rt.types.UnicodeDecodeError, from, *to, reason);
}

bool decode_utf8_into(StrBuilder& out, std::string_view data, const Handler& handler) {
  const char *begin = data.data(), *end = begin + data.size(), *at = begin;
  while (at < end) {
    const char* plain = at;
    while (at < end && !(*at & 0x80)) ++at;
    if (at > plain) out.append_ascii(plain, at - plain);
    if (at == end) break;
    char32_t c;
    int n = decode_utf8(at, end, &c, false);
    if (n > 0) {
      out.append(c);
      at += n;
      continue;
    }
    uint8_t first = static_cast<uint8_t>(*at);
    const char* reason = first < 0xc2 || first > 0xf4 ? "invalid start byte"
                         : at - n == end              ? "unexpected end of data"
                                                      : "invalid continuation byte";
    size_t to = static_cast<size_t>(at - n - begin);
    if (!decode_error(out, handler, data, static_cast<size_t>(at - begin), &to, reason) || !check()) return false;
    at = begin + to;
  }
  return true;
}

bool decode_wide_into(StrBuilder& out, std::string_view data, Handler handler) {
  Encoding encoding = handler.encoding;
  bool utf16 = encoding <= Encoding::Utf16Be;
  size_t bytes = utf16 ? 2 : 4, i = 0;
  bool big = encoding == Encoding::Utf16Be || encoding == Encoding::Utf32Be;
  auto unit = [&](size_t at) {
    uint32_t value = 0;
    for (size_t k = 0; k < bytes; ++k)
      value |= static_cast<uint32_t>(static_cast<uint8_t>(data[at + k])) << 8 * (big ? bytes - 1 - k : k);
    return value;
  };
  if (encoding == Encoding::Utf16 || encoding == Encoding::Utf32) {
    handler.encoding = utf16 ? Encoding::Utf16Le : Encoding::Utf32Le;
    if (data.size() >= bytes) {
      uint32_t mark = unit(0);
      if (mark == 0xfeff) i = bytes;
      if (mark == (utf16 ? 0xfffe : 0xfffe0000)) {
        big = true;
        i = bytes;
        handler.encoding = utf16 ? Encoding::Utf16Be : Encoding::Utf32Be;
      }
    }
  }
  while (i < data.size()) {
    size_t to = i + bytes;
    const char* reason = nullptr;
    if (to > data.size()) {
      to = data.size();
      reason = "truncated data";
    } else {
      char32_t c = unit(i);
      if (!utf16) {
        if (c > 0x10ffff) reason = "code point not in range(0x110000)";
        if (is_surrogate(c)) reason = "code point in surrogate code point range(0xd800, 0xe000)";
      } else if (is_surrogate(c)) {
        if (c >= 0xdc00) {
          reason = "illegal encoding";
        } else if (to + 2 > data.size()) {
          reason = "unexpected end of data";
          to = data.size();
        } else if (uint32_t low = unit(to); low >= 0xdc00 && low < 0xe000) {
          c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
          to += 2;
        } else {
          reason = "illegal UTF-16 surrogate";
        }
      }
      if (!reason) out.append(c);
    }
    if (reason && !decode_error(out, handler, data, i, &to, reason)) return false;
    i = to;
  }
  return true;
}

}  // namespace

Var encode(const Str* s, std::string_view encoding, std::string_view errors) {
  Handler handler{errors, find_encoding(encoding), Value(s)};
  if (handler.encoding == Encoding::Unknown) return unknown_encoding(encoding);
  if (!check(s->length / 16)) return {};
  bool narrow = handler.encoding == Encoding::Utf8 || handler.encoding == Encoding::Ascii || handler.encoding == Encoding::Latin1;
  if (narrow && (s->is_ascii() || (s->width() == 1 && handler.encoding == Encoding::Latin1)))
    return make_bytes({reinterpret_cast<const char*>(s->data()), s->length});
  StrBuilder out;
  if (!encode_into(out, s, handler)) return {};
  if (out.failed()) return raise_memory_error();
  return make_bytes({reinterpret_cast<const char*>(out.data()), out.length()});
}

Var decode(std::string_view data, std::string_view encoding, std::string_view errors) {
  Handler handler{errors, find_encoding(encoding), Value()};
  if (handler.encoding == Encoding::Unknown) return unknown_encoding(encoding);
  if (!check(data.size() / 16)) return {};
  Ref<Bytes> object = make_bytes(data);  // kept for an error
  if (!object) return {};
  handler.object = object;
  data = object->view();
  StrBuilder out;
  bool ok = true;
  switch (handler.encoding) {
    case Encoding::Utf8Sig:
      if (data.starts_with("\xef\xbb\xbf")) data.remove_prefix(3);
      [[fallthrough]];
    case Encoding::Utf8: ok = decode_utf8_into(out, data, handler); break;
    case Encoding::Latin1: out.append_units(data.data(), 1, data.size(), 0xff); break;
    case Encoding::Ascii:
      for (size_t i = 0; ok && i < data.size(); ++i) {
        size_t to = i + 1;
        if (data[i] & 0x80)
          ok = decode_error(out, handler, data, i, &to, "ordinal not in range(128)");
        else
          out.append(static_cast<char32_t>(data[i]));
      }
      break;
    default: ok = decode_wide_into(out, data, handler);
  }
  if (!ok) return {};
  return out.finish();
}

}  // namespace ap
