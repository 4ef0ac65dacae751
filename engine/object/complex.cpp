#include "object/complex.hpp"

#include <cmath>

#include "base/double_text.hpp"
#include "object/float.hpp"
#include "object/format_spec.hpp"
#include "object/int.hpp"
#include "object/native.hpp"
#include "object/number_text.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

struct Pair {
  double re, im;
};

Pair multiply(Pair a, Pair b) { return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}; }

// Smith's way: scaled by the larger part, so that nothing overflows on the way. False: division by zero.
bool divide(Pair a, Pair b, Pair* out) {
  if (std::fabs(b.re) >= std::fabs(b.im)) {
    if (b.re == 0.0) return raise(rt.types.ZeroDivisionError, "division by zero");
    double ratio = b.im / b.re, scale = b.re + b.im * ratio;
    *out = {(a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale};
  } else if (std::fabs(b.im) >= std::fabs(b.re)) {
    double ratio = b.re / b.im, scale = b.re * ratio + b.im;
    *out = {(a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale};
  } else {
    *out = {NAN, NAN};
  }
  return true;
}

// A whole exponent is reached by multiplying, which is exact for small numbers.
bool power_whole(Pair a, int n, Pair* out) {
  Pair result{1, 0}, square = a;
  for (unsigned k = static_cast<unsigned>(n < 0 ? -n : n); k; k >>= 1) {
    if (k & 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  *out = result;
  return n >= 0 || divide({1, 0}, result, out);
}

bool power(Pair a, Pair b, Pair* out) {
  if (b.re == 0.0 && b.im == 0.0) {
    *out = {1, 0};
    return true;
  }
  if (a.re == 0.0 && a.im == 0.0) {
    if (b.im != 0.0 || b.re < 0.0) return raise(rt.types.ZeroDivisionError, "zero to a negative or complex power");
    *out = {0, 0};
    return true;
  }
  if (b.im == 0.0 && std::floor(b.re) == b.re && std::fabs(b.re) <= 100.0) {
    if (!power_whole(a, static_cast<int>(b.re), out)) return false;
  } else {
    double size = std::hypot(a.re, a.im), length = std::pow(size, b.re), angle = std::atan2(a.im, a.re);
    double phase = angle * b.re;
    if (b.im != 0.0) {
      length *= std::exp(-angle * b.im);
      phase += b.im * std::log(size);
    }
    *out = {length * std::cos(phase), length * std::sin(phase)};
  }
  if (std::isinf(out->re) || std::isinf(out->im)) return raise(rt.types.OverflowError, "complex exponentiation");
  return true;
}

Pair pair_of(Value v) {
  auto* c = v.as<Complex>();
  return {c->real, c->imaginary};
}

// False without an exception: no number.
bool read_operand(Value v, Pair* out, bool* real) {
  *real = !is_complex(v);
  if (!*real) {
    *out = pair_of(v);
    return true;
  }
  out->im = 0.0;
  return (is_float(v) || is_int(v)) && to_double(v, &out->re);
}

Var complex_binary(Value left, Value right, BinaryOp op) {
  Pair a, b, result;
  bool a_real, b_real;
  if (op > BinaryOp::Pow || op == BinaryOp::FloorDiv || op == BinaryOp::Mod) return NotImplemented;
  if (!read_operand(left, &a, &a_real) || !read_operand(right, &b, &b_real))
    return failed() ? Var() : Var(NotImplemented);
  // A real operand has no imaginary part, not one of 0: signs of zeros show the difference.
  switch (op) {
    case BinaryOp::Add: return make_complex(a.re + b.re, a_real ? b.im : b_real ? a.im : a.im + b.im);
    case BinaryOp::Sub: return make_complex(a.re - b.re, a_real ? -b.im : b_real ? a.im : a.im - b.im);
    case BinaryOp::Mul:
      if (a_real) return make_complex(a.re * b.re, a.re * b.im);
      if (b_real) return make_complex(a.re * b.re, a.im * b.re);
      result = multiply(a, b);
      break;
    case BinaryOp::Div:
      if (b_real) {
        if (b.re == 0.0) return raise(rt.types.ZeroDivisionError, "division by zero");
        return make_complex(a.re / b.re, a.im / b.re);
      }
      if (!divide(a, b, &result)) return Var();
      break;
    default:
      if (!power(a, b, &result)) return Var();
  }
  return make_complex(result.re, result.im);
}

Var complex_compare(Value left, Value right, Compare op) {
  if (op != Compare::Eq && op != Compare::Ne) return NotImplemented;
  if (!is_complex(left)) return NotImplemented;
  Pair a = pair_of(left);
  bool same;
  if (is_complex(right)) {
    Pair b = pair_of(right);
    same = a.re == b.re && a.im == b.im;
  } else if (is_int(right)) {
    same = a.im == 0.0 && int_compare_double(right, a.re) == 0;
  } else if (is_float(right)) {
    same = a.im == 0.0 && a.re == float_value(right);
  } else {
    return NotImplemented;
  }
  return Value::from_bool(same == (op == Compare::Eq));
}

Var complex_unary(Value v, UnaryOp op) {
  Pair a = pair_of(v);
  if (op == UnaryOp::Invert) return Var();
  return op == UnaryOp::Neg ? make_complex(-a.re, -a.im) : make_complex(a.re, a.im);
}

bool complex_hash(Value v, int64_t& out) {
  Pair a = pair_of(v);
  uint64_t h = static_cast<uint64_t>(hash_double(a.re)) + 1000003u * static_cast<uint64_t>(hash_double(a.im));
  out = h == UINT64_MAX ? -2 : static_cast<int64_t>(h);
  return true;
}

Tri complex_truth(Value v) { return pair_of(v).re != 0.0 || pair_of(v).im != 0.0 ? Tri::True : Tri::False; }

// "(1+2j)", as `spec` writes the parts; in brackets where there is no type.
Var show(Pair a, FormatSpec spec) {
  bool bare = !spec.type && spec.precision < 0;
  auto piece = [&](double d, char sign, TextBuffer* out) {
    char type = spec.type ? static_cast<char>(spec.type) : bare ? 'r' : 'g';
    if (type == 'n') type = 'g';
    bool zero;
    if (std::signbit(d) && d == d)
      out->push('-');
    else if (sign != '-')
      out->push(sign);
    write_float(d, type, spec.precision < 0 ? 6 : spec.precision, spec.alternate, false, out, &zero);
  };
  TextBuffer text;
  bool whole = a.re != 0.0 || std::signbit(a.re) || spec.type;
  if (!whole) {
    piece(a.im, spec.sign, &text);
    text.push('j');
  } else {
    if (!spec.type) text.push('(');
    piece(a.re, spec.sign, &text);
    piece(a.im, '+', &text);
    text.push('j');
    if (!spec.type) text.push(')');
  }
  Ref<Str> body = text.ok() ? make_str(text.view()) : Ref<Str>();
  spec.precision = -1;
  return body ? pad_text(spec, body.get()) : Var();
}

Var complex_repr(Value v) { return show(pair_of(v), FormatSpec()); }

Var complex_format(Call& c) {
  if (!is_kind(c[0], Kind::Str)) return type_error("__format__() argument must be str, not %T", c[0]);
  if (c[0].as<Str>()->length == 0) return str(c.self);
  FormatSpec spec;
  if (!parse_format_spec(c[0].as<Str>(), c.self, '>', &spec)) return Var();
  if (spec.type && (spec.type > 127 || !__builtin_strchr("eEfFgGn", static_cast<int>(spec.type))))
    return value_error("Unknown format code '%c' for object of type '%T'", static_cast<int>(spec.type), c.self);
  if (spec.fill == '0') return value_error("Zero padding is not allowed in complex format specifier");
  if (spec.align == '=') return value_error("'=' alignment flag is not allowed in complex format specifier");
  return show(pair_of(c.self), spec);
}

// "1+2j", "(1+2j)", "1", "2j": false: not a complex number.
bool parse_complex(std::string_view text, Pair* out) {
  auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  auto strip = [&] {
    while (!text.empty() && space(text.front())) text.remove_prefix(1);
    while (!text.empty() && space(text.back())) text.remove_suffix(1);
  };
  strip();
  if (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
    text = text.substr(1, text.size() - 2);
    strip();
  }
  *out = {0, 0};
  if (text.empty() || space(text.front()) || space(text.back())) return false;
  if ((text.back() | 0x20) != 'j') return parse_double(text, &out->re);
  text.remove_suffix(1);
  // The imaginary part begins at the last sign that is not an exponent's.
  size_t split = text.size();
  while (split > 0) {
    --split;
    if ((text[split] == '+' || text[split] == '-') && (split == 0 || (text[split - 1] | 0x20) != 'e')) break;
  }
  std::string_view imaginary = text.substr(split);
  for (char c : text)
    if (space(c)) return false;
  if (imaginary.empty() || imaginary == "+" || imaginary == "-")
    out->im = imaginary == "-" ? -1.0 : 1.0;
  else if (!parse_double(imaginary, &out->im))
    return false;
  return split == 0 || parse_double(text.substr(0, split), &out->re);
}

Var new_of_type(Type* type, double re, double im) { return Var::steal(allocate<Complex>(type, 0, re, im)); }

Var complex_from_text(Type* type, Value v) {
  NumberText ascii(v.as<Str>());
  Pair a;
  if (!ascii) return Var();
  if (parse_complex(ascii.view(), &a)) return new_of_type(type, a.re, a.im);
  if (failed()) return Var();
  std::string_view text = ascii.view();
  auto digit = [&](size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] == '_' && !(i && digit(i - 1) && digit(i + 1)))
      return value_error("could not convert string to complex: %R", v);
  return value_error("complex() arg is a malformed string");
}

// A part of complex(real, imag). False: TypeError.
bool read_part(Value v, const char* which, Pair* out) {
  if (is_complex(v)) {
    *out = pair_of(v);
    return true;
  }
  out->im = 0.0;
  Type* t = type_of(v);
  if (is_float(v) || is_int(v) || t->to_float || t->to_index) return to_double(v, &out->re);
  if (!which) return type_error("complex() argument must be a string or a number, not %T", v);
  return type_error("complex() argument '%s' must be a real number, not %T", which, v);
}

Var complex_construct(Type* type, Args args) {
  uint32_t keywords = args.keyword_count();
  if (args.count + keywords > 2)
    return type_error("complex() takes at most 2 arguments (%d given)", static_cast<int>(args.count + keywords));
  Value real = args.count > 0 ? args.values[0] : Value(), imaginary = args.count > 1 ? args.values[1] : Value();
  for (uint32_t i = 0; i < keywords; ++i) {
    Str* name = (*args.kwnames)[i].as<Str>();
    Value* to = equal(name, "real") ? &real : equal(name, "imag") ? &imaginary : nullptr;
    if (!to) return type_error("complex() got an unexpected keyword argument '%U'", name);
    if (*to)
      return type_error("argument for complex() given by name ('%U') and position (%d)", name, to == &real ? 1 : 2);
    *to = args.values[args.count + i];
  }
  Pair a{0, 0}, b{0, 0};
  if (real && !imaginary && keywords == 0) {
    if (is_kind(real, Kind::Str)) return complex_from_text(type, real);
    Var method = lookup_special(real, intern("__complex__").get());
    if (!method && failed()) return Var();
    Var converted = method && !is_complex(real) ? call(method) : Var(real);
    if (converted && method && !is_complex(converted) && !is_complex(real))
      return type_error("__complex__ returned non-complex (type %T)", converted.get());
    if (!converted || !read_part(converted, nullptr, &a)) return Var();
    return new_of_type(type, a.re, a.im);
  }
  if (real && !read_part(real, "real", &a)) return Var();
  if (imaginary && !read_part(imaginary, "imag", &b)) return Var();
  return new_of_type(type, a.re - b.im,
                     imaginary && is_complex(real ? real : None) ? a.im + b.re
                     : imaginary                                 ? b.re
                                                                 : a.im);
}

void complex_dealloc(Object* o) { free_object(o, sizeof(Complex)); }

Var complex_abs(Call& c) {
  Pair a = pair_of(c.self);
  double size = std::hypot(a.re, a.im);
  if (std::isinf(size) && std::isfinite(a.re) && std::isfinite(a.im))
    return raise(rt.types.OverflowError, "absolute value too large");
  return Value::from_float(size);
}
Var complex_conjugate(Call& c) { return make_complex(pair_of(c.self).re, -pair_of(c.self).im); }
Var complex_self(Call& c) { return make_complex(pair_of(c.self).re, pair_of(c.self).im); }
Var complex_getnewargs(Call& c) {
  return tuple_of(Value::from_float(pair_of(c.self).re), Value::from_float(pair_of(c.self).im));
}
Var complex_from_number(Call& c) {
  if (is_kind(c[0], Kind::Str)) return type_error("must be real number, not str");
  return call(c.self, c[0]);
}
Var get_real(Value v) { return Value::from_float(pair_of(v).re); }
Var get_imaginary(Value v) { return Value::from_float(pair_of(v).im); }

const MethodDef kMethods[] = {
    {"__abs__", "", complex_abs},
    {"__complex__", "", complex_self},
    {"__format__", "format_spec, /", complex_format},
    {"__getnewargs__", "", complex_getnewargs},
    {"conjugate", "", complex_conjugate},
    {"from_number", "number, /", complex_from_number, kClassMethod},
};
const GetSetDef kAttributes[] = {{"imag", get_imaginary}, {"real", get_real}};

}  // namespace

Var make_complex(double real, double imaginary) {
  return Var::steal(allocate<Complex>(rt.types.complex, 0, real, imaginary));
}

bool is_complex(Value v) { return v.is_object() && is_instance(v, rt.types.complex); }

Var complex_power(double a, double b) {
  Pair result;
  return power({a, 0.0}, {b, 0.0}, &result) ? make_complex(result.re, result.im) : Var();
}

void init_complex_type() {
  Type* t = rt.types.complex =
      new_type("complex", nullptr, sizeof(Complex), Kind::Other, kBaseType | kImmutableInstance);
  t->dealloc = complex_dealloc;
  t->construct = complex_construct;
  t->repr = complex_repr;
  t->hash = complex_hash;
  t->compare = complex_compare;
  t->binary = complex_binary;
  t->unary = complex_unary;
  t->truth = complex_truth;
  add_methods(t, kMethods);
  add_getsets(t, kAttributes);
  make_type_ready(t);
}

}  // namespace ap
