// format() of int, float and str.
#include "object/format.hpp"

#include <cmath>
#include <cstring>
#include <span>

#include "base/double_text.hpp"
#include "object/float.hpp"
#include "object/format_spec.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"

namespace ap {

namespace {

Raised unknown_code(char32_t type, Value value) {
  return value_error("Unknown format code '%s' for object of type '%T'", ShownChar(type).text, value);
}

const char kFloatTypes[] = "eEfFgGn%";

void write_exponent(int exponent, TextBuffer* out) {
  out->push('e');
  out->push(exponent < 0 ? '-' : '+');
  if (exponent < 0) exponent = -exponent;
  if (exponent >= 100) out->push(static_cast<char>('0' + exponent / 100));
  out->push(static_cast<char>('0' + exponent / 10 % 10));
  out->push(static_cast<char>('0' + exponent % 10));
}

// Digits [from, from + count) of the decimal as if it went on in zeros to both sides.
void write_places(const Decimal& decimal, int64_t from, int64_t count, TextBuffer* out) {
  if (from < 0) {
    int64_t zeros = -from < count ? -from : count;
    out->fill('0', zeros);
    from += zeros;
    count -= zeros;
  }
  int64_t real = decimal.count - from;
  if (real > count) real = count;
  if (real > 0) {
    out->append(decimal.digits + from, static_cast<size_t>(real));
    count -= real;
  }
  out->fill('0', count);
}

void write_fixed(const Decimal& decimal, int64_t places, bool alternate, TextBuffer* out) {
  if (decimal.point > 0)
    write_places(decimal, 0, decimal.point, out);
  else
    out->push('0');
  if (places > 0 || alternate) out->push('.');
  if (places > 0) write_places(decimal, decimal.point, places, out);
}

void write_scientific(const Decimal& decimal, int64_t places, bool alternate, TextBuffer* out) {
  write_places(decimal, 0, 1, out);
  if (places > 0 || alternate) out->push('.');
  if (places > 0) write_places(decimal, 1, places, out);
  write_exponent(decimal.count ? decimal.point - 1 : 0, out);
}

void to_upper(TextBuffer* out, size_t from) {
  std::string_view all = out->view();
  for (size_t i = from; i < all.size(); ++i) {
    char& c = const_cast<char&>(all[i]);
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
}

}  // namespace

void write_float(double d, char type, int64_t precision, bool alternate, bool point_zero, TextBuffer* out, bool* zero) {
  *zero = false;
  size_t begin = out->size();
  bool upper = type >= 'A' && type <= 'Z';
  if (upper) type = static_cast<char>(type + 32);
  Decimal decimal;
  if (!std::isfinite(d)) {
    out->append(d != d ? "nan" : "inf");
  } else if (type == 'f') {
    rounded_decimal(d, precision, true, &decimal);
    write_fixed(decimal, precision, alternate, out);
    *zero = decimal.count == 0;
  } else if (type == 'e') {
    rounded_decimal(d, precision + 1, false, &decimal);
    write_scientific(decimal, precision, alternate, out);
    *zero = decimal.count == 0;
  } else {
    int64_t limit = 16;
    if (type == 'r') {
      shortest_decimal(d, &decimal);
      precision = decimal.count ? decimal.count : 1;
    } else {
      if (precision == 0) precision = 1;
      rounded_decimal(d, precision, false, &decimal);
      limit = precision - (point_zero ? 1 : 0);
    }
    *zero = decimal.count == 0;
    int point = decimal.count ? decimal.point : 1;
    int64_t digits = alternate ? precision : decimal.count ? decimal.count : 1;
    if (point <= -4 || point > limit) {
      write_scientific(decimal, digits - 1, alternate, out);
    } else {
      decimal.point = point;
      int64_t places = digits > point ? digits - point : 0;
      if (places == 0 && point_zero) places = 1;
      write_fixed(decimal, places, alternate, out);
    }
  }
  if (upper) to_upper(out, begin);
}

Var format_float_spec(double d, const FormatSpec& spec) {
  if (spec.precision > INT32_MAX) return value_error("precision too big");
  int64_t precision = spec.precision;
  char type = static_cast<char>(spec.type);
  bool percent = type == '%', point_zero = false;
  if (!type) {
    type = precision < 0 ? 'r' : 'g';
    point_zero = true;
  } else if (type == 'n') {
    type = 'g';
  } else if (percent) {
    type = 'f';
    d *= 100;
  }
  if (precision < 0) precision = 6;
  TextBuffer text;
  bool zero;
  write_float(d, type, precision, spec.alternate, point_zero, &text, &zero);
  if (percent) text.push('%');
  if (!text.ok()) return Var();
  std::string_view all = text.view();
  size_t whole = 0;
  while (whole < all.size() && all[whole] >= '0' && all[whole] <= '9') ++whole;
  bool negative = std::signbit(d) && d == d && !(spec.coerce_zero && zero);
  std::string_view rest = all.substr(whole);
  if (!spec.fraction_grouping || rest.empty() || rest[0] != '.')
    return lay_out_number(spec, negative, "", all.substr(0, whole), rest);
  TextBuffer grouped;
  grouped.push('.');
  size_t i = 1;
  for (; i < rest.size() && rest[i] >= '0' && rest[i] <= '9'; ++i) {
    if (i > 1 && i % 3 == 1) grouped.push(spec.fraction_grouping);
    grouped.push(rest[i]);
  }
  grouped.append(rest.substr(i));
  return grouped.ok() ? lay_out_number(spec, negative, "", all.substr(0, whole), grouped.view()) : Var();
}

Var format_float(double d, Str* text, Value shown) {
  if (text->length == 0) return make_str(float_repr(d));
  FormatSpec spec;
  Value value = shown ? shown : Value::from_float(d);
  if (!parse_format_spec(text, value, '>', &spec)) return Var();
  if (spec.type && !one_of(spec.type, kFloatTypes)) return unknown_code(spec.type, value);
  return format_float_spec(d, spec);
}

Var format_int_spec(Value v, const FormatSpec& spec) {
  bool upper = spec.type == 'X';
  int base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || upper ? 16 : 10;
  IntText digits(v, base);
  if (!digits) return Var();
  const char* prefix = !spec.alternate ? ""
                       : base == 2     ? "0b"
                       : base == 8     ? "0o"
                       : upper         ? "0X"
                       : base == 16    ? "0x"
                                       : "";
  std::string_view shown = digits.view();
  if (upper)
    for (char& c : std::span(const_cast<char*>(shown.data()), shown.size()))
      if (c >= 'a') c = static_cast<char>(c - 32);
  return lay_out_number(spec, int_sign(v) < 0, prefix, shown, "");
}

static Var format_char(Value v, FormatSpec spec) {
  if (spec.has_sign) return value_error("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return value_error("Alternate form (#) not allowed with integer format specifier 'c'");
  int64_t code;
  if (!int_fits_int64(v, &code)) return raise(rt.types.OverflowError, "Python int too large to convert to C long");
  if (code < 0 || code > 0x10ffff) return raise(rt.types.OverflowError, "%%c arg not in range(0x110000)");
  Ref<Str> character = make_char(static_cast<char32_t>(code));
  if (spec.align == '=') spec.align = '>';  // no sign stands before it
  return character ? pad_text(spec, character.get()) : Var();
}

Var format_int(Value v, Str* text) {
  if (text->length == 0) return str(v);
  FormatSpec spec;
  if (!parse_format_spec(text, v, '>', &spec)) return Var();
  if (spec.type && !one_of(spec.type, "bcdoxXn")) {
    double d;
    if (!one_of(spec.type, kFloatTypes)) return unknown_code(spec.type, v);
    return int_to_double(v, &d) ? format_float_spec(d, spec) : Var();
  }
  if (spec.precision >= 0) return value_error("Precision not allowed in integer format specifier");
  if (spec.coerce_zero) return value_error("Negative zero coercion (z) not allowed in integer format specifier");
  return spec.type == 'c' ? format_char(v, spec) : format_int_spec(v, spec);
}

Var format_string(Str* s, Str* text) {
  if (text->length == 0) return s;
  FormatSpec spec;
  if (!parse_format_spec(text, s, '<', &spec)) return Var();
  if (spec.type && spec.type != 's') return unknown_code(spec.type, s);
  if (spec.has_sign)
    return value_error(spec.sign == ' ' ? "Space not allowed in string format specifier"
                                        : "Sign not allowed in string format specifier");
  if (spec.coerce_zero) return value_error("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return value_error("Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return value_error("'=' alignment not allowed in string format specifier");
  return pad_text(spec, s);
}

Var format_value(Value v, Str* spec) {
  if (v.is_float()) return format_float(v.as_float(), spec);
  if (v.is_small_int()) return spec->length ? format_int(v, spec) : Var(int_to_str(v));
  Type* t = type_of(v);
  if (t == rt.types.str) return format_string(v.as<Str>(), spec);
  if (t == rt.types.int_ || t == rt.types.bool_) return format_int(v, spec);
  Var method = lookup_special(v, rt.names.__format__);
  if (!method) return failed() ? Var() : Var(type_error("Type %T doesn't define __format__", v));
  Var result = call(method, Value(spec));
  if (result && !is_kind(result, Kind::Str)) return type_error("__format__ must return a str, not %T", result.get());
  return result;
}

}  // namespace ap
