// "Did you mean 'import'?" for an error that says no more than "invalid syntax".
#pragma once

#include <string_view>

#include "base/arena.hpp"
#include "syntax/error.hpp"

namespace ap::syntax {

// The error as a traceback shows it if a keyword put in place of a misspelt name helps; else nullptr. CPython does
// this only when it prints the error: the exception itself keeps its message. `statement_line` is where the last
// complete compound statement began, 0 if there is none.
SyntaxError* suggest_keyword(Arena& arena, std::string_view source, const SyntaxError& error,
                             std::uint32_t statement_line);

}  // namespace ap::syntax
