#include "object/complex.hpp"

#include "object/numbers.hpp"

using namespace ap;
using namespace ap::numbers;

TEST_CASE("complex: text and arithmetic") {
  Run run;
  CHECK(text(make_complex(1, 2)) == "(1+2j)");
  CHECK(text(make_complex(0, 1)) == "1j");
  CHECK(text(make_complex(-0.0, 1)) == "(-0+1j)");
  Var a = make_complex(1, 2), i = make_complex(0, 1);
  CHECK(text(binary(a, a, BinaryOp::Mul)) == "(-3+4j)");
  CHECK(text(binary(Value::from_int(1), a, BinaryOp::Div)) == "(0.2-0.4j)");
  CHECK(text(binary(i, Value::from_int(3), BinaryOp::Pow)) == "(-0-1j)");
  CHECK(text(binary(a, Value::from_int(0), BinaryOp::Div)) == "ZeroDivisionError: division by zero");
  CHECK(text(compare(make_complex(1, 0).get(), Value::from_int(1), Compare::Eq)) == "True");
  CHECK(call_with(Value(rt.types.complex), {string(" ( 1e5-2.5J ) ")}) == "(100000-2.5j)");
  CHECK(call_with(Value(rt.types.complex), {string("1+2")}) == "ValueError: complex() arg is a malformed string");
  CHECK(method(make_complex(3, 4).get(), "__abs__") == "5.0");
}
