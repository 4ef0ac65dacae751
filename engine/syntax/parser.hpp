// parse(): source text to tree, with CPython 3.14's syntax errors.
//
//   Arena arena;
//   ParseResult result = parse(source, arena);
//   if (result.error) std::fputs(format_syntax_error(*result.error, "main.py").c_str(), stderr);
//   else compile(*result.module);
#pragma once

#include <string_view>

#include "base/arena.hpp"
#include "syntax/ast.hpp"
#include "syntax/error.hpp"

namespace ap::syntax {

enum class Mode : std::uint8_t {
  Exec,  // a program: `module` is set
  Eval,  // one expression, as for eval(): `expression` is set
};

struct ParseResult {
  Module* module = nullptr;
  Expr* expression = nullptr;
  SyntaxError* error = nullptr;       // set: neither of the above is
  SyntaxWarning* warnings = nullptr;  // in order of the source
  // Those of CPython's compiler (`"is" with 'int' literal`): to be shown after the others, if there is no error.
  SyntaxWarning* compiler_warnings = nullptr;
};

// The tree keeps views into the arena only; `source` may go once parse() has returned.
ParseResult parse(std::string_view source, Arena& arena, Mode mode = Mode::Exec);

}  // namespace ap::syntax
