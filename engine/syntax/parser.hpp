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
  std::string_view source;  // as it was read: "\n" ends each line, a NUL follows
};

// The tree keeps views into the arena only; `source` may go once parse() has returned. The file's name is shown in
// the message about a source that is not UTF-8.
//
// Nesting is limited (Parser::kMaxDepth), but a chain like `a + b + c ...` or `a.b.c ...` makes a tree as deep to the
// left as it is long, and `elif`s one as deep in orelse: whoever walks trees must count, or loop.
ParseResult parse(std::string_view source, Arena& arena, Mode mode = Mode::Exec, std::string_view filename = {});

}  // namespace ap::syntax
