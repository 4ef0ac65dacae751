#include "vm/quick.hpp"

#include <cmath>

namespace ap {
namespace {

bool ordered(double x, double y, Compare op) {
  switch (op) {
    case Compare::Lt: return x < y;
    case Compare::Le: return x <= y;
    case Compare::Eq: return x == y;
    case Compare::Ne: return x != y;
    case Compare::Gt: return x > y;
    default: return x >= y;
  }
}

}  // namespace

Tri compare_floats(Value a, Value b, Compare op) {
  if (!a.is_float() || !b.is_float()) return Tri::Error;
  return ordered(a.as_float(), b.as_float(), op) ? Tri::True : Tri::False;
}

Value quick_binary(Value a, Value b, BinaryOp op) {
  if (both_small_ints(a, b)) {
    int64_t x = a.as_int(), y = b.as_int(), r;
    switch (op) {
      case BinaryOp::Add: r = x + y; break;
      case BinaryOp::Sub: r = x - y; break;
      case BinaryOp::Mul:
        if (__builtin_mul_overflow(x, y, &r)) return Value();
        break;
      case BinaryOp::FloorDiv:
        if (y == 0) return Value();
        r = x / y;
        if ((x % y != 0) && ((x < 0) != (y < 0))) --r;
        break;
      case BinaryOp::Mod:
        if (y == 0) return Value();
        r = x % y;
        if (r != 0 && ((r < 0) != (y < 0))) r += y;
        break;
      case BinaryOp::And: r = x & y; break;
      case BinaryOp::Or: r = x | y; break;
      case BinaryOp::Xor: r = x ^ y; break;
      case BinaryOp::Div:
        if (y == 0) return Value();
        return Value::from_float(static_cast<double>(x) / static_cast<double>(y));
      default: return Value();
    }
    return Value::fits_int(r) ? Value::from_int(r) : Value();
  }
  double x, y;
  if (a.is_float()) {
    x = a.as_float();
    if (b.is_float())
      y = b.as_float();
    else if (b.is_small_int())
      y = static_cast<double>(b.as_int());
    else
      return Value();
  } else if (b.is_float() && a.is_small_int()) {
    x = static_cast<double>(a.as_int());
    y = b.as_float();
  } else {
    return Value();
  }
  switch (op) {
    case BinaryOp::Add: return Value::from_float(x + y);
    case BinaryOp::Sub: return Value::from_float(x - y);
    case BinaryOp::Mul: return Value::from_float(x * y);
    case BinaryOp::Div: return y == 0 ? Value() : Value::from_float(x / y);
    default: return Value();
  }
}

}  // namespace ap
