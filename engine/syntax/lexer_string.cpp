// Strings and f-strings. The lexer finds where they end; what the escapes in them mean is the parser's matter.
#include "syntax/format.hpp"
#include "syntax/lexer.hpp"

namespace ap::syntax {

void Lexer::fail_unterminated(std::uint32_t start, std::uint32_t line, std::uint32_t line_start,
                              std::string_view what, bool escaped_quote) {
  const std::uint32_t detected = line_;
  at_end_ = at_end();
  cur_ = start + 1;
  line_ = line;
  line_start_ = line_start;
  fail_here(concat(arena_, {"unterminated ", what, " literal (detected at line ", Digits(detected), ")",
                            escaped_quote ? "; perhaps you escaped the end quote?" : ""}));
}

void Lexer::warn_escape(char c) {
  const std::string_view shown(&c, 1);
  warnings_.add(concat(arena_, {"\"\\", shown, "\" is an invalid escape sequence. Such sequences will not work in the "
                                "future. Did you mean \"\\\\", shown, "\"? A raw string is also an option."}),
                line_, tokens_.size());
}

// `start` is where the prefix begins, `cur_` at the quote.
void Lexer::lex_string(std::uint32_t start) {
  const std::uint32_t line = line_;
  const std::uint32_t line_start = line_start_;
  const char quote = peek();
  const bool triple = peek(1) == quote && peek(2) == quote;
  const int quote_count = triple ? 3 : 1;
  bool escaped_quote = false;
  cur_ += std::uint32_t(quote_count);
  for (;;) {
    const char c = peek();
    if (c == quote) {
      if (!triple) {
        ++cur_;
        break;
      }
      if (peek(1) == quote && peek(2) == quote) {
        cur_ += 3;
        break;
      }
      ++cur_;
    } else if (c == '\\') {
      ++cur_;
      if (at_end()) continue;
      if (peek() == quote) escaped_quote = true;
      if (text_[cur_++] == '\n') begin_line(true);
    } else if (c == '\n' && triple) {
      ++cur_;
      begin_line(true);
    } else if (c == '\n' || at_end()) {
      if (in_fstring() && fstring().quote == quote && fstring().quote_count == quote_count) {
        // It is the end of the f-string around: what is missing is the brace.
        cur_ = start + 1;
        line_ = line;
        line_start_ = line_start;
        return fail_here("f-string: expecting '}'");
      }
      return fail_unterminated(start, line, line_start, triple ? "triple-quoted string" : "string",
                               escaped_quote && !triple);
    } else {
      ++cur_;
    }
  }
  tokens_.push({Tok::String, std::uint8_t(level_), line_ != line, false, start, cur_, line, start - line_start});
}

void Lexer::lex_fstring_start(std::uint32_t start, bool raw) {
  if (fstring_count_ + 1 >= kMaxFStrings) {
    ++cur_;
    return fail_here("too many nested f-strings or t-strings");
  }
  const char quote = peek();
  const bool triple = peek(1) == quote && peek(2) == quote;
  cur_ += triple ? 3 : 1;
  FString& within = fstrings_[fstring_count_++];
  within = {start, line_, line_start_, 0, -1, std::int8_t(triple ? 3 : 1), quote, raw, true, false};
  push(Tok::FStringStart, start);
}

// From `cur_` to the next brace or the end. Gives a FStringMiddle, unless a brace or the end stands here.
void Lexer::lex_fstring_text() {
  FString& within = fstring();
  const std::uint32_t start = cur_;
  const std::uint32_t line = line_;
  const std::uint32_t line_start = line_start_;
  const char quote = within.quote;
  const auto ends_here = [&] {
    return peek() == quote && (within.quote_count == 1 || (peek(1) == quote && peek(2) == quote));
  };
  const auto middle = [&](std::uint32_t end) {
    tokens_.push({Tok::FStringMiddle, std::uint8_t(level_), line_ != line, false, start, end, line,
                  start - line_start});
  };

  if (peek() == '{' && (peek(1) != '{' || within.in_format_spec)) {
    if (within.field_depth + 1 >= 3) {
      return fail_here("f-string: expressions nested too deeply");
    }
    ++within.field_depth;
    within.in_text = false;
    return open_bracket(Tok::LBrace, '{');
  }
  if (ends_here()) {
    cur_ += std::uint32_t(within.quote_count);
    push(Tok::FStringEnd, start);
    --fstring_count_;
    return;
  }

  for (;;) {
    if (ends_here()) return middle(cur_);
    const char c = peek();
    if (at_end() || (c == '\n' && within.quote_count == 1)) {
      if (!at_end() && within.in_format_spec) {
        ++cur_;
        return fail_here("f-string: newlines are not allowed in format specifiers for single quoted f-strings");
      }
      return fail_unterminated(within.start, within.line, within.line_start,
                               within.quote_count == 3 ? "triple-quoted f-string" : "f-string", false);
    }
    ++cur_;
    if (c == '\n') {
      begin_line(true);
    } else if (c == '{') {
      if (peek() != '{' || within.in_format_spec) {
        --cur_;
        return middle(cur_);
      }
      // Both braces are the token's, one is the text's.
      return middle(++cur_);
    } else if (c == '}') {
      if (peek() == '}' && !within.in_format_spec && within.braces == 0) {
        return middle(++cur_);
      }
      --cur_;
      within.in_text = false;
      return middle(cur_);
    } else if (c == '\\') {
      const char next = peek();
      if (next == '{' || next == '}') {
        if (!within.raw) warn_escape(next);
      } else if (!within.raw && next == 'N' && peek(1) == '{') {
        // \N{...}: these braces are no field's.
        cur_ += 2;
        while (peek() != '}' && peek() != '\n' && !at_end() && !ends_here()) ++cur_;
        if (peek() == '}') {
          ++cur_;
          return middle(cur_);
        }
      } else if (!at_end()) {
        ++cur_;
        if (next == '\n') begin_line(true);
      }
    }
  }
}

}  // namespace ap::syntax
