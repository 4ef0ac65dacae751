// What only bytes and bytearray have: hex, decode, byte tables.
#include "object/bytes_core.hpp"
#include "object/int.hpp"
#include "object/text_methods.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

Var decode_method(Call& c) {
  for (int i = 0; i < 2; ++i)
    if (c[i] && !is_kind(c[i], Kind::Str))
      return type_error("decode() argument '%s' must be str, not %T", i ? "errors" : "encoding", c[i]);
  std::string encoding = c[0] ? to_utf8(c[0].as<Str>()) : "utf-8", errors = c[1] ? to_utf8(c[1].as<Str>()) : "strict";
  std::string_view data;
  bytes_like(c.self, &data);
  return decode(data, encoding, errors);
}

Var hex(Call& c) {
  int64_t group = 1;
  char32_t separator = 0;
  if (c[1] && !to_size(c[1], &group)) return {};
  if (c[0]) {
    if (!is_kind(c[0], Kind::Str) && !is_kind(c[0], Kind::Bytes)) return type_error("sep must be str or bytes.");
    Text given = text_of(c[0]);
    if (given.n != 1) return value_error("sep must be length 1.");
    separator = given[0];
    if (separator > 127) return value_error("sep must be ASCII.");
  }
  Text t = text_of(c.self);
  StrBuilder out;
  size_t every = static_cast<size_t>(group < 0 ? -group : group);
  for (size_t i = 0; i < t.n; ++i) {
    if (i % 4096 == 4095 && !check(64)) return {};
    // Groups are counted from the right, or from the left where their size is negative.
    if (separator && every && i && (group > 0 ? t.n - i : i) % every == 0) out.append(separator);
    out.append(static_cast<char32_t>("0123456789abcdef"[t[i] >> 4]));
    out.append(static_cast<char32_t>("0123456789abcdef"[t[i] & 15]));
  }
  return out.finish();
}

int hex_digit(char32_t c) {
  if (c - '0' < 10) return static_cast<int>(c - '0');
  c |= 32;
  return c - 'a' < 6 ? static_cast<int>(c - 'a' + 10) : -1;
}

Var fromhex(Call& c) {
  if (!is_kind(c[0], Kind::Str) && !is_kind(c[0], Kind::Bytes) && !is_kind(c[0], Kind::ByteArray))
    return type_error("fromhex() argument must be str or bytes-like, not %T", c[0]);
  Text t = text_of(c[0]);
  StrBuilder out;
  for (size_t i = 0, done = 0; i < t.n;) {
    if (i - done >= 4096) {
      done = i;
      if (!check(64)) return {};
    }
    if (t[i] < 128 && (latin1_flags[t[i]] & kSpace)) {
      ++i;
      continue;
    }
    int high = hex_digit(t[i]);
    if (high >= 0 && i + 1 >= t.n)
      return value_error("fromhex() arg must contain an even number of hexadecimal digits");
    int low = high >= 0 ? hex_digit(t[i + 1]) : -1;
    if (low < 0)
      return value_error("non-hexadecimal number found in fromhex() arg at position %zu", high < 0 ? i : i + 1);
    out.append(static_cast<char32_t>(high << 4 | low));
    i += 2;
  }
  std::string_view data(reinterpret_cast<const char*>(out.data()), out.length());
  Type* type = c.self.as<Type>();
  Var made = is_subtype(type, rt.types.bytearray) ? make_bytearray(data) : Var(make_bytes(data));
  if (!made || type_of(made) == type) return made;
  return call(type, made);
}

Var translate(Call& c) {
  Text t = text_of(c.self), table, gone;
  bool has_table = !c[0].is_none();
  if (has_table) {
    if (!text_argument(t, c[0], &table)) return {};
    if (table.n != 256) return value_error("translation table must be 256 characters long");
  }
  if (c[1] && !text_argument(t, c[1], &gone)) return {};
  StrBuilder out;
  for (size_t i = 0; i < t.n; ++i) {
    if (i % 4096 == 4095 && !check(64)) return {};
    if (gone.n && std::memchr(gone.data, static_cast<int>(t[i]), gone.n)) continue;
    out.append(has_table ? table[t[i]] : t[i]);
  }
  return finish_like(out, t);
}

Var maketrans(Call& c) {
  std::string_view from, to;
  if (!bytes_like(c[0], &from) || !bytes_like(c[1], &to)) return {};
  if (from.size() != to.size()) return value_error("maketrans arguments must have same length");
  char table[256];
  for (int i = 0; i < 256; ++i) table[i] = static_cast<char>(i);
  for (size_t i = 0; i < from.size(); ++i) table[static_cast<uint8_t>(from[i])] = to[i];
  return make_bytes({table, sizeof table});
}

Var to_bytes_method(Call& c) {
  std::string_view data;
  bytes_like(c.self, &data);
  return type_of(c.self) == rt.types.bytes ? Var(c.self) : Var(make_bytes(data));
}

Var getnewargs(Call& c) {
  Var plain = to_bytes_method(c);
  return plain ? Var(tuple_of(plain)) : Var();
}

const MethodDef kMethods[] = {
    {"replace", "old, new, count=-1, /", text_replace},
    {"decode", "encoding='utf-8', errors='strict'", decode_method},
    {"hex", "sep=<unrepresentable>, bytes_per_sep=1", hex},
    {"fromhex", "string, /", fromhex, kClassMethod},
    {"translate", "table, /, delete=b''", translate},
    {"maketrans", "frm, to, /", maketrans, kStaticMethod},
    {"__bytes__", "", to_bytes_method},
    {"__getnewargs__", "", getnewargs},
};

}  // namespace

void add_bytes_methods(Type* t) {
  add_text_methods(t);
  add_methods(t, kMethods);
}

}  // namespace ap
