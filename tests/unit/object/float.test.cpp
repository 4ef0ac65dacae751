#include "object/float.hpp"

#include <cmath>

#include "object/numbers.hpp"

using namespace ap;
using namespace ap::numbers;

namespace {
std::string calculate(double a, BinaryOp op, double b) { return text(float_binary(a, b, op)); }
}  // namespace

TEST_CASE("float: repr is the shortest text that reads back") {
  CHECK(float_repr(0.1 + 0.2) == "0.30000000000000004");
  CHECK(float_repr(1e16) == "1e+16");
  CHECK(float_repr(9999999999999998.0) == "9999999999999998.0");
  CHECK(float_repr(0.0001) == "0.0001");
  CHECK(float_repr(0.00001) == "1e-05");
  CHECK(float_repr(-0.0) == "-0.0");
  CHECK(float_repr(5e-324) == "5e-324");
  CHECK(float_repr(1.7976931348623157e308) == "1.7976931348623157e+308");
  CHECK(float_repr(1e23) == "1e+23");
  CHECK(float_repr(NAN) == "nan");
  CHECK(float_repr(-HUGE_VAL) == "-inf");
}

TEST_CASE("float: arithmetic where C's differs") {
  Run run;
  CHECK(calculate(-7.5, BinaryOp::FloorDiv, 2) == "-4.0");
  CHECK(calculate(-7.5, BinaryOp::Mod, 2) == "0.5");
  CHECK(calculate(7, BinaryOp::Mod, -2) == "-1.0");
  CHECK(calculate(-0.0, BinaryOp::Mod, 2) == "0.0");
  CHECK(calculate(0.0, BinaryOp::FloorDiv, -1) == "-0.0");
  CHECK(calculate(1, BinaryOp::Mod, HUGE_VAL) == "1.0");
  CHECK(calculate(1, BinaryOp::Div, 0) == "ZeroDivisionError: division by zero");
  CHECK(calculate(2, BinaryOp::Pow, 5000) == "OverflowError: (34, 'Numerical result out of range')");
  CHECK(calculate(0, BinaryOp::Pow, -1) == "ZeroDivisionError: zero to a negative power");
  CHECK(calculate(0, BinaryOp::Pow, -HUGE_VAL) == "inf");
  CHECK(calculate(-8, BinaryOp::Pow, 1.0 / 3) == "(1.0000000000000002+1.7320508075688772j)");
  CHECK(calculate(1, BinaryOp::Pow, NAN) == "1.0");
}

TEST_CASE("float: with ints") {
  Run run;
  Var huge = integer("1" + std::string(400, '0'));
  Value half = Value::from_float(0.5);
  CHECK(text(binary(half, Value::from_int(2), BinaryOp::Mul)) == "1.0");
  CHECK(text(binary(huge, half, BinaryOp::Mul)) == "OverflowError: int too large to convert to float");
  CHECK(text(compare(huge, half, Compare::Gt)) == "True");
  CHECK(text(compare(half, huge, Compare::Lt)) == "True");
  CHECK(text(compare(Value::from_float(NAN), Value::from_int(1), Compare::Ne)) == "True");
  CHECK(text(compare(True, Value::from_float(1.0), Compare::Eq)) == "True");
}

TEST_CASE("float: hashes agree with equal ints") {
  Run run;
  for (double d : {0.0, 1.0, -1.0, 1e15, -123456789.0, 1e18, 1e100, -1e300, 2305843009213693951.0})
    CHECK(hash_double(d) == hash_int(int_from_double(d).get()));
  CHECK(hash_double(1.5) == 1152921504606846977);
  CHECK(hash_double(HUGE_VAL) == 314159);
}

TEST_CASE("float: reading text") {
  Run run;
  Value type(rt.types.float_);
  CHECK(call_with(type, {string(" 1_0.5e-1_0 ")}) == "1.05e-09");
  CHECK(call_with(type, {string("-INFinity")}) == "-inf");
  CHECK(call_with(type, {string("1e400")}) == "inf");
  CHECK(call_with(type, {string("1._5")}) == "ValueError: could not convert string to float: '1._5'");
  CHECK(call_with(type, {string(".")}) == "ValueError: could not convert string to float: '.'");
  CHECK(call_with(type, {string("١.٥")}) == "1.5");
  CHECK(call_with(type, {None}) == "TypeError: float() argument must be a string or a real number, not 'NoneType'");
  // Halfway between two doubles, and a digit 800 places on that decides.
  std::string half = "9007199254740993.0";
  CHECK(call_with(type, {string(half)}) == "9007199254740992.0");
  CHECK(call_with(type, {string(half + std::string(800, '0') + "1")}) == "9007199254740994.0");
}

TEST_CASE("float: rounding is that of the exact decimal value") {
  Run run;
  auto round = [](double d, int places) {
    return method(Value::from_float(d), "__round__", {Value::from_int(places)});
  };
  CHECK(round(2.675, 2) == "2.67");
  CHECK(round(0.125, 2) == "0.12");
  CHECK(round(1234.5, -2) == "1200.0");
  CHECK(round(1e300, -400) == "0.0");
  CHECK(round(1.7e308, -308) == "OverflowError: rounded value too large to represent");
  CHECK(method(Value::from_float(2.5), "__round__") == "2");
  CHECK(method(Value::from_float(NAN), "__round__") == "ValueError: cannot convert float NaN to integer");
}

TEST_CASE("float: methods") {
  Run run;
  CHECK(method(Value::from_float(1.5), "hex") == "0x1.8000000000000p+0");
  CHECK(method(Value::from_float(5e-324), "hex") == "0x0.0000000000001p-1022");
  Value type(rt.types.float_);
  CHECK(method(type, "fromhex", {string("0x1.8p1")}) == "3.0");
  CHECK(method(type, "fromhex", {string("0x1p2000")}) ==
        "OverflowError: hexadecimal value too large to represent as a float");
  CHECK(method(type, "fromhex", {string("zz")}) == "ValueError: invalid hexadecimal floating-point string");
  CHECK(method(Value::from_float(0.1), "as_integer_ratio") == "(3602879701896397, 36028797018963968)");
  CHECK(method(Value::from_float(HUGE_VAL), "as_integer_ratio") ==
        "OverflowError: cannot convert Infinity to integer ratio");
  CHECK(method(Value::from_float(2.0), "is_integer") == "True");
  CHECK(method(Value::from_float(-1.5), "__floor__") == "-2");
}
