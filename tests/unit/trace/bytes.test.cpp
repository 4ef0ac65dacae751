#include "trace/bytes.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>

#include "trace/play.hpp"
#include "trace/words.hpp"

using namespace ap::trace;
using ap::trace::testing::append;

namespace {

std::string seconds(double value) {
  char text[64];
  return std::string(text, put_seconds(text, value));
}

std::string json(std::string_view text) {
  std::string result;
  auto* out = new ByteOut(append, &result);
  out->add_json_text(text).flush();
  delete out;
  return result;
}

std::string xml(std::string_view text) {
  std::string result;
  auto* out = new ByteOut(append, &result);
  out->add_xml_text(text).flush();
  delete out;
  return result;
}

}  // namespace

TEST_CASE("seconds are written as Python's repr would") {
  CHECK(seconds(0.0) == "0.0");
  CHECK(seconds(1.0) == "1.0");
  CHECK(seconds(2.5) == "2.5");
  CHECK(seconds(0.1) == "0.1");
  CHECK(seconds(0.1 + 0.2) == "0.30000000000000004");
  CHECK(seconds(1767225600.0) == "1767225600.0");
  CHECK(seconds(0.000001) == "0.000001");
  CHECK(seconds(123.456789012) == "123.456789012");
  CHECK(seconds(1e22) == "1e+22");
  CHECK(seconds(-1.5) == "-1.5");
  CHECK(seconds(std::numeric_limits<double>::infinity()) == "1e999");
  CHECK(seconds(-std::numeric_limits<double>::infinity()) == "-1e999");
  CHECK(seconds(std::numeric_limits<double>::quiet_NaN()) == "null");
}

TEST_CASE("every double reads back as itself") {
  std::mt19937_64 random(1);
  int wrong = 0;
  auto check = [&](double value) {
    if (value == value && std::strtod(seconds(value).c_str(), nullptr) != value) wrong++;
  };
  for (int i = 0; i < 20000; i++) {
    check(std::bit_cast<double>(random()));
    double sum = 0;
    for (int k = 0; k < i % 50; k++) sum += 0.1;
    check(sum);
    check(static_cast<double>(random() % 1000000000000) / 1e6);
    check(static_cast<double>(random() % 1000000) * 1e-9);
  }
  CHECK(wrong == 0);
}

TEST_CASE("whole numbers") {
  char text[32];
  for (std::uint64_t value : {0ull, 7ull, 10ull, 99ull, 100ull, 999ull, 1000ull, 9999ull, 10000ull, 123456789ull, 4294967295ull,
                              4294967296ull, 10000000000000000000ull, 18446744073709551615ull}) {
    CHECK(std::string(text, put_u64(text, value)) == std::to_string(value));
  }
  CHECK(std::string(text, put_i64(text, std::numeric_limits<std::int64_t>::min())) == "-9223372036854775808");
  CHECK(std::string(text, put_i64(text, -5)) == "-5");
}

TEST_CASE("JSON texts: escapes, UTF-8, lone surrogates, bytes that are no text") {
  CHECK(json("") == R"("")");
  CHECK(json("plain text of some length") == R"("plain text of some length")");
  CHECK(json("a\"b\\c\n\t\r\x01 and more behind it") == R"("a\"b\\c\n\t\r\u0001 and more behind it")");
  CHECK(json("\xf0\x9f\x8c\xb9 r\xc3\xb4se") == "\"\xf0\x9f\x8c\xb9 r\xc3\xb4se\"");
  CHECK(json("\xed\xa0\xbd") == R"("\ud83d")");
  CHECK(json("\xed\xbf\xbf") == R"("\udfff")");
  CHECK(json("\xed\x9f\xbf") == "\"\xed\x9f\xbf\"");
  CHECK(json("a\xff" "b") == "\"a\xef\xbf\xbd" "b\"");
  CHECK(json("\xc0\x80") == "\"\xef\xbf\xbd\xef\xbf\xbd\"");
  CHECK(json("\xf0\x9f\x8c") == "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
  CHECK(json(std::string_view("\0", 1)) == R"("\u0000")");
  // Each position of a special character among eight.
  for (std::size_t i = 0; i < 17; i++) {
    std::string text(17, 'x'), expected = text;
    text[i] = '"';
    expected = "\"" + text.substr(0, i) + "\\\"" + text.substr(i + 1) + "\"";
    CHECK(json(text) == expected);
  }
}

TEST_CASE("texts of any length pass the buffer whole") {
  std::string large(200000, 'a');
  CHECK(json(large) == "\"" + large + "\"");
  std::string controls(70000, '\x02');
  CHECK(json(controls).size() == 2 + 6 * controls.size());
}

TEST_CASE("XML texts") {
  CHECK(xml("<script>alert(\"&\")</script>") == "&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;");
  CHECK(xml("\xf0\x9f\x8c\xb9") == "\xf0\x9f\x8c\xb9");
  CHECK(xml("\x01") == "\xef\xbf\xbd");
}

TEST_CASE("moments for people") {
  Scratch say;
  CHECK(say.moment(0.1 + 0.2) == "0.3");
  CHECK(say.moment(2) == "2.0");
  CHECK(say.moment(1.0000004) == "1.0");
  CHECK(say.moment(0.0000015) == "0.000002");
  CHECK(say.moment(-0.5) == "-0.5");
}

TEST_CASE("widths in a terminal") {
  Scratch say;
  CHECK(display_width("abc") == 3);
  CHECK(display_width("\xf0\x9f\x8c\xb9") == 2);          // rose
  CHECK(display_width("e\xcc\x81") == 1);                   // e with an accent that combines
  CHECK(display_width("\xe8\x8a\xb1") == 2);                // a Chinese character
  CHECK(display_width("\xe2\x9d\xa4\xef\xb8\x8f") == 2);    // a heart drawn as an emoji
  CHECK(say.shorten("abcdef", 4) == "abc\xe2\x80\xa6");
  CHECK(say.shorten("abcd", 4) == "abcd");
  CHECK(say.one_line("a\nb\x1b[0m") == "a\\nb\\x1b[0m");
  CHECK(say.lines("a\nb\x07\n", 2) == "a\n  b\\x07\n  ");
  CHECK(say.left("\xf0\x9f\x8c\xb9", 4) == "\xf0\x9f\x8c\xb9  ");
  CHECK(say.right("ab", 4) == "  ab");
  CHECK(say.right("abcde", 4) == "abcde");
}

TEST_CASE("phrases stay until they are reset") {
  Scratch say;
  std::string large(20000, 'x');
  auto first = say.join({"a", "b", ""});
  auto second = say.join({first, large});
  auto third = say.join({first, say.number(12), say.count_of(1, "item"), say.count_of(2, "item")});
  CHECK(first == "ab");
  CHECK(second.size() == 20002);
  CHECK(third == "ab121 item2 items");
  say.reset();
  CHECK(say.join({"new"}) == "new");
}
