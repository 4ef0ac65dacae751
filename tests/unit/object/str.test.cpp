#include "object/str.hpp"

#include "object/literals.hpp"
#include "object/text.hpp"

using namespace ap;
using namespace ap::literals;

TEST_CASE("str: one, two or four bytes a character, whatever it was made of") {
  Run run;
  struct {
    const char* text;
    uint32_t length, width;
  } rows[] = {{"", 0, 1}, {"abc", 3, 1}, {"é", 1, 1}, {"aλb", 3, 2}, {"a😀", 2, 4}, {"\xed\xa0\x80", 1, 2}, {"a\xff", 2, 2}};
  for (auto& row : rows) {
    CAPTURE(row.text);
    Ref<Str> s = make_str(row.text);
    CHECK(s->length == row.length);
    CHECK(s->width() == row.width);
  }
  // A part is as narrow as it can be, so that equal texts have equal bytes.
  Ref<Str> wide = make_str("ab😀cdλ");
  CHECK(substring(wide.get(), 0, 2)->is_ascii());
  CHECK(equal(substring(wide.get(), 3, 5).get(), "cd"));
  CHECK(substring(wide.get(), 3, 6)->width() == 2);
  CHECK(to_utf8(substring(wide.get(), 1, 4).get()) == "b😀c");
  CHECK(to_utf8(concat(make_str("é").get(), make_str("😀").get()).get()) == "é😀");
}

TEST_CASE("str: hashes are those of a 64-bit CPython with PYTHONHASHSEED=0") {
  Run run;
  CHECK(hash_str(make_str("").get()) == 0);
  CHECK(hash_str(make_str("abc").get()) == -4594863902769663758);
  CHECK(hash_str(make_str("é").get()) == 6047309291227476195);
  CHECK(hash_str(make_str("λ").get()) == 1457499810576588517);
  CHECK(hash_str(make_str("😀 and more").get()) == 608306180087767534);
}

TEST_CASE("str: an interned string is one object, and leaves the table with its last reference") {
  Run run;
  Ref<Str> a = intern("a_name"), b = intern(make_str("a_name").get());
  CHECK(a.get() == b.get());
  CHECK(make_str("x").get() == intern("x").get());
  CHECK(make_str("").get() == rt.empty_str);
  for (int i = 0; i < 5000; ++i) {
    Ref<Str> name = format_str("name_%d", i % 977 * 31);
    Ref<Str> one = intern(name.get());
    CHECK(equal(one.get(), name.get()));
    CHECK(intern(name.get()).get() == one.get());
  }
  CHECK(intern("a_name").get() == a.get());
}

TEST_CASE("str: repr chooses quotes and escapes") {
  Run run;
  CHECK(shown("'it'") == "'it'");
  CHECK(shown("'it\\'s'") == "\"it's\"");
  CHECK(shown("'it\\'s \"x\"'") == "'it\\'s \"x\"'");
  CHECK(shown("'a\\n\\t\\\\'") == "'a\\n\\t\\\\'");
  CHECK(to_utf8(repr_str(make_str("\x01\x7f\u00a0\u00e9\u200b\u3042\U0001f600\xed\xa0\x80").get()).get()) ==
        "'\\x01\\x7f\\xa0é\\u200bあ😀\\ud800'");
}

TEST_CASE("str: order is by code points, not by bytes") {
  Run run;
  CHECK(less("'a'", "'b'"));
  CHECK(less("'a'", "'aa'"));
  CHECK(less("'é'", "'λ'"));
  CHECK(less("'\xef\xbf\xbf'", "'😀'"));
  CHECK(!less("'b'", "'a'"));
}

TEST_CASE("StrBuilder: widens as characters come") {
  Run run;
  StrBuilder out;
  out.append("ab");
  out.append(U'é');
  out.append(U'λ');
  out.append(U'😀');
  Ref<Str> s = make_str("0123456789");
  for (int i = 0; i < 50; ++i) out.append(s.get(), 2, 4);
  Ref<Str> built = out.finish();
  CHECK(built->length == 105);
  CHECK(to_utf8(built.get()).substr(0, 14) == "abéλ😀2323");
  StrBuilder narrow;
  narrow.append(make_str("ab😀").get(), 0, 2);
  CHECK(narrow.finish()->is_ascii());
}

TEST_CASE("str: a size beyond the limit is MemoryError at once") {
  Run run;
  CHECK(operate("'ab'", BinaryOp::Mul, "1000000000000000") == "MemoryError");
  CHECK(operate("'ab'", BinaryOp::Mul, "100000000000000000000") == "OverflowError: cannot fit 'int' into an index-sized integer");
  CHECK(on("'a'", "ljust", "1000000000000") == "MemoryError");
}
