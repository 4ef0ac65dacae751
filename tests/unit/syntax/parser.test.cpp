// What the recorded programs do not show: the interface, the limits, and sources that are not text.
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "syntax/dump.hpp"
#include "syntax/parser.hpp"

using namespace ap;
using namespace ap::syntax;

namespace {

std::string times(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

// The error's message, or "" if there is none.
std::string message_of(std::string_view source, Mode mode = Mode::Exec) {
  Arena arena;
  const ParseResult result = parse(source, arena, mode);
  return result.error == nullptr ? "" : std::string(result.error->message);
}

std::string shown(std::string_view source, std::string_view filename = "main.py") {
  Arena arena;
  const ParseResult result = parse(source, arena, Mode::Exec, filename);
  return result.error == nullptr ? "" : format_syntax_error(*result.error, filename);
}

std::vector<std::string> compiler_warnings(std::string_view source) {
  Arena arena;
  const ParseResult result = parse(source, arena);
  std::vector<std::string> out;
  for (const SyntaxWarning* w = result.compiler_warnings; w != nullptr; w = w->next) {
    out.push_back(std::to_string(w->line) + ": " + std::string(w->message));
  }
  return out;
}

}  // namespace

TEST_CASE("a tree holds no view of the source") {
  Arena arena;
  std::string source = "name = 'text'\nname.attr\n";
  const ParseResult result = parse(source, arena);
  REQUIRE(result.module != nullptr);
  source.assign(source.size(), '#');
  const auto* assign = try_as<Assign>(result.module->body[0]);
  REQUIRE(assign != nullptr);
  CHECK(as<Name>(assign->targets[0])->id == "name");
  CHECK(as<Constant>(assign->value)->text == "text");
}

TEST_CASE("equal names are one") {
  Arena arena;
  const ParseResult result = parse("name = other\nother.name\nclass name: pass\n", arena);
  REQUIRE(result.module != nullptr);
  const auto id = as<Name>(as<Assign>(result.module->body[0])->targets[0])->id;
  CHECK(as<Attribute>(as<ExprStmt>(result.module->body[1])->value)->attr.data() == id.data());
  CHECK(as<ClassDef>(result.module->body[2])->name.data() == id.data());
}

TEST_CASE("docstrings") {
  Arena arena;
  const ParseResult result = parse("'doc'\ndef f():\n  b'no'\ndef g():\n  f'no'\ndef h(): 'a' 'b'\n", arena);
  REQUIRE(result.module != nullptr);
  REQUIRE(docstring(result.module->body) != nullptr);
  CHECK(docstring(result.module->body)->text == "doc");
  CHECK(docstring(as<FunctionDef>(result.module->body[1])->body) == nullptr);
  CHECK(docstring(as<FunctionDef>(result.module->body[2])->body) == nullptr);
  CHECK(docstring(as<FunctionDef>(result.module->body[3])->body)->text == "ab");
}

TEST_CASE("ints are small as long as they fit") {
  Arena arena;
  const ParseResult result = parse("0x7fff_ffff_ffff_ffff\n0x8000000000000000\n00\n0b11\n", arena);
  REQUIRE(result.module != nullptr);
  const auto value = [&](int i) { return as<Constant>(as<ExprStmt>(result.module->body[i])->value); };
  CHECK(value(0)->type == ConstantKind::Int);
  CHECK(value(0)->integer == INT64_MAX);
  CHECK(value(1)->type == ConstantKind::BigInt);
  CHECK(value(1)->base == 16);
  CHECK(value(1)->text == "8000000000000000");
  CHECK(value(2)->integer == 0);
  CHECK(value(3)->integer == 3);
}

TEST_CASE("expressions alone, as for eval()") {
  Arena arena;
  const ParseResult result = parse("1 + x\n\n", arena, Mode::Eval);
  REQUIRE(result.error == nullptr);
  CHECK(result.module == nullptr);
  CHECK(result.expression->kind == ExprKind::BinOp);
  CHECK(message_of("a, b", Mode::Eval) == "");
  CHECK(message_of("(*a, b)", Mode::Eval) == "");
  for (const std::string wrong : {"", "x = 1", "1; 2", "a\nb", "*a, b", "a, *b", "yield", "x := 1", "# only this"}) {
    CAPTURE(wrong);
    CHECK(message_of(wrong, Mode::Eval) == "invalid syntax");
  }
  CHECK(message_of(" 1", Mode::Eval) == "unexpected indent");
  CHECK(message_of("(a b)", Mode::Eval) == "invalid syntax. Perhaps you forgot a comma?");
}

TEST_CASE("newlines of all kinds, a byte order mark, no newline at the end") {
  for (const std::string source : {"a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\nb", "\xef\xbb\xbf" "a\nb", "a\r\nb"}) {
    CAPTURE(source);
    Arena arena;
    const ParseResult result = parse(source, arena);
    REQUIRE(result.module != nullptr);
    CHECK(Dump::of(*result.module) == "[(Expr (Name a L@1:0-1:1)@1:0-1:1) (Expr (Name b L@2:0-2:1)@2:0-2:1)]");
  }
  CHECK(message_of("") == "");
  CHECK(message_of("\n\n") == "");
  CHECK(message_of("# comment") == "");
}

TEST_CASE("sources that are not text") {
  CHECK(shown(std::string_view("y\nx\0y = 3", 9)) ==
        "  File \"main.py\", line 2\n    x\nSyntaxError: source code cannot contain null bytes\n");
  CHECK(shown("x = \"\xff\"\ny") ==
        "  File \"main.py\", line 1\n    x = \"\xef\xbf\xbd\n         ^\nSyntaxError: Non-UTF-8 code starting with '\\xff' in "
        "file main.py on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details\n");
  for (const std::string bad : {"\x80", "\xc3", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf5"}) {
    CAPTURE(bad);
    CHECK(message_of(bad).starts_with("Non-UTF-8 code starting with"));
  }
}

TEST_CASE("what is not supported is refused by name") {
  CHECK(message_of("t'a'") == "template strings (t-strings) are not supported");
  CHECK(message_of("rt'a'") == "template strings (t-strings) are not supported");
  CHECK(message_of("'\\N{BULLET}'").starts_with("Unicode names such as \"\\N{BULLET}\" are not supported"));
}

TEST_CASE("errors that others find can be made alike") {
  Arena arena;
  const SyntaxError* error =
      make_error(arena, "def f():\n    \xc3\xa9 = await x\n", {2, 9, 2, 16}, "'await' outside async function");
  CHECK(format_syntax_error(*error, "main.py") ==
        "  File \"main.py\", line 2\n    \xc3\xa9 = await x\n        ^^^^^^^\n"
        "SyntaxError: 'await' outside async function\n");
}

TEST_CASE("nesting ends in an error, not in a crash") {
  const std::string too_complex = "Parser stack overflowed - Python source too complex to parse";
  CHECK(message_of("x = " + times("(", 200) + "1" + times(")", 200)) == "");
  CHECK(message_of("x = " + times("(", 201) + "1" + times(")", 201)) == "too many nested parentheses");
  for (const std::string prefix : {"not ", "-", "lambda: ", "lambda a=", "1 if 1 else ", "1 ** "}) {
    CAPTURE(prefix);
    CHECK(message_of("x = " + times(prefix, 100) + (prefix == "lambda a=" ? "1" + times(": 1", 100) : "1")) == "");
    CHECK(message_of("x = " + times(prefix, 100000) + "1") == too_complex);
  }
  CHECK(message_of("if x: pass\n" + times("elif y: pass\n", 100000)) == too_complex);
  CHECK(message_of("x = " + times("1 + ", 100000) + "1") == "");
  CHECK(message_of("x = a" + times(".b", 100000)) == "");
  CHECK(message_of("x = a" + times("()", 100000)) == "");
  CHECK(message_of("x = " + times("a < ", 100000) + "a") == "");
  CHECK(message_of("x = " + times("a, ", 100000)) == "");

  std::string blocks;
  for (int i = 0; i < 99; ++i) blocks += times(" ", i) + "if x:\n";
  CHECK(message_of(blocks + times(" ", 99) + "pass\n") == "");
  blocks += times(" ", 99) + "if x:\n";
  CHECK(message_of(blocks + times(" ", 100) + "pass\n") == "too many levels of indentation");
}

TEST_CASE("looking for mistakes takes no time that grows with nesting") {
  for (const std::string opening : {"(", "[", "{", "{a: ", "{**a, b: ", "f(a, ", "f(a=1, b=", "[x for x in ", "a {", "(1 if ",
                              "(x := ", "f(a for a in ", "(\"a\" ", "x[", "{a: b, c: "}) {
    CAPTURE(opening);
    std::string closing;
    for (const char c : opening) {
      if (c == '(') closing = ")" + closing;
      if (c == '[') closing = "]" + closing;
      if (c == '{') closing = "}" + closing;
    }
    const auto start = std::chrono::steady_clock::now();
    CHECK(message_of("x = " + times(opening, 190) + "1 1" + times(closing, 190)) != "");
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  }
}

TEST_CASE("a statement of megabytes is answered for in time") {
  std::string source = "x = [\n";
  for (int i = 0; i < 60000; ++i) source += "    {'a': 1, 'b': [1, 2, 3], 'c': f(x, y=2)},\n";
  CHECK(message_of(source + "]\n") == "");
  // Past a limit the mistake is not looked for any more.
  CHECK(message_of(source + "    1 2\n]\n") == "invalid syntax");
}

TEST_CASE("warnings of the compiler") {
  CHECK(compiler_warnings("x is 1\nx is not 'a'\nx is None\nx is ()\n1 is x is 2\n") ==
        std::vector<std::string>{"1: \"is\" with 'int' literal. Did you mean \"==\"?",
                                 "2: \"is not\" with 'str' literal. Did you mean \"!=\"?",
                                 "4: \"is\" with 'tuple' literal. Did you mean \"==\"?",
                                 "5: \"is\" with 'int' literal. Did you mean \"==\"?"});
  CHECK(compiler_warnings("assert (x, 'message')\nassert ()\n") ==
        std::vector<std::string>{"1: assertion is always true, perhaps remove parentheses?"});
  CHECK(compiler_warnings("(1, 2)\n(3)\nx = [\n  (1, 2)\n  (3, 4)\n]\n[1]['a']\n{1}[0]\n'a'['b']\n{}['a']\n") ==
        std::vector<std::string>{"4: 'tuple' object is not callable; perhaps you missed a comma?",
                                 "7: list indices must be integers or slices, not str; perhaps you missed a comma?",
                                 "8: 'set' object is not subscriptable; perhaps you missed a comma?",
                                 "9: str indices must be integers or slices, not str; perhaps you missed a comma?"});
  CHECK(compiler_warnings("def f():\n  try: pass\n  finally:\n    return\n") ==
        std::vector<std::string>{"4: 'return' in a 'finally' block"});
  CHECK(compiler_warnings("while x:\n  try: pass\n  finally:\n    for y in z: break\n    def f(): return\n    continue\n") ==
        std::vector<std::string>{"6: 'continue' in a 'finally' block"});
}
