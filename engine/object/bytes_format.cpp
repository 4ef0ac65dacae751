// bytes % args: by the % of str, each byte standing for the character of that number.
#include "object/bytes_core.hpp"
#include "object/dict.hpp"
#include "object/format.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/text_methods.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

Var as_str(std::string_view data) { return decode(data, "latin-1", "strict"); }

// What a conversion shows, as the argument that str's % takes for it.
Var convert(Value v, char conversion) {
  std::string_view data;
  switch (conversion) {
    case 'a':
    case 'r': return ascii(v);
    case 'b':
    case 's':
      if (!is_bytes_like(v)) {
        Var method = lookup_special(v, intern("__bytes__").get());
        Var made = method ? call(method) : Var();
        if (made && is_bytes_like(made)) return bytes_like(made, &data) ? as_str(data) : Var();
        if (failed()) return {};
        return type_error("%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v);
      }
      return bytes_like(v, &data) ? as_str(data) : Var();
    case 'c':
      if (is_int(v)) {
        int64_t i;
        if (!int_fits_int64(v, &i) || i < 0 || i > 255) return raise(rt.types.OverflowError, "%%c arg not in range(256)");
        return make_char(static_cast<char32_t>(i));
      }
      if (is_kind(v, Kind::Bytes) || is_kind(v, Kind::ByteArray)) {
        bytes_like(v, &data);
        if (data.size() == 1) return as_str(data);
        return type_error("%%c requires an integer in range(256) or a single byte, not a %N object of length %zu",
                          is_kind(v, Kind::Bytes) ? rt.types.bytes : rt.types.bytearray, data.size());
      }
      return type_error("%%c requires an integer in range(256) or a single byte, not %T", v);
    default: return v;
  }
}

// Where the arguments come from.
struct Source {
  Value args;
  bool tuple;
  uint32_t used = 0;
  Var next() {
    if (tuple && used < args.as<Tuple>()->size) return (*args.as<Tuple>())[used++];
    if (!tuple && used == 0) return ++used, Var(args);
    return type_error("not enough arguments for format string");
  }
};

}  // namespace

Var bytes_percent(Value format, Value args) {
  std::string_view text;
  bytes_like(format, &text);
  Source source{args, is_kind(args, Kind::Tuple)};
  bool mapping = !source.tuple && !is_bytes_like(args) && !is_kind(args, Kind::Str) && type_of(args)->getitem;
  Ref<List> values = new_list();
  std::string out;  // the format for str: keys looked up already, %b and %r as %s
  if (!values) return {};
  for (size_t i = 0; i < text.size();) {
    out += text[i];
    if (text[i++] != '%') continue;
    Var keyed;
    if (i < text.size() && text[i] == '(') {
      size_t start = ++i;
      for (int depth = 1; i < text.size(); ++i) {
        if (text[i] == '(') ++depth;
        if (text[i] == ')' && --depth == 0) break;
      }
      if (i >= text.size()) return value_error("incomplete format key");
      if (!mapping) return type_error("format requires a mapping");
      Ref<Bytes> key = make_bytes(text.substr(start, i - start));
      keyed = key ? getitem(args, key) : Var();
      if (!keyed) return {};
      ++i;
    }
    while (i < text.size() && std::string_view("#0- +.123456789*hlL").find(text[i]) != std::string_view::npos) {
      if (text[i] == '*') {
        Var width = source.next();
        if (!width || !list_append(values.get(), std::move(width))) return {};
      }
      out += text[i++];
    }
    if (i >= text.size()) break;  // str's % says what is wrong
    char conversion = text[i++];
    out += conversion == 'b' || conversion == 'a' || conversion == 'r' ? 's' : conversion;
    if (!check()) return {};
    if (conversion == '%') continue;
    if (std::string_view("bsarcdiouxXeEfFgG").find(conversion) == std::string_view::npos) {
      if (!list_append(values.get(), None)) return {};
      break;
    }
    Var value = keyed ? keyed : source.next();
    Var shown = value ? convert(value, conversion) : Var();
    if (!shown || !list_append(values.get(), std::move(shown))) return {};
  }
  // What stays unread is wrong unless it is a mapping.
  bool all_read = source.tuple ? source.used == args.as<Tuple>()->size : source.used == 1 || mapping;
  Var str_format = as_str(out);
  Ref<Tuple> all = make_tuple(values->items, values->size);
  Var result = str_format && all ? percent_format(str_format.as<Str>(), all) : Var();
  if (!result) return {};
  if (!all_read) return type_error("not all arguments converted during bytes formatting");
  return encode(result.as<Str>(), "latin-1", "strict");
}

}  // namespace ap
