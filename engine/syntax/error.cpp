#include "syntax/error.hpp"

#include <cstring>

#include "syntax/unicode.hpp"

namespace ap::syntax {

std::string_view type_name(ErrorType type) {
  switch (type) {
    case ErrorType::SyntaxError: return "SyntaxError";
    case ErrorType::IndentationError: return "IndentationError";
    case ErrorType::TabError: return "TabError";
    case ErrorType::MemoryError: return "MemoryError";
    case ErrorType::RecursionError: return "RecursionError";
  }
  return "";
}

// The line with that number (from 1), without its newline.
static std::string_view line_of(std::string_view source, std::uint32_t line) {
  std::size_t start = 0;
  for (std::uint32_t i = 1; i < line; ++i) {
    const std::size_t end = source.find('\n', start);
    if (end == source.npos) return {};
    start = end + 1;
  }
  return source.substr(start, source.find('\n', start) - start);
}

SyntaxError* make_error(Arena& arena, std::string_view source, Range range, std::string_view message,
                        ErrorType type) {
  const std::string_view line = line_of(source, range.line);
  // The newline counts as a character, except, as in CPython, where the range goes on behind it: then the end
  // is counted in the characters of the first line all the same.
  const std::size_t most = line.size() + (range.line == range.end_line ? 1 : 0);
  const auto character = [line, most](std::size_t col) {
    if (col > most) col = most;
    while (col > 0 && col < line.size() && (line[col] & 0xc0) == 0x80) --col;
    return std::int32_t(count_characters(line.substr(0, col)) + (col > line.size() ? 2 : 1));
  };
  auto* error = arena.make<SyntaxError>();
  error->type = type;
  error->message = arena.copy(message);
  error->lineno = std::int32_t(range.line);
  error->offset = character(range.col);
  error->end_lineno = std::int32_t(range.end_line);
  error->end_offset = character(range.end_col);
  if (line.data() != nullptr) error->text = arena.copy(line);
  return error;
}

namespace {

void append_number(std::string& out, std::int32_t value) {
  if (value < 0) {
    out += '-';
    value = -value;
  }
  char digits[10];
  int count = 0;
  do {
    digits[count++] = char('0' + value % 10);
    value /= 10;
  } while (value != 0);
  while (count > 0) out += digits[--count];
}

// The blank characters that Python's str.isspace() knows and that can stand before a caret.
bool is_blank(std::uint32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f) || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

// The source line and the carets under it.
void append_line(std::string& out, const SyntaxError& error) {
  std::string_view text = error.text;
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  std::string_view shown = text;
  while (!shown.empty() && (shown[0] == ' ' || shown[0] == '\n' || shown[0] == '\f')) shown.remove_prefix(1);
  const auto length = std::int32_t(count_characters(text));
  const auto indent = std::int32_t(text.size() - shown.size());
  out += "    ";
  out += shown;
  out += '\n';

  std::int32_t start = error.offset;
  std::int32_t end = error.lineno == error.end_lineno ? (error.end_offset != 0 ? error.end_offset : start) : length + 1;
  if (start > length + 1) start = length + 1;
  if (end > length + 1) end = length + 1;
  if (start >= end) end = start + 1;
  std::int32_t column = start - 1 - indent;
  if (column < 0) return;
  out += "    ";
  // Blanks are kept, so that tabs line up.
  while (column > 0 && !shown.empty()) {
    unsigned size;
    const std::uint32_t c = decode_utf8(shown.data(), size);
    if (is_blank(c)) {
      out += shown.substr(0, size);
    } else {
      out += ' ';
    }
    shown.remove_prefix(size);
    --column;
  }
  out.append(std::size_t(end - start), '^');
  out += '\n';
}

}  // namespace

std::string format_syntax_error(const SyntaxError& raised, std::string_view filename) {
  const SyntaxError& error = raised.shown != nullptr ? *raised.shown : raised;
  std::string out;
  if (error.type < ErrorType::MemoryError) {
    out += "  File \"";
    out += filename;
    out += "\", line ";
    append_number(out, error.lineno);
    out += '\n';
    if (error.text.data() != nullptr) append_line(out, error);
  }
  out += type_name(error.type);
  if (!error.message.empty()) {
    out += ": ";
    out += error.message;
  }
  out += '\n';
  return out;
}

}  // namespace ap::syntax
