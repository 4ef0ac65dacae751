#include "object/int.hpp"

#include "object/numbers.hpp"

using namespace ap;
using namespace ap::numbers;

namespace {
const std::string kTen40 = "1" + std::string(40, '0');
}

TEST_CASE("int: sums and products leave the value word and come back") {
  Run run;
  CHECK(calculate("140737488355327", BinaryOp::Add, "1") == "140737488355328");
  Var big = int_binary(Value::from_int(Value::kIntMax), Value::from_int(1), BinaryOp::Add);
  CHECK(big->is_object());
  Var back = int_binary(big, Value::from_int(1), BinaryOp::Sub);
  CHECK(back.get() == Value::from_int(Value::kIntMax));
  CHECK(calculate("-9223372036854775808", BinaryOp::FloorDiv, "-1") == "9223372036854775808");
  CHECK(calculate("9223372036854775807", BinaryOp::Mul, "9223372036854775807") ==
        "85070591730234615847396907784232501249");
  CHECK(calculate(kTen40, BinaryOp::Sub, kTen40) == "0");
}

TEST_CASE("int: floor division and modulo take the divisor's sign") {
  Run run;
  CHECK(calculate("-7", BinaryOp::FloorDiv, "2") == "-4");
  CHECK(calculate("-7", BinaryOp::Mod, "2") == "1");
  CHECK(calculate("7", BinaryOp::Mod, "-2") == "-1");
  CHECK(calculate("-" + kTen40, BinaryOp::FloorDiv, "3") == "-" + std::string(39, '3') + "4");
  CHECK(calculate("-" + kTen40, BinaryOp::Mod, "3") == "2");
  CHECK(calculate("-1", BinaryOp::Mod, kTen40) == std::string(40, '9'));
  CHECK(calculate("1", BinaryOp::Mod, "0") == "ZeroDivisionError: division by zero");
}

TEST_CASE("int: true division is rounded once") {
  Run run;
  CHECK(calculate("1", BinaryOp::Div, "3") == "0.3333333333333333");
  CHECK(calculate("9007199254740993", BinaryOp::Div, "1") == "9007199254740992.0");
  CHECK(calculate(kTen40, BinaryOp::Div, "3") == "3.333333333333333e+39");
  std::string huge = "1" + std::string(400, '0');
  CHECK(calculate(huge, BinaryOp::Div, huge) == "1.0");
  CHECK(calculate(huge, BinaryOp::Div, "3") == "OverflowError: integer division result too large for a float");
  CHECK(calculate("1", BinaryOp::Div, huge) == "0.0");
}

TEST_CASE("int: shifts and bits as in two's complement without end") {
  Run run;
  CHECK(calculate("-1", BinaryOp::RShift, "100") == "-1");
  CHECK(calculate("-" + kTen40, BinaryOp::RShift, "10") == "-9765625000000000000000000000000000000");
  CHECK(calculate("1", BinaryOp::LShift, "70") == "1180591620717411303424");
  CHECK(calculate("1", BinaryOp::LShift, "-1") == "ValueError: negative shift count");
  CHECK(calculate("-0x100000000000000000", BinaryOp::And, "0xff0000000000000001") == "4427218577690292387840");
  CHECK(calculate("-1", BinaryOp::Xor, "0xffffffffffffffffff") == "-4722366482869645213696");
  CHECK(text(int_binary(True, False, BinaryOp::Or)) == "True");
  CHECK(text(int_binary(True, Value::from_int(2), BinaryOp::Or)) == "3");
}

TEST_CASE("int: what cannot be stored is refused at once") {
  Run run;
  CHECK(calculate("1", BinaryOp::LShift, "1000000000000") == "MemoryError");
  CHECK(calculate("1", BinaryOp::LShift, "100000000000000000000") == "OverflowError: too many digits in integer");
  CHECK(calculate("10", BinaryOp::Pow, "10000000000") == "MemoryError");
}

TEST_CASE("int: a long calculation ends at the step limit") {
  Limits limits;
  limits.steps = 1'000'000;
  start_run(limits);
  CHECK(calculate("9", BinaryOp::Pow, "387420489").starts_with("RunLimitReached"));
  end_run();
}

TEST_CASE("int: powers") {
  Run run;
  CHECK(calculate("2", BinaryOp::Pow, "100") == "1267650600228229401496703205376");
  CHECK(calculate("-3", BinaryOp::Pow, "41") == "-36472996377170786403");
  CHECK(calculate("2", BinaryOp::Pow, "-1") == "0.5");
  CHECK(calculate("0", BinaryOp::Pow, "-1") == "ZeroDivisionError: zero to a negative power");
  auto power = [](std::string_view a, std::string_view b, std::string_view m) {
    Var x = integer(a), y = integer(b), z = integer(m);
    return text(int_pow_mod(x, y, z));
  };
  CHECK(power("3", "-1", "7") == "5");
  CHECK(power("2", "3", "-7") == "-6");
  CHECK(power("2", "-1", "4") == "ValueError: base is not invertible for the given modulus");
  CHECK(power("5", "117", "0") == "ValueError: pow() 3rd argument cannot be 0");
  CHECK(power(kTen40, kTen40, "1000000007000000000") == "574998522000000000");
}

TEST_CASE("int: large products agree with their parts") {
  Run run;
  // (b^n - 1)^2 = b^2n - 2 b^n + 1, across the sizes where the way of multiplying changes.
  for (int bits : {31, 32, 1000, 1535, 1536, 1537, 3100, 9000, 50000}) {
    Var one = Value::from_int(1), power = int_binary(one, Value::from_int(bits), BinaryOp::LShift);
    Var all = int_binary(power, one, BinaryOp::Sub), square = int_binary(all, all, BinaryOp::Mul);
    Var wide = int_binary(one, Value::from_int(2 * bits), BinaryOp::LShift);
    Var twice = int_binary(power, Value::from_int(1), BinaryOp::LShift);
    Var expected = int_binary(wide, twice, BinaryOp::Sub);
    expected = int_binary(expected, one, BinaryOp::Add);
    CHECK(int_compare(square, expected) == 0);
    Var quotient, rest;
    CHECK(int_divmod(square, all, &quotient, &rest));
    CHECK(int_compare(quotient, all) == 0);
    CHECK(int_sign(rest) == 0);
  }
}

TEST_CASE("int: comparing with a float is exact") {
  Run run;
  Var big = integer("9007199254740993");
  CHECK(int_compare_double(big, 9007199254740992.0) == 1);
  CHECK(int_compare_double(big, 9007199254740994.0) == -1);
  Var ten23 = integer("1" + std::string(23, '0'));
  CHECK(int_compare_double(ten23, 1e23) == 1);  // 1e23 is 99999999999999991611392
  CHECK(int_compare_double(big, __builtin_inf()) == -1);
  CHECK(int_compare_double(big, __builtin_nan("")) == 2);
  CHECK(int_compare_double(Value::from_int(0), 0.5) == -1);
}

TEST_CASE("int: hashes are those of a 64-bit CPython") {
  Run run;
  CHECK(hash_int(Value::from_int(-1)) == -2);
  CHECK(hash_int(integer("2305843009213693951").get()) == 0);
  CHECK(hash_int(integer("-2305843009213693952").get()) == -2);
  CHECK(hash_int(integer(kTen40).get()) == 1388497483929617590);
  CHECK(hash_int(integer("18446744073709551616").get()) == 8);
}

TEST_CASE("int: reading text") {
  Run run;
  Value type(rt.types.int_);
  CHECK(call_with(type, {string("  12_3 ")}) == "123");
  CHECK(call_with(type, {string("1__2")}) == "ValueError: invalid literal for int() with base 10: '1__2'");
  CHECK(call_with(type, {string("0x_1f"), Value::from_int(16)}) == "31");
  CHECK(call_with(type, {string("0b1"), Value::from_int(16)}) == "177");
  CHECK(call_with(type, {string("010"), Value::from_int(0)}) ==
        "ValueError: invalid literal for int() with base 0: '010'");
  CHECK(call_with(type, {string("١٢")}) == "12");
  CHECK(call_with(type, {string("1"), Value::from_int(1)}) == "ValueError: int() base must be >= 2 and <= 36, or 0");
  CHECK(call_with(type, {Value::from_int(1), Value::from_int(10)}) ==
        "TypeError: int() can't convert non-string with explicit base");
  CHECK(call_with(type, {None}) ==
        "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'");
  CHECK(call_with(type, {Value::from_float(-2.9)}) == "-2");
  CHECK(call_with(type, {string(std::string(5000, '1'))}) ==
        "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use "
        "sys.set_int_max_str_digits() to increase the limit");
  Var long_one = int_pow(Value::from_int(10), Value::from_int(5000));
  CHECK(
      text(Var(repr(long_one))) ==
      "ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to "
      "increase the limit");
  int_max_str_digits = 0;
  CHECK(text(long_one) == "1" + std::string(5000, '0'));
}

TEST_CASE("int: methods") {
  Run run;
  Var big = integer("-" + kTen40);
  CHECK(method(big, "bit_length") == "133");
  CHECK(method(Value::from_int(-255), "bit_count") == "8");
  CHECK(method(Value::from_int(1000), "to_bytes", {Value::from_int(2)}) == "b'\\x03\\xe8'");
  CHECK(method(Value::from_int(1000), "to_bytes", {Value::from_int(3), string("little")}) == "b'\\xe8\\x03\\x00'");
  CHECK(method(Value::from_int(1000), "to_bytes") == "OverflowError: int too big to convert");
  CHECK(method(Value::from_int(-1), "to_bytes") == "OverflowError: can't convert negative int to unsigned");
  CHECK(method(Value::from_int(15), "__round__", {Value::from_int(-1)}) == "20");
  CHECK(method(Value::from_int(25), "__round__", {Value::from_int(-1)}) == "20");
  CHECK(method(Value::from_int(-7), "__divmod__", {Value::from_int(2)}) == "(-4, 1)");
  CHECK(method(Value::from_int(2), "__pow__", {Value::from_int(10), Value::from_int(1000)}) == "24");
  CHECK(method(True, "as_integer_ratio") == "(1, 1)");
  CHECK(call_with(Value(rt.types.bool_), {Value::from_int(2)}) == "True");
}
