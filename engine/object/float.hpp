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
std::string float_repr(double d);   // shortest text that reads back the same, as CPython's repr
int64_t hash_double(double d);
bool parse_double(std::string_view text, double* out);  // as float("...") accepts, white space stripped
// Float arithmetic of Python where C's differs: floor division, modulo, power with its errors.
Var float_binary(double a, double b, BinaryOp op);
void init_float_type();

}  // namespace ap
