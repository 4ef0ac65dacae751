// The lexer, the parser with its messages, and the formatting of these: any bytes are a program.
#include "fuzz.hpp"
#include "syntax/format.hpp"
#include "syntax/parser.hpp"

FUZZ_TARGET(text) {
  ap::Arena arena;
  for (ap::syntax::Mode mode : {ap::syntax::Mode::Exec, ap::syntax::Mode::Eval}) {
    ap::syntax::ParseResult parsed = ap::syntax::parse(text, arena, mode, "main.py");
    if (parsed.error) ap::syntax::format_syntax_error(*parsed.error, "main.py");
  }
}
