#include "base/double_text.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <string>

#include "base/mersenne.hpp"

using namespace ap;

namespace {

std::string shortest(double d) {
  Decimal decimal;
  shortest_decimal(d, &decimal);
  return std::string(decimal.digits, decimal.count) + "e" + std::to_string(decimal.point);
}

// What the standard library's correctly rounding conversions say, in the same form.
std::string by_library(double d, std::chars_format format, int precision) {
  char text[1200];
  auto end = precision < 0 ? std::to_chars(text, text + sizeof text, d, format)
                           : std::to_chars(text, text + sizeof text, d, format, precision);
  std::string s(text, end.ptr), digits;
  size_t e = s.find('e');
  for (char c : s.substr(0, e))
    if (c != '.') digits += c;
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return digits + "e" + std::to_string(digits.empty() ? 0 : std::stoi(s.substr(e + 1)) + 1);
}

std::string rounded(double d, int places) {
  Decimal decimal;
  rounded_decimal(d, places, false, &decimal);
  return std::string(decimal.digits, decimal.count) + "e" + std::to_string(decimal.point);
}

}  // namespace

TEST_CASE("double text: powers of two, their neighbours, and random doubles") {
  Mersenne random;
  int wrong = 0;
  auto test = [&](double d) {
    d = std::fabs(d);
    if (!std::isfinite(d) || d == 0) return;
    Decimal decimal;
    shortest_decimal(d, &decimal);
    wrong += shortest(d) != by_library(d, std::chars_format::scientific, -1);
    wrong += double_from_decimal(decimal.digits, decimal.count, decimal.point) != d;
    int precision = static_cast<int>(random.bits(5));
    wrong += rounded(d, precision + 1) != by_library(d, std::chars_format::scientific, precision);
  };
  for (uint64_t e = 0; e < 2047; ++e)
    for (uint64_t near = 0; near < 3; ++near) test(std::bit_cast<double>((e << 52) + near - 1));
  for (int i = 0; i < 20000; ++i) {
    test(std::bit_cast<double>(random.bits(64)));
    test(random.random());
    test(static_cast<double>(random.bits(40)) / 1000);
  }
  CHECK(wrong == 0);
}

TEST_CASE("double text: half to even, at the digit and at the bit") {
  CHECK(rounded(0.5, 0) == "e0");
  CHECK(rounded(2.5, 1) == "2e1");
  CHECK(rounded(3.5, 1) == "4e1");
  CHECK(rounded(9.5, 1) == "1e2");
  Decimal decimal;
  rounded_decimal(1234.5, -2, true, &decimal);
  CHECK(std::string(decimal.digits, decimal.count) == "12");
  CHECK(decimal.point == 4);
  CHECK(double_from_decimal("9007199254740993", 16, 16) == 9007199254740992.0);
  CHECK(double_from_decimal("90071992547409930000000000000000000000001", 41, 16) == 9007199254740994.0);
  CHECK(double_from_decimal("24703282292062327", 17, -323) == 0.0);
  CHECK(double_from_decimal("24703282292062328", 17, -323) == 5e-324);
  CHECK(double_from_decimal("17976931348623159", 17, 309) == HUGE_VAL);
  CHECK(double_from_binary(3, -1075, false) == 1e-323);
  CHECK(double_from_binary(1, -1075, true) == 5e-324);
}
