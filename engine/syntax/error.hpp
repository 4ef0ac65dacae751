// A syntax error or warning, with all that is needed to print it as CPython does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/arena.hpp"
#include "syntax/ast.hpp"

namespace ap::syntax {

enum class ErrorType : std::uint8_t { SyntaxError, IndentationError, TabError, MemoryError, RecursionError };

struct SyntaxError {
  ErrorType type = ErrorType::SyntaxError;
  std::string_view message;
  // As the attributes of a Python SyntaxError: offsets count characters from 1; 0 (or -1) means unknown. A MemoryError
  // and a RecursionError have none.
  std::int32_t lineno = 0;
  std::int32_t offset = 0;
  std::int32_t end_lineno = 0;
  std::int32_t end_offset = 0;
  std::string_view text;  // the source line
  // What a traceback shows instead, if it knows better: "invalid syntax. Did you mean 'import'?"
  const SyntaxError* shown = nullptr;
};

struct SyntaxWarning {
  std::string_view message;
  std::uint32_t line;
  std::uint32_t token;  // its number, for the order
  SyntaxWarning* next;
};

std::string_view type_name(ErrorType type);

// For errors found after parsing (scopes, returns outside functions ...): the range's byte columns become
// character offsets, and the line is cut from `source`, the text that was parsed.
SyntaxError* make_error(Arena& arena, std::string_view source, Range range, std::string_view message,
                        ErrorType type = ErrorType::SyntaxError);

// What CPython prints on stderr, from `  File "main.py", line 3` to `SyntaxError: ...`, ending in a newline.
std::string format_syntax_error(const SyntaxError& error, std::string_view filename);

}  // namespace ap::syntax
