#include "object/float.hpp"

#include <bit>
#include <cmath>

#include "base/double_text.hpp"
#include "object/bytes.hpp"
#include "object/complex.hpp"
#include "object/int.hpp"
#include "object/native.hpp"
#include "object/number_text.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Is `text` the word, in any case?
bool is_word(std::string_view text, std::string_view word) {
  if (text.size() != word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i)
    if ((text[i] | 0x20) != word[i]) return false;
  return true;
}

Raised division_by_zero() { return raise(rt.types.ZeroDivisionError, "division by zero"); }

Raised result_not_representable() {
  Ref<Str> text = make_str("Numerical result out of range");
  Ref<Tuple> args = text ? tuple_of(Value::from_int(34), text.get()) : Ref<Tuple>();
  if (args) return raise_with_args(rt.types.OverflowError, args.get());
  return Raised();
}

Var power(double a, double b) {
  if (a == 0.0 && b < 0.0 && std::isfinite(b)) return raise(rt.types.ZeroDivisionError, "zero to a negative power");
  if (a < 0.0 && std::isfinite(a) && std::isfinite(b) && std::floor(b) != b) return complex_power(a, b);
  double result = std::pow(a, b);
  if (std::isinf(result) && std::isfinite(a) && std::isfinite(b)) return result_not_representable();
  return Value::from_float(result);
}

}  // namespace

std::string float_repr(double d) {
  char text[32];
  return std::string(text, write_double(d, text));
}

int64_t hash_double(double d) {
  constexpr uint64_t kModulus = (1ull << 61) - 1;
  if (!std::isfinite(d)) return d != d ? 0 : d > 0 ? 314159 : -314159;
  uint64_t bits = std::bit_cast<uint64_t>(d), x = bits & ((1ull << 52) - 1);
  int exponent = static_cast<int>(bits >> 52 & 0x7ff);
  if (exponent)
    x |= 1ull << 52;
  else
    exponent = 1;
  // Modulo 2^61 - 1 a factor of 2 is a rotation of 61 bits.
  int turn = (exponent - 1075) % 61;
  if (turn < 0) turn += 61;
  if (turn) x = ((x << turn) & kModulus) | x >> (61 - turn);
  int64_t h = d < 0 ? -static_cast<int64_t>(x) : static_cast<int64_t>(x);
  return h == -1 ? -2 : h;
}

bool parse_double(std::string_view text, double* out) {
  auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (is_word(text, "inf") || is_word(text, "infinity") || is_word(text, "nan")) {
    *out = (text[0] | 0x20) == 'n' ? NAN : negative ? -HUGE_VAL : HUGE_VAL;
    return true;
  }
  big::Scratch scratch(text.size() / 4 + 1);
  if (!scratch) return false;
  char* digits = reinterpret_cast<char*>(static_cast<big::Digit*>(scratch));
  size_t count = 0, i = 0;
  int64_t point = 0;
  bool fraction = false, any = false;
  // Underscores stand between digits only.
  auto between_digits = [&] { return i && is_digit(text[i - 1]) && i + 1 < text.size() && is_digit(text[i + 1]); };
  for (; i < text.size(); ++i) {
    char c = text[i];
    if (is_digit(c)) {
      digits[count++] = c;
      any = true;
      if (!fraction) ++point;
    } else if (c == '.' && !fraction) {
      fraction = true;
    } else if (c != '_' || !between_digits()) {
      break;
    }
  }
  if (!any) return false;
  if (i < text.size() && (text[i] | 0x20) == 'e') {
    ++i;
    bool down = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) down = text[i++] == '-';
    if (i >= text.size() || !is_digit(text[i])) return false;
    int64_t exponent = 0;
    for (; i < text.size(); ++i) {
      if (text[i] == '_' && between_digits()) continue;
      if (!is_digit(text[i])) return false;
      if (exponent < 1000000000000) exponent = exponent * 10 + (text[i] - '0');
    }
    point += down ? -exponent : exponent;
  }
  if (i < text.size()) return false;
  double d = double_from_decimal(digits, count, point);
  *out = negative ? -d : d;
  return true;
}

bool to_double(Value v, double* out) {
  if (is_float(v)) {
    *out = float_value(v);
    return true;
  }
  if (is_int(v)) return int_to_double(v, out);
  Type* t = type_of(v);
  if (t->to_float) {
    Var result = t->to_float(v);
    if (!result) return false;
    if (!is_float(result)) return type_error("%N.__float__ returned non-float (type %T)", t, result.get());
    *out = float_value(result);
    return true;
  }
  if (t->to_index) {
    Var index = to_index(v);
    return index && int_to_double(index, out);
  }
  return type_error("must be real number, not %T", v);
}

static uint32_t nans;
Value Value::fresh_nan() { return Value((0x7ff8ull << 48) + ++nans + kFloatOffset); }

Var float_of(Value v) {
  if (v.is_float()) return v;
  double d;
  std::string_view text;
  if (is_kind(v, Kind::Str)) {
    NumberText ascii(v.as<Str>());
    if (!ascii) return Var();
    if (parse_double(ascii.view(), &d)) return Value::from_float(d);
  } else if (is_kind(v, Kind::Bytes) || is_kind(v, Kind::ByteArray)) {
    if (!bytes_like(v, &text)) return Var();
    if (parse_double(text, &d)) return Value::from_float(d);
  } else {
    Type* t = type_of(v);
    if (!is_float(v) && !is_int(v) && !t->to_float && !t->to_index)
      return type_error("float() argument must be a string or a real number, not '%T'", v);
    return to_double(v, &d) ? Var(Value::from_float(d)) : Var();
  }
  if (failed()) return Var();
  return value_error("could not convert string to float: %R", v);
}

void float_divmod(double a, double b, double* quotient, double* remainder) {
  double rest = std::fmod(a, b);
  double steps = (a - rest) / b;
  if (rest != 0.0) {
    if ((b < 0.0) != (rest < 0.0)) {
      rest += b;
      steps -= 1.0;
    }
  } else {
    rest = std::copysign(0.0, b);
  }
  if (steps != 0.0) {
    *quotient = std::floor(steps);
    if (steps - *quotient > 0.5) *quotient += 1.0;
  } else {
    *quotient = std::copysign(0.0, a / b);
  }
  *remainder = rest;
}

Var float_binary(double a, double b, BinaryOp op) {
  switch (op) {
    case BinaryOp::Add: return Value::from_float(a + b);
    case BinaryOp::Sub: return Value::from_float(a - b);
    case BinaryOp::Mul: return Value::from_float(a * b);
    case BinaryOp::Div:
      if (b == 0.0) return division_by_zero();
      return Value::from_float(a / b);
    case BinaryOp::FloorDiv:
    case BinaryOp::Mod: {
      if (b == 0.0) return division_by_zero();
      double quotient, rest;
      float_divmod(a, b, &quotient, &rest);
      return Value::from_float(op == BinaryOp::Mod ? rest : quotient);
    }
    case BinaryOp::Pow: return power(a, b);
    default: return NotImplemented;
  }
}

double round_double(double d, int64_t places) {
  if (places > 323 || d == 0.0) return d;
  if (places < -308) return std::copysign(0.0, d);
  Decimal decimal;
  rounded_decimal(d, places, true, &decimal);
  return std::copysign(double_from_decimal(decimal.digits, static_cast<size_t>(decimal.count), decimal.point), d);
}

namespace {

Var new_of_type(Type* type, Var&& value) {
  if (!value || type == rt.types.float_) return std::move(value);
  return Var::steal(allocate<FloatObject>(type, 0, float_value(value)));
}

Var float_construct(Type* type, Args args) {
  if (args.keyword_count()) return type_error("float() takes no keyword arguments");
  if (args.count > 1) return type_error("float expected at most 1 argument, got %d", static_cast<int>(args.count));
  return new_of_type(type, args.count ? float_of(args.values[0]) : Var(Value::from_float(0.0)));
}

void float_dealloc(Object* o) { free_object(o, sizeof(FloatObject)); }

Var float_repr_slot(Value v) {
  char text[32];
  return make_str(std::string_view(text, static_cast<size_t>(write_double(float_value(v), text) - text)));
}

bool float_hash(Value v, int64_t& out) {
  out = hash_double(float_value(v));
  return true;
}

Var float_compare(Value a, Value b, Compare op) {
  int order;  // 2: one of them is nan
  if (is_float(a) && is_float(b)) {
    double x = float_value(a), y = float_value(b);
    order = x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
  } else if (is_float(a) && is_int(b)) {
    order = int_compare_double(b, float_value(a));
    if (order != 2) order = -order;
  } else if (is_int(a) && is_float(b)) {
    order = int_compare_double(a, float_value(b));
  } else {
    return NotImplemented;
  }
  switch (op) {
    case Compare::Lt: return Value::from_bool(order == -1);
    case Compare::Le: return Value::from_bool(order == -1 || order == 0);
    case Compare::Eq: return Value::from_bool(order == 0);
    case Compare::Ne: return Value::from_bool(order != 0);
    case Compare::Gt: return Value::from_bool(order == 1);
    default: return Value::from_bool(order == 0 || order == 1);
  }
}

Var float_binary_slot(Value a, Value b, BinaryOp op) {
  double x, y;
  if (is_float(a)) {
    x = float_value(a);
  } else if (!is_int(a)) {
    return NotImplemented;
  } else if (!int_to_double(a, &x)) {
    return Var();
  }
  if (is_float(b)) {
    y = float_value(b);
  } else if (!is_int(b)) {
    return NotImplemented;
  } else if (!int_to_double(b, &y)) {
    return Var();
  }
  return float_binary(x, y, op);
}

Var float_unary(Value v, UnaryOp op) {
  if (op == UnaryOp::Invert) return Var();
  if (op == UnaryOp::Pos && v.is_float()) return v;
  return Value::from_float(op == UnaryOp::Neg ? -float_value(v) : float_value(v));
}

Tri float_truth(Value v) { return float_value(v) != 0.0 ? Tri::True : Tri::False; }
Var float_to_int(Value v) { return int_from_double(float_value(v)); }
Var float_to_float(Value v) { return v.is_float() ? Var(v) : Var(Value::from_float(float_value(v))); }
Var get_zero(Value) { return Value::from_float(0.0); }

const GetSetDef kFloatAttributes[] = {{"imag", get_zero}, {"real", float_to_float}};

}  // namespace

void init_float_type() {
  nans = 0;
  Type* t = rt.types.float_ =
      new_type("float", nullptr, sizeof(FloatObject), Kind::Float, kBaseType | kImmutableInstance);
  t->dealloc = float_dealloc;
  t->construct = float_construct;
  t->repr = float_repr_slot;
  t->hash = float_hash;
  t->compare = float_compare;
  t->binary = float_binary_slot;
  t->unary = float_unary;
  t->truth = float_truth;
  t->to_int = float_to_int;
  t->to_float = float_to_float;
  add_methods(t, float_methods, float_method_count);
  add_getsets(t, kFloatAttributes);
  make_type_ready(t);
  init_complex_type();
}

}  // namespace ap
