// The types int and bool as Python sees them.
#include <bit>
#include <cstring>

#include "object/bytes.hpp"
#include "object/format.hpp"
#include "object/int_digits.hpp"
#include "object/native.hpp"
#include "object/number_text.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"
#include "object/unicode.hpp"

namespace ap {

NumberText::NumberText(const Str* s) : scratch_(s->is_ascii() ? 0 : s->length / 4 + 1), ok_(scratch_) {
  if (s->is_ascii()) {
    view_ = s->ascii();
    return;
  }
  if (!ok_) return;
  char* out = reinterpret_cast<char*>(static_cast<big::Digit*>(scratch_));
  for (uint32_t i = 0; i < s->length; ++i) {
    char32_t c = s->at(i);
    int digit;
    out[i] = c < 128                           ? static_cast<char>(c)
             : (digit = decimal_value(c)) >= 0 ? static_cast<char>('0' + digit)
             : is_space(c)                     ? ' '
                                               : '?';
  }
  view_ = {out, s->length};
}

namespace {

Var not_a_number(Value text, int base) {
  Ref<Str> shown = repr(text);
  if (shown && shown->length > 200) shown = substring(shown.get(), 0, 200);
  if (!shown) return Var();
  return value_error("invalid literal for int() with base %d: %U", base, shown.get());
}

Var int_of_text(Value v, std::string_view text, int base) {
  Var result;
  if (parse_int_text(text, base, &result)) return result;
  return failed() ? Var() : not_a_number(v, base);
}

// int() of a str, bytes or bytearray; *is_text false: something else.
Var int_of_any_text(Value v, int base, bool* is_text) {
  *is_text = true;
  if (is_kind(v, Kind::Str)) return parse_int(v.as<Str>(), base);
  if (is_kind(v, Kind::Bytes) || is_kind(v, Kind::ByteArray)) {
    std::string_view bytes;
    if (!bytes_like(v, &bytes)) return Var();
    Var shown = is_kind(v, Kind::Bytes) ? Var(v) : Var(make_bytes(bytes));
    return shown ? int_of_text(shown, bytes, base) : Var();
  }
  *is_text = false;
  return Var();
}

Var int_of_number(Value v) {
  Type* t = type_of(v);
  if (t->to_int) {
    Var result = t->to_int(v);
    if (!result) return Var();
    if (!is_int(result)) return type_error("__int__ returned non-int (type %T)", result.get());
    if (type_of(result) != rt.types.int_ && rt.hooks.warn && type_of(result) != t) {
      Ref<Str> text = format_str(
          "__int__ returned non-int (type %T).  The ability to return an instance of a strict subclass of int is "
          "deprecated, and may not be supported in a future version of Python.",
          result.get());
      if (!text || !rt.hooks.warn(rt.types.DeprecationWarning, to_utf8(text.get()).c_str(), 1)) return Var();
    }
    return exact_int(result);
  }
  if (t->to_index) {
    Var index = to_index(v);
    return index ? exact_int(index) : Var();
  }
  bool is_text;
  Var result = int_of_any_text(v, 10, &is_text);
  if (is_text) return result;
  return type_error("int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
}

Var new_of_type(Type* type, Var&& value) {
  if (!value || type == rt.types.int_) return std::move(value);
  IntDigits digits(value);
  Int* made = allocate<Int>(type, digits.size * sizeof(uint32_t), digits.size);
  if (!made) return Var();
  std::memcpy(made->digits(), digits.digits, digits.size * sizeof(uint32_t));
  if (digits.negative) made->size = -made->size;
  return Var::steal(made);
}

Var int_construct(Type* type, Args args) {
  uint32_t keywords = args.keyword_count();
  if (keywords == 0 && args.count <= 1)
    return new_of_type(type, args.count ? int_of_number(args.values[0]) : Var(Value::from_int(0)));
  if (args.count + keywords > 2) {
    if (keywords)
      return type_error("int() takes at most 2 arguments (%d given)", static_cast<int>(args.count + keywords));
    return type_error("int expected at most 2 arguments, got %d", static_cast<int>(args.count));
  }
  Value base_value = args.count == 2 ? args.values[1] : Value();
  if (keywords) {
    Str* name = (*args.kwnames)[0].as<Str>();
    if (!equal(name, "base") || keywords > 1) {
      if (equal(name, "base")) name = (*args.kwnames)[1].as<Str>();
      return type_error("int() got an unexpected keyword argument '%U'", name);
    }
    if (args.count == 0) return type_error("int() missing string argument");
    base_value = args.values[args.count];
  }
  int64_t base;
  if (!to_int64_clamped(base_value, &base)) return Var();
  if (base != 0 && (base < 2 || base > 36)) return value_error("int() base must be >= 2 and <= 36, or 0");
  bool is_text;
  Var result = int_of_any_text(args.values[0], static_cast<int>(base), &is_text);
  if (!is_text) return type_error("int() can't convert non-string with explicit base");
  return new_of_type(type, std::move(result));
}

void int_dealloc(Object* o) { free_object(o, sizeof(Int) + static_cast<Int*>(o)->capacity * sizeof(uint32_t)); }

Var int_repr(Value v) { return int_to_str(v); }

bool int_hash(Value v, int64_t& out) {
  out = hash_int(v);
  return true;
}

Var int_compare_slot(Value a, Value b, Compare op) {
  if (!is_int(a) || !is_int(b)) return NotImplemented;
  int order = int_compare(a, b);
  switch (op) {
    case Compare::Lt: return Value::from_bool(order < 0);
    case Compare::Le: return Value::from_bool(order <= 0);
    case Compare::Eq: return Value::from_bool(order == 0);
    case Compare::Ne: return Value::from_bool(order != 0);
    case Compare::Gt: return Value::from_bool(order > 0);
    default: return Value::from_bool(order >= 0);
  }
}

Var int_binary_slot(Value a, Value b, BinaryOp op) {
  return is_int(a) && is_int(b) ? int_binary(a, b, op) : Var(NotImplemented);
}

Tri int_truth(Value v) { return int_sign(v) ? Tri::True : Tri::False; }

Var int_to_float(Value v) {
  double d;
  return int_to_double(v, &d) ? Var(Value::from_float(d)) : Var();
}

// --- methods

Var self_as_int(Call& c) { return exact_int(c.self); }
Var get_self(Value v) { return exact_int(v); }
Var get_zero(Value) { return Value::from_int(0); }
Var get_one(Value) { return Value::from_int(1); }

Var int_bit_length_method(Call& c) { return make_int_u64(int_bit_length(c.self)); }

Var int_bit_count(Call& c) {
  IntDigits i(c.self);
  uint64_t count = 0;
  rt.steps += i.size / 256;
  for (uint32_t k = 0; k < i.size; ++k) count += static_cast<unsigned>(std::popcount(i.digits[k]));
  return make_int_u64(count);
}

Var int_as_integer_ratio(Call& c) {
  Var self = exact_int(c.self);
  return self ? Var(tuple_of(self.get(), Value::from_int(1))) : Var();
}

Var int_is_integer(Call&) { return True; }

Var int_round(Call& c) {
  if (!c[0] || c[0].is_none()) return exact_int(c.self);
  Var places = to_index(c[0]);
  if (!places) return Var();
  if (int_sign(places) >= 0) return exact_int(c.self);
  int64_t n;
  // Beyond its digits nothing is left but 0.
  if (!int_fits_int64(places, &n) || -n > static_cast<int64_t>(int_bit_length(c.self) / 3 + 2))
    return Value::from_int(0);
  Var unit = int_pow(Value::from_int(10), make_int(-n).get()), quotient, rest;
  if (!unit || !int_divmod(c.self, unit, &quotient, &rest)) return Var();
  Var twice = int_binary(rest, rest, BinaryOp::Add);
  if (!twice) return Var();
  int order = int_compare(twice, unit);
  if (order > 0 || (order == 0 && int_is_odd(quotient))) {
    quotient = int_binary(quotient, Value::from_int(1), BinaryOp::Add);
    if (!quotient) return Var();
  }
  return int_binary(quotient, unit, BinaryOp::Mul);
}

Var int_divmod_method(Call& c) {
  if (!is_int(c[0])) return NotImplemented;
  Var quotient, rest;
  return int_divmod(c.self, c[0], &quotient, &rest) ? Var(tuple_of(quotient.get(), rest.get())) : Var();
}
Var int_rdivmod_method(Call& c) {
  if (!is_int(c[0])) return NotImplemented;
  Var quotient, rest;
  return int_divmod(c[0], c.self, &quotient, &rest) ? Var(tuple_of(quotient.get(), rest.get())) : Var();
}

Var int_abs(Call& c) { return int_absolute(c.self); }

Var int_pow_method(Call& c) {
  if (!is_int(c[0])) return NotImplemented;
  if (!c[1] || c[1].is_none()) return int_pow(c.self, c[0]);
  if (!is_int(c[1])) return NotImplemented;
  return int_pow_mod(c.self, c[0], c[1]);
}

Var int_format(Call& c) {
  if (!is_kind(c[0], Kind::Str)) return type_error("__format__() argument must be str, not %T", c[0]);
  return format_int(c.self, c[0].as<Str>());
}

Var int_getnewargs(Call& c) {
  Var self = exact_int(c.self);
  return self ? Var(tuple_of(self.get())) : Var();
}

// As a 64-bit CPython counts: 30 bits a digit.
Var int_sizeof(Call& c) {
  uint64_t digits = (int_bit_length(c.self) + 29) / 30;
  return make_int_u64(24 + 4 * (digits ? digits : 1));
}

bool read_byteorder(Value v, bool* little) {
  *little = false;
  if (!v) return true;
  if (!is_kind(v, Kind::Str)) return type_error("%s() argument 'byteorder' must be str, not %T", "to_bytes", v);
  *little = equal(v.as<Str>(), "little");
  if (*little || equal(v.as<Str>(), "big")) return true;
  return value_error("byteorder must be either 'little' or 'big'");
}

Var int_to_bytes(Call& c) {
  int64_t length = 1;
  if (c[0] && !to_int64(c[0], &length)) return Var();
  bool little;
  if (!read_byteorder(c[1], &little)) return Var();
  Tri is_signed = c[2] ? truth(c[2]) : Tri::False;
  if (is_signed == Tri::Error) return Var();
  if (length < 0) return value_error("length argument must be non-negative");
  IntDigits i(c.self);
  if (i.negative && is_signed == Tri::False)
    return raise(rt.types.OverflowError, "can't convert negative int to unsigned");
  uint64_t bits = big::bit_length(i.digits, i.size);
  if (is_signed == Tri::True && i.size) {
    // -2^k needs no bit more than 2^k - 1 does.
    bool power = i.negative &&
                 static_cast<uint64_t>(std::countr_zero(i.digits[i.size - 1])) + (i.size - 1) * 32ull + 1 == bits &&
                 big::trimmed(i.digits, i.size - 1) == 0;
    if (!power) ++bits;
  }
  if (bits > static_cast<uint64_t>(length) * 8) return raise(rt.types.OverflowError, "int too big to convert");
  if (length > (64 << 10) && heap.would_exceed(static_cast<size_t>(length))) return raise_memory_error();
  big::Scratch scratch(static_cast<size_t>(length / 4 + 1));
  if (!scratch) return Var();
  auto* out = reinterpret_cast<uint8_t*>(static_cast<big::Digit*>(scratch));
  unsigned carry = 1;
  for (int64_t k = 0; k < length; ++k) {
    unsigned byte = k / 4 < i.size ? i.digits[k / 4] >> (k % 4 * 8) & 0xff : 0;
    if (i.negative) {
      byte = (byte ^ 0xff) + carry;
      carry = byte >> 8;
    }
    out[little ? k : length - 1 - k] = static_cast<uint8_t>(byte);
  }
  return make_bytes({reinterpret_cast<const char*>(out), static_cast<size_t>(length)});
}

Var int_of_bytes(std::string_view bytes, bool little, bool is_signed) {
  size_t n = bytes.size();
  Int* result = new_int(n / 4 + 1);
  if (!result) return Var();
  uint32_t* out = result->digits();
  std::memset(out, 0, (n / 4 + 1) * sizeof(uint32_t));
  auto at = [&](size_t k) { return static_cast<uint8_t>(bytes[little ? k : n - 1 - k]); };
  bool negative = is_signed && n && (at(n - 1) & 0x80);
  unsigned carry = 1;
  for (size_t k = 0; k < n; ++k) {
    unsigned byte = at(k);
    if (negative) {
      byte = (byte ^ 0xff) + carry;
      carry = byte >> 8;
      byte &= 0xff;
    }
    out[k / 4] |= byte << (k % 4 * 8);
  }
  if (negative && carry) out[n / 4] |= 1u << (n % 4 * 8);
  return finish_int(result, n / 4 + 1, negative);
}

Var int_from_bytes(Call& c) {
  Value source = c[0];
  bool little;
  if (!read_byteorder(c[1], &little)) return Var();
  Tri is_signed = c[2] ? truth(c[2]) : Tri::False;
  if (is_signed == Tri::Error) return Var();
  Var bytes = source;
  if (!is_kind(source, Kind::Bytes) && !is_kind(source, Kind::ByteArray)) {
    if (is_kind(source, Kind::Str) || is_int(source) || !type_of(source)->iter)
      return type_error("cannot convert '%T' object to bytes", source);
    bytes = call(Value(rt.types.bytes), source);
    if (!bytes) return Var();
  }
  std::string_view view;
  if (!bytes_like(bytes, &view)) return Var();
  Var result = int_of_bytes(view, little, is_signed == Tri::True);
  if (!result || c.self == Value(rt.types.int_)) return result;
  return call(c.self, result);
}

const MethodDef kIntMethods[] = {
    {"__abs__", "", int_abs},
    {"__ceil__", "", self_as_int},
    {"__divmod__", "value, /", int_divmod_method},
    {"__floor__", "", self_as_int},
    {"__format__", "format_spec, /", int_format},
    {"__getnewargs__", "", int_getnewargs},
    {"__pow__", "value, mod=None, /", int_pow_method},
    {"__rdivmod__", "value, /", int_rdivmod_method},
    {"__round__", "ndigits=None, /", int_round},
    {"__sizeof__", "", int_sizeof},
    {"__trunc__", "", self_as_int},
    {"as_integer_ratio", "", int_as_integer_ratio},
    {"bit_count", "", int_bit_count},
    {"bit_length", "", int_bit_length_method},
    {"conjugate", "", self_as_int},
    {"from_bytes", "bytes, byteorder='big', *, signed=False", int_from_bytes, kClassMethod},
    {"is_integer", "", int_is_integer},
    {"to_bytes", "length=1, byteorder='big', *, signed=False", int_to_bytes},
};
const GetSetDef kIntAttributes[] = {
    {"denominator", get_one},
    {"imag", get_zero},
    {"numerator", get_self},
    {"real", get_self},
};

// --- bool

Var bool_construct(Type* type, Args args) {
  if (args.keyword_count()) return type_error("bool() takes no keyword arguments");
  if (args.count > 1) return type_error("bool expected at most 1 argument, got %d", static_cast<int>(args.count));
  if (args.count == 0) return False;
  Tri t = truth(args.values[0]);
  return t == Tri::Error ? Var() : Var(Value::from_bool(t == Tri::True));
}

Var bool_repr(Value v) { return intern(v.is_true() ? "True" : "False"); }

Var bool_unary(Value v, UnaryOp op) {
  if (op == UnaryOp::Invert && rt.hooks.warn &&
      !rt.hooks.warn(
          rt.types.DeprecationWarning,
          "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the "
          "bitwise inversion of the underlying int object and is usually not what you expect from negating a "
          "bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise "
          "inversion of the underlying int.",
          1))
    return Var();
  return int_unary(v, op);
}

}  // namespace

Var parse_int(const Str* text, int base) {
  NumberText ascii(text);
  return ascii ? int_of_text(Value(text), ascii.view(), base) : Var();
}

void init_int_types() {
  int_max_str_digits = 4300;
  Type* t = rt.types.int_ = new_type("int", nullptr, sizeof(Int), Kind::Int, kBaseType | kImmutableInstance);
  t->dealloc = int_dealloc;
  t->construct = int_construct;
  t->repr = int_repr;
  t->hash = int_hash;
  t->compare = int_compare_slot;
  t->binary = int_binary_slot;
  t->unary = int_unary;
  t->truth = int_truth;
  t->to_int = exact_int;
  t->to_index = exact_int;
  t->to_float = int_to_float;
  add_methods(t, kIntMethods);
  add_getsets(t, kIntAttributes);
  make_type_ready(t);

  t = rt.types.bool_ = new_type("bool", rt.types.int_, sizeof(Int), Kind::Int, kImmutableInstance);
  t->construct = bool_construct;
  t->repr = bool_repr;
  t->str = bool_repr;
  t->unary = bool_unary;
  make_type_ready(t);
}

}  // namespace ap
