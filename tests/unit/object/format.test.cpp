#include "object/format.hpp"

#include "object/numbers.hpp"

using namespace ap;
using namespace ap::numbers;

namespace {

std::string format(const Var& v, std::string_view spec) {
  Ref<Str> s = make_str(spec);
  return text(format_value(v, s.get()));
}
Var number(double d) { return Value::from_float(d); }
Var number(int i) { return Value::from_int(i); }

std::string percent(std::string_view pattern, const Var& args) {
  Ref<Str> s = make_str(pattern);
  return text(percent_format(s.get(), args));
}
template <class... V>
Var arguments(const V&... v) {
  return tuple_of(v.get()...);
}

std::string fields(std::string_view pattern, std::initializer_list<Var> args) {
  Ref<Str> s = make_str(pattern);
  Value values[4];
  size_t n = 0;
  for (const Var& v : args) values[n++] = v.get();
  return text(format_method(s.get(), values, n, nullptr));
}

}  // namespace

TEST_CASE("format: ints") {
  Run run;
  CHECK(format(number(42), "") == "42");
  CHECK(format(number(-42), "08,d") == "-000,042");
  CHECK(format(number(1234), "010,") == "00,001,234");
  CHECK(format(number(255), "#06x") == "0x00ff");
  CHECK(format(number(255), "#X") == "0XFF");
  CHECK(format(number(65535), "_b") == "1111_1111_1111_1111");
  CHECK(format(number(5), "^+9") == "   +5    ");
  CHECK(format(number(128512), "c") == "😀");
  CHECK(format(True, "") == "True");
  CHECK(format(True, "d") == "1");
  CHECK(format(number(3), ".2f") == "3.00");
  CHECK(format(number(3), "s") == "ValueError: Unknown format code 's' for object of type 'int'");
  CHECK(format(number(3), ".2d") == "ValueError: Precision not allowed in integer format specifier");
  CHECK(format(number(3), ",x") == "ValueError: Cannot specify ',' with 'x'.");
  CHECK(format(number(3), ",_") == "ValueError: Cannot specify both ',' and '_'.");
  CHECK(format(number(3), "5 5") == "ValueError: Invalid format specifier '5 5' for object of type 'int'");
  CHECK(format(number(3), "999999999999") == "MemoryError");
}

TEST_CASE("format: floats") {
  Run run;
  CHECK(format(number(2.675), ".2f") == "2.67");
  CHECK(format(number(0.5), ".0f") == "0");
  CHECK(format(number(1234567.891), ",.2f") == "1,234,567.89");
  CHECK(format(number(1234567.891), "015,.1f") == "0,001,234,567.9");
  CHECK(format(number(1e22), "") == "1e+22");
  CHECK(format(number(1e22), "f") == "10000000000000000000000.000000");
  CHECK(format(number(1234.0), ".4") == "1.234e+03");
  CHECK(format(number(1234.0), ".4g") == "1234");
  CHECK(format(number(1234.0), "#.6g") == "1234.00");
  CHECK(format(number(0.1), ".20f") == "0.10000000000000000555");
  CHECK(format(number(0.256), ".1%") == "25.6%");
  CHECK(format(number(-0.0001), "z.2f") == "0.00");
  CHECK(format(number(-0.0001), ".2f") == "-0.00");
  CHECK(format(number(12345.6789), "E") == "1.234568E+04");
  CHECK(format(number(__builtin_inf()), "08F") == "00000INF");
  CHECK(format(number(1.23456789), ".8_f") == "1.234_567_89");
  CHECK(format(number(1.5), "d") == "ValueError: Unknown format code 'd' for object of type 'float'");
  CHECK(format(number(1.5), ".") == "ValueError: Format specifier missing precision");
  CHECK(format(number(5e-324), ".3e") == "4.941e-324");
}

TEST_CASE("format: strings") {
  Run run;
  CHECK(format(string("ab"), "é^6") == "ééabéé");
  CHECK(format(string("abcdef"), ".3") == "abc");
  CHECK(format(string("ab"), "05") == "ab000");
  CHECK(format(string("ab"), "=5") == "ValueError: '=' alignment not allowed in string format specifier");
  CHECK(format(string("ab"), "+") == "ValueError: Sign not allowed in string format specifier");
  CHECK(format(string("ab"), ",") == "ValueError: Cannot specify ',' with 's'.");
}

TEST_CASE("format: percent") {
  Run run;
  CHECK(percent("%s|%5.2f|%-4d|%#x", arguments(string("é"), number(3.14159), number(7), number(255))) ==
        "é| 3.14|7   |0xff");
  CHECK(percent("%*d|%-*d|", arguments(number(4), number(1), number(3), number(2))) == "   1|2  |");
  CHECK(percent("%.5d %08.5d", arguments(number(3), number(-3))) == "00003 -0000003");
  CHECK(percent("100%%", arguments()) == "100%");
  CHECK(percent("%c%c", arguments(number(65), string("é"))) == "Aé");
  CHECK(percent("%s %s", arguments(number(1))) == "TypeError: not enough arguments for format string");
  CHECK(percent("%s", arguments(number(1), number(2))) ==
        "TypeError: not all arguments converted during string formatting");
  CHECK(percent("%d", arguments(string("a"))) == "TypeError: %d format: a real number is required, not str");
  CHECK(percent("%x", arguments(number(1.5))) == "TypeError: %x format: an integer is required, not float");
  CHECK(percent("%y", arguments(number(1))) == "ValueError: unsupported format character 'y' (0x79) at index 1");
  CHECK(percent("%(a)s", arguments(number(1))) == "TypeError: format requires a mapping");
  CHECK(percent("%", arguments(number(1))) == "ValueError: incomplete format");
}

TEST_CASE("format: str.format") {
  Run run;
  CHECK(fields("{} {1!r:>5} {{}}", {number(1), string("a")}) ==
        "ValueError: cannot switch from automatic field numbering to manual field specification");
  CHECK(fields("{0} {1!r:>5} {{}}", {number(1), string("a")}) == "1   'a' {}");
  CHECK(fields("{:{}.{}f}", {number(3.14159), number(8), number(2)}) == "    3.14");
  CHECK(fields("{0.real:+d}", {number(5)}) == "+5");
  CHECK(fields("{} {}", {number(1)}) == "IndexError: Replacement index 1 out of range for positional args tuple");
  CHECK(fields("{a}", {}) == "KeyError: 'a'");
  CHECK(fields("{", {}) == "ValueError: Single '{' encountered in format string");
  CHECK(fields("}", {}) == "ValueError: Single '}' encountered in format string");
  CHECK(fields("{0", {number(1)}) == "ValueError: expected '}' before end of string");
  CHECK(fields("{0!x}", {number(1)}) == "ValueError: Unknown conversion specifier x");
  CHECK(fields("{0:{1:{2}}}", {number(1), number(2), number(3)}) == "ValueError: Max string recursion exceeded");
}
