// Source text to tokens, all at once. An error ends the tokens with Tok::Error: whether it is the error
// that is shown is decided by the parser, which may have met an earlier one.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/arena.hpp"
#include "syntax/error.hpp"
#include "syntax/token.hpp"
#include "syntax/unicode.hpp"

namespace ap::syntax {

// Warnings in the order in which they were found.
class Warnings {
 public:
  explicit Warnings(Arena& arena) : arena_(arena) {}
  void add(std::string_view message, std::uint32_t line, std::uint32_t token);
  // Puts the other's, up to a token, between these, in the order of tokens.
  void merge(const Warnings& lexer, std::uint32_t last_token);
  SyntaxWarning* first() const { return first_; }
  // Nobody reads more.
  bool full() const { return count_ >= kMost; }

 private:
  static constexpr unsigned kMost = 10000;

  Arena& arena_;
  SyntaxWarning* first_ = nullptr;
  SyntaxWarning* last_ = nullptr;
  unsigned count_ = 0;
};

// Keywords in alphabetical order, as in Python's keyword.kwlist; empty past the last.
std::string_view keyword_text(unsigned index);

class Lexer {
 public:
  // `source` ends with a newline, followed by a NUL that is not counted.
  Lexer(Arena& arena, std::string_view source, TokenBuffer& tokens, Warnings& warnings)
      : arena_(arena), source_(source), text_(source.data()), tokens_(tokens), warnings_(warnings) {}

  void run();

  // Set where the tokens end in Tok::Error, unless the source ended within brackets.
  SyntaxError* error() const { return error_; }

  // A quiet error is told only if the parser gets as far; any other goes before all errors of the parser.
  bool error_is_quiet() const { return quiet_; }
  // More text might have mended it.
  bool stopped_at_end() const { return at_end_; }
  bool stopped_in_fstring() const { return fstring_count_ > 0; }

  // The innermost bracket that was open where lexing stopped.
  struct Bracket {
    char character;
    std::uint32_t line;
    std::uint32_t col;
  };
  const Bracket* open_bracket() const { return level_ > 0 ? &brackets_[level_ - 1] : nullptr; }

 private:
  // An f-string that is being read.
  struct FString {
    std::uint32_t start;
    std::uint32_t line;
    std::uint32_t line_start;
    std::uint16_t braces;       // brackets of all kinds that are open within it
    std::int8_t field_depth;    // nesting of replacement fields; -1 outside all
    std::int8_t quote_count;    // 1 or 3
    char quote;
    bool raw;
    bool in_text;        // as against in a replacement field's expression
    bool in_format_spec;
  };

  void lex_line_start();
  void lex_token();
  void lex_newline(std::uint32_t start);
  void lex_name();
  void lex_number();
  void lex_string(std::uint32_t start);
  void lex_fstring_start(std::uint32_t start, bool raw);
  void lex_fstring_text();
  void lex_operator(char c);
  void open_bracket(Tok kind, char c);
  void close_bracket(Tok kind, char c);
  bool skip_continuation();
  void check_identifier(std::uint32_t start);
  void warn_escape(char c);

  bool lex_radix(unsigned radix, std::string_view name);
  bool lex_decimal_digits();
  bool check_number_end(std::string_view name);

  char peek(std::uint32_t ahead = 0) const { return text_[cur_ + ahead]; }
  bool at_end() const { return cur_ >= source_.size(); }
  bool in_fstring() const { return fstring_count_ > 0; }
  FString& fstring() { return fstrings_[fstring_count_ - 1]; }
  std::string_view text(std::uint32_t from, std::uint32_t to) const { return source_.substr(from, to - from); }
  // The newline before `cur_` was read; at the very end the last line stays the current one.
  void begin_line(bool within_token = false) {
    if (at_end()) return;
    ++line_;
    line_start_ = cur_;
    if (!within_token) buffer_start_ = cur_;
  }
  void push(Tok kind, std::uint32_t start) {
    tokens_.push({kind, std::uint8_t(level_), false, false, start, cur_, line_, start - line_start_});
  }
  void push_no_column(Tok kind) {
    tokens_.push({kind, std::uint8_t(level_), false, true, cur_, cur_, line_, cur_ - line_start_});
  }

  // Errors: the lexer stops. `fail_here` points at the character before `cur_`.
  void fail(ErrorType type, std::string_view message, std::int32_t offset, std::int32_t end_offset);
  void fail_here(std::string_view message);
  void fail_range(std::string_view message, std::uint32_t start, std::uint32_t end);
  void stop();
  void fail_unterminated(std::uint32_t start, std::uint32_t line, std::uint32_t line_start, std::string_view what,
                         bool escaped_quote);

  static constexpr unsigned kMaxBrackets = 200;
  static constexpr unsigned kMaxIndents = 100;
  static constexpr unsigned kMaxFStrings = 150;

  Arena& arena_;
  std::string_view source_;
  const char* text_;
  TokenBuffer& tokens_;
  Warnings& warnings_;
  CharClasses classes_;
  SyntaxError* error_ = nullptr;

  std::uint32_t cur_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t line_start_ = 0;
  std::uint32_t buffer_start_ = 0;  // of the line on which the last token began
  bool stopped_ = false;
  bool quiet_ = false;
  bool at_end_ = false;
  bool at_line_start_ = true;
  bool blank_line_ = false;

  unsigned level_ = 0;
  unsigned indent_ = 0;
  unsigned fstring_count_ = 0;
  std::uint32_t columns_[kMaxIndents] = {};      // of open blocks, tabs reaching to multiples of 8
  std::uint32_t alt_columns_[kMaxIndents] = {};  // the same where a tab is one column
  Bracket brackets_[kMaxBrackets];
  FString fstrings_[kMaxFStrings];
};

}  // namespace ap::syntax
