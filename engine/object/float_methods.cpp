// The methods of float.
#include <bit>
#include <cmath>

#include "base/double_text.hpp"
#include "object/float.hpp"
#include "object/format.hpp"
#include "object/int.hpp"
#include "object/native.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

struct Parts {
  uint64_t mantissa;
  int exponent;
};

Parts take_apart(double d) {
  uint64_t bits = std::bit_cast<uint64_t>(d), fraction = bits & ((1ull << 52) - 1);
  int exponent = static_cast<int>(bits >> 52 & 0x7ff);
  return exponent ? Parts{fraction | 1ull << 52, exponent - 1075} : Parts{fraction, -1074};
}

bool as_operand(Value v, double* out, bool* fits) {
  *fits = is_float(v) || is_int(v);
  return *fits && to_double(v, out);
}

Var divmod(double a, double b) {
  if (b == 0.0) return raise(rt.types.ZeroDivisionError, "division by zero");
  double quotient, rest;
  float_divmod(a, b, &quotient, &rest);
  return tuple_of(Value::from_float(quotient), Value::from_float(rest));
}

Var float_divmod_method(Call& c) {
  double other;
  bool fits;
  if (!as_operand(c[0], &other, &fits)) return fits ? Var() : Var(NotImplemented);
  return divmod(float_value(c.self), other);
}
Var float_rdivmod_method(Call& c) {
  double other;
  bool fits;
  if (!as_operand(c[0], &other, &fits)) return fits ? Var() : Var(NotImplemented);
  return divmod(other, float_value(c.self));
}

Var float_pow(Call& c) {
  double other;
  bool fits;
  if (c[1] && !c[1].is_none()) return type_error("pow() 3rd argument not allowed unless all arguments are integers");
  if (!as_operand(c[0], &other, &fits)) return fits ? Var() : Var(NotImplemented);
  return float_binary(float_value(c.self), other, BinaryOp::Pow);
}

Var float_abs(Call& c) { return Value::from_float(std::fabs(float_value(c.self))); }
Var float_self(Call& c) { return Value::from_float(float_value(c.self)); }
Var float_trunc(Call& c) { return int_from_double(float_value(c.self)); }
Var float_floor(Call& c) { return int_from_double(std::floor(float_value(c.self))); }
Var float_ceil(Call& c) { return int_from_double(std::ceil(float_value(c.self))); }

Var float_round(Call& c) {
  double d = float_value(c.self);
  if (!c[0] || c[0].is_none()) return int_from_double(std::nearbyint(d));
  int64_t places;
  if (!to_int64_clamped(c[0], &places)) return Var();
  if (!std::isfinite(d)) return Value::from_float(d);
  double rounded = round_double(d, places);
  if (std::isinf(rounded)) return raise(rt.types.OverflowError, "rounded value too large to represent");
  return Value::from_float(rounded);
}

Var float_format(Call& c) {
  if (!is_kind(c[0], Kind::Str)) return type_error("__format__() argument must be str, not %T", c[0]);
  return format_float(float_value(c.self), c[0].as<Str>());
}

Var float_getnewargs(Call& c) { return tuple_of(Value::from_float(float_value(c.self))); }
Var float_sizeof(Call&) { return Value::from_int(24); }

Var float_as_integer_ratio(Call& c) {
  double d = float_value(c.self);
  if (std::isinf(d)) return raise(rt.types.OverflowError, "cannot convert Infinity to integer ratio");
  if (d != d) return value_error("cannot convert NaN to integer ratio");
  auto [mantissa, exponent] = take_apart(d);
  int zeros = mantissa ? std::countr_zero(mantissa) : 0;
  mantissa >>= zeros;
  exponent = mantissa ? exponent + zeros : 0;
  Var top = int_shifted(mantissa, exponent > 0 ? exponent : 0, d < 0);
  Var bottom = int_shifted(1, exponent < 0 ? -exponent : 0, false);
  return top && bottom ? Var(tuple_of(top.get(), bottom.get())) : Var();
}

Var float_is_integer(Call& c) {
  double d = float_value(c.self);
  return Value::from_bool(std::isfinite(d) && std::floor(d) == d);
}

Var float_hex(Call& c) {
  double d = float_value(c.self);
  if (!std::isfinite(d)) return make_str(float_repr(d));
  const char* sign = std::signbit(d) ? "-" : "";
  if (d == 0.0) return format_str("%s0x0.0p+0", sign);
  auto [mantissa, exponent] = take_apart(d);
  char digits[14];
  for (int i = 12; i >= 0; --i, mantissa >>= 4) digits[i] = "0123456789abcdef"[mantissa & 15];
  digits[13] = 0;
  exponent += 52;
  return format_str("%s0x%d.%sp%s%d", sign, static_cast<int>(mantissa), digits, exponent < 0 ? "-" : "+",
                    exponent < 0 ? -exponent : exponent);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// False: not a hexadecimal float.
bool parse_hex(std::string_view text, double* out) {
  auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  std::string_view whole = text;
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (!text.empty() && ((text[0] | 0x20) == 'i' || (text[0] | 0x20) == 'n')) return parse_double(whole, out);
  if (text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x') text.remove_prefix(2);
  uint64_t mantissa = 0;
  int64_t exponent = 0;
  bool fraction = false, any = false, rest = false;
  size_t i = 0;
  for (; i < text.size(); ++i) {
    int digit = hex_value(text[i]);
    if (digit >= 0) {
      any = true;
      if (mantissa >> 60) {
        rest |= digit != 0;
        if (!fraction) exponent += 4;
      } else {
        mantissa = mantissa << 4 | static_cast<unsigned>(digit);
        if (fraction) exponent -= 4;
      }
    } else if (text[i] == '.' && !fraction) {
      fraction = true;
    } else {
      break;
    }
  }
  if (!any) return false;
  if (i < text.size() && (text[i] | 0x20) == 'p') {
    ++i;
    bool down = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) down = text[i++] == '-';
    int64_t power = 0;
    size_t first = i;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
      if (power < 1000000000000) power = power * 10 + (text[i] - '0');
    if (i == first) return false;
    exponent += down ? -power : power;
  }
  if (i < text.size()) return false;
  double d = double_from_binary(mantissa, exponent, rest);
  *out = negative ? -d : d;
  if (std::isinf(d)) return raise(rt.types.OverflowError, "hexadecimal value too large to represent as a float");
  return true;
}

Var float_fromhex(Call& c) {
  if (!is_kind(c[0], Kind::Str)) return type_error("bad argument type for built-in operation");
  double d;
  std::string text = to_utf8(c[0].as<Str>());
  if (!parse_hex(text, &d)) return failed() ? Var() : Var(value_error("invalid hexadecimal floating-point string"));
  if (c.self == Value(rt.types.float_)) return Value::from_float(d);
  return call(c.self, Value::from_float(d));
}

Var float_from_number(Call& c) {
  double d;
  if (!to_double(c[0], &d)) return Var();
  if (c.self == Value(rt.types.float_)) return Value::from_float(d);
  return call(c.self, Value::from_float(d));
}

}  // namespace

const MethodDef float_methods[] = {
    {"__abs__", "", float_abs},
    {"__ceil__", "", float_ceil},
    {"__divmod__", "value, /", float_divmod_method},
    {"__floor__", "", float_floor},
    {"__format__", "format_spec, /", float_format},
    {"__getnewargs__", "", float_getnewargs},
    {"__pow__", "value, mod=None, /", float_pow},
    {"__rdivmod__", "value, /", float_rdivmod_method},
    {"__round__", "ndigits=None, /", float_round},
    {"__sizeof__", "", float_sizeof},
    {"__trunc__", "", float_trunc},
    {"as_integer_ratio", "", float_as_integer_ratio},
    {"conjugate", "", float_self},
    {"from_number", "number, /", float_from_number, kClassMethod},
    {"fromhex", "string, /", float_fromhex, kClassMethod},
    {"hex", "", float_hex},
    {"is_integer", "", float_is_integer},
};
const size_t float_method_count = std::size(float_methods);

}  // namespace ap
