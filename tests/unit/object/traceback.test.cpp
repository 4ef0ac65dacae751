#include "object/traceback.hpp"

#include "object/values.hpp"

using namespace ap;
using namespace ap::values;

namespace {

// The lines that a traceback shows for the range [column, end_column) from `line` to `end_line` of a source.
std::string lines(std::string_view source, int line, int column, int end_line, int end_column) {
  static int number = 0;
  std::string name = "source" + std::to_string(++number);
  register_source(name, source);
  auto* tb = allocate<Traceback>(rt.types.traceback, 0);
  Var keep = Var::steal(tb);
  tb->filename = make_str(name).release();
  tb->function = make_str("f").release();
  tb->line = line;
  tb->end_line = end_line;
  tb->column = column;
  tb->end_column = end_column;
  std::string out;
  append_source_lines(out, tb);
  return out;
}
// The carets under a one-line source; the marked part stands between two |.
std::string carets(std::string_view marked) {
  size_t from = marked.find('|'), to = marked.rfind('|');
  std::string source = std::string(marked.substr(0, from)) + std::string(marked.substr(from + 1, to - from - 1)) +
                       std::string(marked.substr(to + 1));
  std::string out = lines(source, 1, static_cast<int>(from), 1, static_cast<int>(to - 1));
  size_t end = out.find('\n');
  return end + 1 == out.size() ? "" : out.substr(end + 5, out.size() - end - 6);
}

}  // namespace

TEST_CASE("traceback: what stands out in an expression") {
  Run run;
  CHECK(carets("x = |a + b|") == "    ~~^~~");
  CHECK(carets("x = |a   //   b|") == "    ~~~~^^~~~~");
  CHECK(carets("x = |a + b * c|") == "    ~~^~~~~~~");
  CHECK(carets("x = |2 ** -1 + a|") == "    ~~~~~~~~^~~");
  CHECK(carets("x = |(a)+(b)|") == "    ~~~^^~~");
  CHECK(carets("x = |(a)+(b, c)|") == "    ~~~^~~~~~~");
  CHECK(carets("x = |'+' + a|") == "    ~~~~^~~");
  CHECK(carets("x = |a[1:2]|") == "    ~^^^^^");
  CHECK(carets("x = 1, |f(')')|") == "       ~^^^^^");
  CHECK(carets("x = |-a|") == "    ^^");
  CHECK(carets("x = |a.b|") == "    ^^^");
  CHECK(carets("x = |a < b|") == "    ^^^^^");
  CHECK(carets("x = |await f()|") == "    ^^^^^^^^^");
}

TEST_CASE("traceback: no carets where they would say nothing") {
  Run run;
  CHECK(carets("|raise ValueError(1)|") == "");
  CHECK(carets("|a.b|") == "");
  CHECK(carets("|f(1)|") == "~^^^");
  CHECK(carets("y = |f(1)|") == "");
  CHECK(carets("y = (|f(1)|)  # why") == "");
  CHECK(carets("y = |f(1)|; z = 2") == "");
  CHECK(carets("y = |f(1)|, 2") == "    ~^^^");
  CHECK(carets("y = z = |f(1)|") == "        ~^^^");
  CHECK(carets("return |f(1)|") == "");
  CHECK(carets("return |a.f(1)|") == "       ~~~^^^");
}

TEST_CASE("traceback: wide characters take two columns") {
  Run run;
  CHECK(carets("x = |'日本' + 1|") == "    ~~~~~~~^~~");
}

TEST_CASE("traceback: many lines") {
  Run run;
  CHECK(lines("x = f(1,\n      2,\n      3)\n", 1, 4, 3, 8) ==
        "    x = f(1,\n          2,\n          3)\n");
  CHECK(lines("    f(1,\n      2,\n  3)\n", 1, 4, 3, 4) ==
        "      f(1,\n      ~^^^\n        2,\n        ^^\n    3)\n    ^^\n");
  CHECK(lines("f(\n1,\n2,\n3,\n4,\n5)\n", 1, 0, 6, 2) ==
        "    f(\n    ~^\n    1,\n    ^^\n    ...<2 lines>...\n    4,\n    ^^\n    5)\n    ^^\n");
}

TEST_CASE("traceback: a whole exception") {
  Run run;
  register_source("main.py", "def f(): return 1/0\nf()\n");
  Ref<Str> file = make_str("main.py"), f = make_str("f"), module = make_str("<module>");
  (void)raise(rt.types.ZeroDivisionError, "division by zero");
  Var e = take_error();
  auto* exception = e.as<BaseException>();
  for (int i = 0; i < 6; ++i) add_traceback_entry(exception, file.get(), f.get(), 1, 1, 16, 19, None);
  add_traceback_entry(exception, file.get(), module.get(), 2, 2, 0, 3, None);
  CHECK(format_exception(e) ==
        "Traceback (most recent call last):\n"
        "  File \"main.py\", line 2, in <module>\n"
        "    f()\n"
        "    ~^^\n"
        "  File \"main.py\", line 1, in f\n"
        "    def f(): return 1/0\n"
        "                    ~^~\n"
        "  File \"main.py\", line 1, in f\n"
        "    def f(): return 1/0\n"
        "                    ~^~\n"
        "  File \"main.py\", line 1, in f\n"
        "    def f(): return 1/0\n"
        "                    ~^~\n"
        "  [Previous line repeated 3 more times]\n"
        "ZeroDivisionError: division by zero\n");
}

TEST_CASE("traceback: groups are trees, each exception is followed once") {
  Run run;
  Var a = call_with(Value(rt.types.ValueError), {string("a")}), b = call_with(Value(rt.types.KeyError), {string("b")});
  a.as<BaseException>()->context = Var(b).release();
  method(a, "add_note", {string("note")}).reset();
  Ref<List> parts = new_list();
  (void)list_append(parts.get(), a.get());
  (void)list_append(parts.get(), b.get());
  Var group = new_exception_group("g", parts.get());
  b.as<BaseException>()->context = Var(group).release();
  CHECK(format_exception(group) ==
        "  | ExceptionGroup: g (2 sub-exceptions)\n"
        "  +-+---------------- 1 ----------------\n"
        "    | ValueError: a\n"
        "    | note\n"
        "    +---------------- 2 ----------------\n"
        "    | KeyError: 'b'\n"
        "    +------------------------------------\n");
}
