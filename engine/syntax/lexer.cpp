#include "syntax/lexer.hpp"

#include <cstdlib>
#include <cstring>

#include "syntax/format.hpp"

namespace ap::syntax {

TokenBuffer::~TokenBuffer() { std::free(data_); }

void TokenBuffer::grow() {
  capacity_ = capacity_ == 0 ? 512 : capacity_ * 2;
  void* memory = std::realloc(data_, capacity_ * sizeof(Token));
  if (memory == nullptr) std::abort();
  data_ = static_cast<Token*>(memory);
}

void Warnings::add(std::string_view message, std::uint32_t line, std::uint32_t token) {
  if (full()) return;
  ++count_;
  auto* warning = arena_.make<SyntaxWarning>(message, line, token, nullptr);
  (last_ == nullptr ? first_ : last_->next) = warning;
  last_ = warning;
}

void Warnings::merge(const Warnings& lexer, std::uint32_t last_token) {
  SyntaxWarning** at = &first_;
  for (SyntaxWarning* next = lexer.first_; next != nullptr && next->token <= last_token;) {
    SyntaxWarning* following = next->next;
    while (*at != nullptr && (*at)->token < next->token) at = &(*at)->next;
    next->next = *at;
    *at = next;
    at = &next->next;
    next = following;
  }
}

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

// In the order of Tok, each preceded by its length.
constexpr char kKeywords[] =
    "\5False\4None\4True\3and\2as\6assert\5async\5await\5break\5class\10continue\3def\3del\4elif\4else"
    "\6except\7finally\3for\4from\6global\2if\6import\2in\2is\6lambda\10nonlocal\3not\2or\4pass\5raise"
    "\6return\3try\5while\4with\5yield";

}  // namespace

std::string_view keyword_text(unsigned index) {
  const char* at = kKeywords;
  for (; index > 0 && *at != 0; --index) at += *at + 1;
  return {at + 1, std::size_t(*at)};
}

namespace {

Tok keyword_or_name(std::string_view text) {
  if (text.size() < 2 || text.size() > 8) return Tok::Name;
  const char first = text[0];
  if (first > 'y' || (first < 'a' && first != 'F' && first != 'N' && first != 'T')) return Tok::Name;
  auto kind = unsigned(Tok::KwFalse);
  for (const char* at = kKeywords; *at != 0; at += *at + 1, ++kind) {
    if (std::size_t(*at) == text.size() && at[1] == first && std::memcmp(at + 1, text.data(), text.size()) == 0) {
      return Tok(kind);
    }
  }
  return Tok::Name;
}

}  // namespace

void Lexer::run() {
  while (!stopped_) {
    if (in_fstring() && fstring().in_text) {
      lex_fstring_text();
    } else {
      lex_token();
    }
  }
}

// ---------------------------------------------------------------------------------------------------------
// Errors

void Lexer::stop() {
  push_no_column(Tok::Error);
  stopped_ = true;
}

void Lexer::fail(ErrorType type, std::string_view message, std::int32_t offset, std::int32_t end_offset) {
  auto* error = arena_.make<SyntaxError>();
  if (in_fstring()) quiet_ = true;
  error->type = type;
  error->message = message;
  error->lineno = error->end_lineno = std::int32_t(line_);
  error->offset = offset;
  error->end_offset = end_offset;
  const std::size_t end = source_.find('\n', line_start_);
  error->text = source_.substr(line_start_, end == source_.npos ? end : end + 1 - line_start_);
  error_ = error;
  stop();
}

void Lexer::fail_here(std::string_view message) {
  const auto offset = std::int32_t(count_characters(text(line_start_, cur_)));
  fail(ErrorType::SyntaxError, message, offset, offset);
}

void Lexer::fail_range(std::string_view message, std::uint32_t start, std::uint32_t end) {
  // In bytes, as CPython counts here.
  fail(ErrorType::SyntaxError, message, std::int32_t(start - line_start_ + 1), std::int32_t(end - line_start_ + 1));
}

// ---------------------------------------------------------------------------------------------------------
// Lines and blanks

void Lexer::lex_line_start() {
  at_line_start_ = false;
  std::uint32_t column = 0;
  std::uint32_t alt_column = 0;
  std::uint32_t continued = 0;
  for (;; ++cur_) {
    const char c = peek();
    if (c == ' ') {
      ++column;
      ++alt_column;
    } else if (c == '\t') {
      column = (column / 8 + 1) * 8;
      ++alt_column;
    } else if (c == '\f') {
      column = alt_column = 0;
    } else if (c == '\\') {
      // The first line says how deep a continued line is.
      if (continued == 0) continued = column;
      ++cur_;
      if (!skip_continuation()) return;
      --cur_;
    } else {
      break;
    }
  }
  blank_line_ = peek() == '#' || peek() == '\n';
  if (blank_line_ || level_ > 0) return;
  if (continued != 0) column = alt_column = continued;

  bool consistent = true;
  if (column == columns_[indent_]) {
    consistent = alt_column == alt_columns_[indent_];
  } else if (column > columns_[indent_]) {
    if (indent_ + 1 >= kMaxIndents) {
      quiet_ = true;
      return fail(ErrorType::IndentationError, "too many levels of indentation", 1, 0);
    }
    consistent = alt_column > alt_columns_[indent_];
    if (consistent) {
      ++indent_;
      columns_[indent_] = column;
      alt_columns_[indent_] = alt_column;
      push_no_column(Tok::Indent);
    }
  } else {
    unsigned dedents = 0;
    while (indent_ > 0 && column < columns_[indent_]) {
      --indent_;
      ++dedents;
    }
    if (column != columns_[indent_]) {
      while (peek() != '\n') ++cur_;
      ++cur_;
      quiet_ = true;
      return fail(ErrorType::IndentationError, "unindent does not match any outer indentation level",
                  std::int32_t(count_characters(text(line_start_, cur_))), -1);
    }
    consistent = alt_column == alt_columns_[indent_];
    if (consistent) {
      for (; dedents > 0; --dedents) push_no_column(Tok::Dedent);
    }
  }
  if (!consistent) {
    quiet_ = true;
    fail(ErrorType::TabError, "inconsistent use of tabs and spaces in indentation", 1, 0);
  }
}

// After a backslash: the newline.
bool Lexer::skip_continuation() {
  if (peek() != '\n') {
    ++cur_;
    quiet_ = true;
    // CPython counts from the line on which the last token began, and stops at the end of this one.
    std::uint32_t size = cur_ - buffer_start_ - 1;
    const std::size_t rest = source_.find('\n', line_start_) + 1 - line_start_;
    if (size > rest) size = std::uint32_t(rest);
    fail(ErrorType::SyntaxError, "unexpected character after line continuation character",
         std::int32_t(count_characters(source_.substr(line_start_, size)) + 1), 0);
    return false;
  }
  ++cur_;
  if (at_end()) {
    quiet_ = at_end_ = true;
    if (level_ > 0) {
      stop();
    } else {
      fail(ErrorType::SyntaxError, "unexpected EOF while parsing",
           std::int32_t(count_characters(text(line_start_, cur_))), -1);
    }
    return false;
  }
  begin_line();
  return true;
}

// `start` is where a comment before it begins, if there is one.
void Lexer::lex_newline(std::uint32_t start) {
  ++cur_;
  at_line_start_ = true;
  if (!blank_line_ && level_ == 0) {
    tokens_.push({Tok::Newline, 0, false, false, start, cur_, line_, start - line_start_});
  }
  begin_line();
}

void Lexer::lex_token() {
  if (at_line_start_) {
    lex_line_start();
    if (stopped_) return;
  }
  for (;;) {
    char c = peek();
    while (c == ' ' || c == '\t' || c == '\f') c = text_[++cur_];
    const std::uint32_t start = cur_;
    if (c == '#') {
      const void* end = std::memchr(text_ + cur_, '\n', source_.size() - cur_);
      cur_ = std::uint32_t(static_cast<const char*>(end) - text_);
      c = '\n';
    }
    if (c == '\n') return lex_newline(start);
    if (is_name_start(c)) return lex_name();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return lex_number();
    if (c == '"' || c == '\'') return lex_string(cur_);
    if (c != '\\') break;
    ++cur_;
    const std::uint32_t buffer_start = buffer_start_;
    if (!skip_continuation()) return;
    buffer_start_ = buffer_start;
  }
  if (at_end()) {
    if (level_ > 0) {
      quiet_ = at_end_ = true;
      return stop();
    }
    push_no_column(Tok::EndMarker);
    stopped_ = true;
    return;
  }
  lex_operator(peek());
}

// ---------------------------------------------------------------------------------------------------------
// Names

void Lexer::lex_name() {
  const std::uint32_t start = cur_;
  // A name may turn out to be the prefix of a string. Each letter counts once.
  unsigned seen = 0;
  for (;; ++cur_) {
    unsigned bit = 0;
    switch (peek()) {
      case 'b': case 'B': bit = 1; break;
      case 'u': case 'U': bit = 2; break;
      case 'r': case 'R': bit = 4; break;
      case 'f': case 'F': bit = 8; break;
      case 't': case 'T': bit = 16; break;
      case '"': case '\'': {
        static constexpr struct {
          unsigned bits;
          const char* names;
        } kIncompatible[] = {{3, "'u' and 'b'"},  {6, "'u' and 'r'"},   {10, "'u' and 'f'"}, {18, "'u' and 't'"},
                             {9, "'b' and 'f'"}, {17, "'b' and 't'"}, {24, "'f' and 't'"}};
        for (const auto& pair : kIncompatible) {
          if ((seen & pair.bits) == pair.bits) {
            return fail_range(concat(arena_, {pair.names, " prefixes are incompatible"}), start, cur_);
          }
        }
        if (seen & 16) return fail_range("template strings (t-strings) are not supported", start, cur_);
        if (seen & 8) return lex_fstring_start(start, (seen & 4) != 0);
        return lex_string(start);
      }
      default: break;
    }
    if (bit == 0 || (seen & bit) != 0) break;
    seen |= bit;
  }

  bool ascii = true;
  while (is_name_part(peek())) {
    if (static_cast<unsigned char>(peek()) >= 0x80) ascii = false;
    ++cur_;
  }
  if (!ascii) {
    check_identifier(start);
    if (stopped_) return;
  }
  push(ascii ? keyword_or_name(text(start, cur_)) : Tok::Name, start);
}

void Lexer::check_identifier(std::uint32_t start) {
  for (std::uint32_t at = start; at < cur_;) {
    unsigned length;
    const std::uint32_t c = decode_utf8(text_ + at, length);
    const CharClass kind = c < 0x80 ? CharClass::IdentifierStart : classes_.of(c);
    if (kind < CharClass::IdentifierContinue || (at == start && kind != CharClass::IdentifierStart)) {
      cur_ = at + length;
      const std::string_view code = hex4(arena_, c);
      if (kind == CharClass::NonPrintable) {
        return fail_here(concat(arena_, {"invalid non-printable character U+", code}));
      }
      return fail_here(concat(arena_, {"invalid character '", text(at, cur_), "' (U+", code, ")"}));
    }
    at += length;
  }
}

// ---------------------------------------------------------------------------------------------------------
// Brackets and operators

void Lexer::open_bracket(Tok kind, char c) {
  if (level_ >= kMaxBrackets) {
    ++cur_;
    return fail_here("too many nested parentheses");
  }
  brackets_[level_++] = {c, line_, cur_ - line_start_};
  if (in_fstring()) ++fstring().braces;
  const std::uint32_t start = cur_++;
  push(kind, start);
}

void Lexer::close_bracket(Tok kind, char c) {
  const std::uint32_t start = cur_++;
  const std::string_view shown = text(start, cur_);
  if (in_fstring() && fstring().braces == 0 && c == '}') return fail_here("f-string: single '}' is not allowed");
  if (level_ == 0) return fail_here(concat(arena_, {"unmatched '", shown, "'"}));
  const Bracket& open = brackets_[--level_];
  const char expected = open.character == '(' ? ')' : char(open.character + 2);
  if (c != expected) {
    ++level_;
    if (in_fstring() && open.character == '{' && fstring().braces - 1 == fstring().field_depth) {
      return fail_here(concat(arena_, {"f-string: unmatched '", shown, "'"}));
    }
    const std::string_view line =
        open.line == line_ ? std::string_view() : concat(arena_, {" on line ", Digits(open.line)});
    return fail_here(concat(arena_, {"closing parenthesis '", shown, "' does not match opening parenthesis '",
                                     std::string_view(&open.character, 1), "'", line}));
  }
  if (in_fstring()) {
    FString& within = fstring();
    --within.braces;
    if (c == '}' && within.braces == within.field_depth) {
      --within.field_depth;
      within.in_text = true;
      within.in_format_spec = false;
    }
  }
  push(kind, start);
}

void Lexer::lex_operator(char c) {
  const std::uint32_t start = cur_;
  const char next = peek(1);
  // `x` alone, doubled, followed by '=', or both.
  const auto choose = [&](Tok single, Tok doubled, Tok equal, Tok doubled_equal) {
    Tok kind = single;
    ++cur_;
    if (doubled != Tok::Unknown && peek() == c) {
      ++cur_;
      kind = doubled;
      equal = doubled_equal;
    }
    if (equal != Tok::Unknown && peek() == '=') {
      ++cur_;
      kind = equal;
    }
    push(kind, start);
  };
  constexpr Tok none = Tok::Unknown;
  switch (c) {
    case '(': return open_bracket(Tok::LPar, c);
    case '[': return open_bracket(Tok::LSqb, c);
    case '{': return open_bracket(Tok::LBrace, c);
    case ')': return close_bracket(Tok::RPar, c);
    case ']': return close_bracket(Tok::RSqb, c);
    case '}': return close_bracket(Tok::RBrace, c);
    case ',': return choose(Tok::Comma, none, none, none);
    case ';': return choose(Tok::Semi, none, none, none);
    case '~': return choose(Tok::Tilde, none, none, none);
    case '+': return choose(Tok::Plus, none, Tok::PlusEqual, none);
    case '*': return choose(Tok::Star, Tok::DoubleStar, Tok::StarEqual, Tok::DoubleStarEqual);
    case '/': return choose(Tok::Slash, Tok::DoubleSlash, Tok::SlashEqual, Tok::DoubleSlashEqual);
    case '%': return choose(Tok::Percent, none, Tok::PercentEqual, none);
    case '@': return choose(Tok::At, none, Tok::AtEqual, none);
    case '&': return choose(Tok::Amper, none, Tok::AmperEqual, none);
    case '|': return choose(Tok::Vbar, none, Tok::VbarEqual, none);
    case '^': return choose(Tok::Circumflex, none, Tok::CircumflexEqual, none);
    case '=': return choose(Tok::Equal, none, Tok::EqEqual, none);
    case '!': return choose(Tok::Exclamation, none, Tok::NotEqual, none);
    case '>': return choose(Tok::Greater, Tok::RightShift, Tok::GreaterEqual, Tok::RightShiftEqual);
    case '<':
      if (next == '>') {
        cur_ += 2;
        return push(Tok::Unknown, start);
      }
      return choose(Tok::Less, Tok::LeftShift, Tok::LessEqual, Tok::LeftShiftEqual);
    case '-':
      if (next == '>') {
        cur_ += 2;
        return push(Tok::Arrow, start);
      }
      return choose(Tok::Minus, none, Tok::MinEqual, none);
    case ':':
      if (in_fstring() && fstring().braces - 1 == fstring().field_depth) {
        fstring().in_text = true;
        fstring().in_format_spec = true;
        return choose(Tok::Colon, none, none, none);
      }
      return choose(Tok::Colon, none, Tok::ColonEqual, none);
    case '.':
      if (next == '.' && peek(2) == '.') {
        cur_ += 3;
        return push(Tok::Ellipsis, start);
      }
      return choose(Tok::Dot, none, none, none);
    default: break;
  }
  ++cur_;
  if (static_cast<unsigned char>(c) < ' ' || c == 0x7f) {
    return fail_here(concat(arena_, {"invalid non-printable character U+", hex4(arena_, std::uint32_t(c))}));
  }
  push(Tok::Unknown, start);
}

}  // namespace ap::syntax
