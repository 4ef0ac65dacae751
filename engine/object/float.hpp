// float: always inline in the value word; a subclass of float is a FloatObject.
#pragma once
#include <string>
#include <string_view>

#include "object/runtime.hpp"

namespace ap {

struct alignas(8) FloatObject : Object {
  double value;
  FloatObject(Type* t, double v) : Object(t, Kind::Float), value(v) {}
};

// The double of a float, int, bool or object with __float__ or __index__; false: TypeError/OverflowError set.
bool to_double(Value v, double* out);
inline bool is_float(Value v) { return v.is_float() || is_kind(v, Kind::Float); }
// Of a float or a subclass instance.
inline double float_value(Value v) { return v.is_float() ? v.as_float() : v.as<FloatObject>()->value; }
std::string float_repr(double d);  // shortest text that reads back the same, as CPython's repr
int64_t hash_double(double d);
bool parse_double(std::string_view text, double* out);  // as float("...") accepts, white space stripped
// Float arithmetic of Python where C's differs: floor division, modulo, power with its errors.
Var float_binary(double a, double b, BinaryOp op);
// The floor quotient and the remainder with b's sign; b is not 0.
void float_divmod(double a, double b, double* quotient, double* remainder);
double round_double(double d, int64_t places);  // round(d, places) for finite d; inf when the result is too large
Var float_of(Value v);                          // float(v)
extern const struct MethodDef float_methods[];
extern const size_t float_method_count;
void init_float_type();

}  // namespace ap
