#include "object/bytes.hpp"
#include "object/literals.hpp"

using namespace ap;
using namespace ap::literals;

namespace {
std::string decoded(std::string_view data, const char* encoding, const char* errors = "strict") {
  return text(decode(data, encoding, errors));
}
std::string encoded(std::string_view utf8, const char* encoding, const char* errors = "strict") {
  Ref<Str> s = make_str(utf8);
  return text(encode(s.get(), encoding, errors));
}
}  // namespace

TEST_CASE("codecs: decoding, with CPython's words for what is wrong") {
  Run run;
  CHECK(decoded("h\xc3\xa9", "UTF-8") == "hé");
  CHECK(decoded("\xff", "utf8") == "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte");
  CHECK(decoded("a\xe4\xb8", "utf-8") ==
        "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-2: unexpected end of data");
  CHECK(decoded("\xe4\xb8"
                "a",
                "utf-8") == "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte");
  CHECK(decoded("a\xe4"
                "b",
                "utf-8", "replace") == "a\ufffdb");
  CHECK(decoded("a\xe4"
                "b",
                "utf-8", "backslashreplace") == "a\\xe4b");
  CHECK(decoded("\xe4", "latin_1") == "ä");
  CHECK(decoded("\xe4", "ascii") ==
        "UnicodeDecodeError: 'ascii' codec can't decode byte 0xe4 in position 0: ordinal not in range(128)");
  CHECK(decoded(std::string_view("\xff\xfe\x3d\xd8\x00\xde", 6), "utf-16") == "😀");
  CHECK(decoded("a", "utf-16") == "UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data");
  CHECK(decoded("a", "klingon") == "LookupError: unknown encoding: klingon");
  CHECK(decoded("\xff", "utf-8", "hope") == "LookupError: unknown error handler name 'hope'");
}

TEST_CASE("codecs: encoding") {
  Run run;
  CHECK(encoded("hé😀", "utf-8") == "b'h\\xc3\\xa9\\xf0\\x9f\\x98\\x80'");
  CHECK(encoded("aé€", "latin-1") ==
        "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u20ac' in position 2: ordinal not in range(256)");
  CHECK(encoded("aéö", "ascii") ==
        "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)");
  CHECK(encoded("\xed\xa0\x80", "utf-8") ==
        "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed");
  CHECK(encoded("é😀", "ascii", "backslashreplace") == "b'\\\\xe9\\\\U0001f600'");
  CHECK(encoded("é", "ascii", "xmlcharrefreplace") == "b'&#233;'");
  CHECK(encoded("aéb", "ascii", "ignore") == "b'ab'");
  CHECK(encoded("a😀", "utf-16-be") == "b'\\x00a\\xd8=\\xde\\x00'");
  CHECK(encoded("a", "utf-8-sig") == "b'\\xef\\xbb\\xbfa'");
}
