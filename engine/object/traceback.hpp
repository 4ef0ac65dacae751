// Private to the files that print tracebacks.
#pragma once
#include <string>
#include <string_view>

#include "object/exception.hpp"

namespace ap {

// A range of source text as a traceback shows it: the lines, and which part of them to mark. Columns in code points.
struct Marked {
  int first_line, last_line;
  int start, end;  // in the first and the last line
};

// Where in a marked expression `~` and `^` change: [begin, end) is marked with ^, the rest with ~.
struct Anchors {
  int begin_line = 0, begin = 0, end_line = 0, end = 0;  // lines from 0
  bool call = false;
  bool callee_is_name = false;
};
// For an expression that is a binary operation, a subscript or a call; `lines` are those of the range, cut at `start` and
// `end`. False: nothing stands out.
bool find_anchors(std::u32string_view text, Anchors* out);

// The source lines of one entry with their carets, indented by four spaces.
// All of a registered source; empty where there is none.
std::string_view source_text(std::string_view filename);
void append_source_lines(std::string& out, const Traceback* tb);

// format_exception() with traceback's `limit` (entries of each stack: the first ones, or where negative the last ones) and
// `chain`.
std::string format_exception(Value exception, int64_t limit, bool chain);
// As the interpreter itself writes what nobody can catch (PyErr_WriteUnraisable): no chain, no group, no notes.
std::string format_unraisable(Value exception);

// Columns that a code point takes in a terminal.
int display_width(char32_t c);
std::u32string to_code_points(std::string_view utf8);

}  // namespace ap
