#include "object/literals.hpp"

using namespace ap;
using namespace ap::literals;

namespace {
struct Row {
  const char *receiver, *method, *args, *result;
};
template <size_t N>
void check_rows(const Row (&rows)[N]) {
  Run run;
  for (const Row& row : rows) {
    CAPTURE(row.receiver);
    CAPTURE(row.method);
    CAPTURE(row.args);
    CHECK(on(row.receiver, row.method, row.args) == row.result);
  }
}
}  // namespace

TEST_CASE("text: finding") {
  static constexpr Row rows[] = {
      {"'mississippi'", "find", "'ss'", "2"},
      {"'mississippi'", "rfind", "'ss'", "5"},
      {"'mississippi'", "find", "'ss', 3, -3", "5"},
      {"'mississippi'", "count", "'ss'", "2"},
      {"'aaa'", "count", "''", "4"},
      {"'abc'", "find", "'', 4", "-1"},
      {"'abc'", "index", "'z'", "ValueError: substring not found"},
      {"b'abc'", "index", "b'z'", "ValueError: subsection not found"},
      {"'abc'", "find", "5", "TypeError: find() argument 1 must be str, not int"},
      {"b'abc'", "find", "98", "1"},
      {"b'abc'", "find", "'b'", "TypeError: argument should be integer or bytes-like object, not 'str'"},
      {"'abc'", "startswith", "('x', 'ab')", "True"},
      {"'abc'", "startswith", "'bc', 1", "True"},
      {"'abc'", "endswith", "(5,)", "TypeError: tuple for endswith must only contain str, not int"},
      {"'a-b-c'", "partition", "'-'", "('a', '-', 'b-c')"},
      {"'a-b-c'", "rpartition", "'-'", "('a-b', '-', 'c')"},
      {"'abc'", "rpartition", "'-'", "('', '', 'abc')"},
      {"'abc'", "partition", "''", "ValueError: empty separator"},
      {"'abc'", "replace", "'', '-'", "-a-b-c-"},
      {"'abab'", "replace", "'ab', 'é', 1", "éab"},
      {"'abc'", "removeprefix", "'ab'", "c"},
      {"'abc'", "removesuffix", "'x'", "abc"},
  };
  check_rows(rows);
}

TEST_CASE("text: splitting and joining") {
  static constexpr Row rows[] = {
      {"' a  b '", "split", "", "['a', 'b']"},
      {"' a  b '", "split", "None, 1", "['a', 'b ']"},
      {"' a  b '", "rsplit", "None, 1", "[' a', 'b']"},
      {"'a,b,,c'", "split", "','", "['a', 'b', '', 'c']"},
      {"'a,b,,c'", "rsplit", "',', 2", "['a,b', '', 'c']"},
      {"''", "split", "','", "['']"},
      {"'abc'", "split", "5", "TypeError: must be str or None, not int"},
      {"'a\\nb\\r\\nc\\n'", "splitlines", "", "['a', 'b', 'c']"},
      {"'a\\nb\\r\\n'", "splitlines", "True", "['a\\n', 'b\\r\\n']"},
      {"'-'", "join", "['a', 'é', '😀']", "a-é-😀"},
      {"'-'", "join", "['a', 5]", "TypeError: sequence item 1: expected str instance, int found"},
      {"'-'", "join", "5", "TypeError: can only join an iterable"},
      {"b'-'", "join", "[b'a', b'b']", "b'a-b'"},
      {"'xxaxx'", "strip", "'x'", "a"},
      {"' a '", "lstrip", "", "a "},
      {"' a '", "rstrip", "5", "TypeError: rstrip arg must be None or str"},
  };
  check_rows(rows);
}

TEST_CASE("text: layout and case") {
  static constexpr Row rows[] = {
      {"'ab'", "center", "5", "  ab "},
      {"'abc'", "center", "6, '*'", "*abc**"},
      {"'a'", "ljust", "3, 'é'", "aéé"},
      {"'a'", "rjust", "3, 'xy'", "TypeError: The fill character must be exactly one character long"},
      {"'-5'", "zfill", "5", "-0005"},
      {"'a\\tb'", "expandtabs", "4", "a   b"},
      {"'ΑΣ Σ.Β'", "lower", "", "ας σ.β"},
      {"'straße'", "upper", "", "STRASSE"},
      {"'hello wORLD'", "title", "", "Hello World"},
      {"'they\\'re'", "title", "", "They'Re"},
      {"'ǆ'", "capitalize", "", "ǅ"},
      {"'ßA'", "swapcase", "", "SSa"},
      {"b'aBc'", "upper", "", "b'ABC'"},
      {"'A1b'", "istitle", "", "False"},
      {"'A B'", "istitle", "", "True"},
      {"''", "isprintable", "", "True"},
      {"'é1'", "isidentifier", "", "True"},
      {"'1é'", "isidentifier", "", "False"},
      {"'abc'", "translate", "{97: 'x', 98: None, 99: 65}", "xA"},
  };
  check_rows(rows);
}

TEST_CASE("str: subscripts, operators and their errors") {
  Run run;
  CHECK(item("'héllo'", "-4") == "é");
  CHECK(item("'abc'", "5") == "IndexError: string index out of range");
  CHECK(item("'abc'", "'a'") == "TypeError: string indices must be integers, not 'str'");
  CHECK(operate("'a'", BinaryOp::Add, "1") == "TypeError: can only concatenate str (not \"int\") to str");
  CHECK(operate("'ab'", BinaryOp::Mul, "3") == "ababab");
  CHECK(operate("2", BinaryOp::Mul, "'é'") == "éé");
  CHECK(operate("'a'", BinaryOp::Mul, "'b'") == "TypeError: can't multiply sequence by non-int of type 'str'");
  Var whole = value("'abc'"), part = value("'bc'");
  CHECK(contains(whole, part) == Tri::True);
}
