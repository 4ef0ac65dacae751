// Number literals. The lexer only checks them; their values are made by the parser.
#include "syntax/format.hpp"
#include "syntax/lexer.hpp"

namespace ap::syntax {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_part(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_radix_digit(char c, unsigned radix) {
  if (radix == 16) return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  return c >= '0' && c < char('0' + radix);
}

}  // namespace

// A number may run into a keyword, as in `1if x else y`: that earns a warning. Into any other name it may not.
bool Lexer::check_number_end(std::string_view name) {
  const std::string_view rest = source_.substr(cur_, 5);
  bool keyword = rest.starts_with("if") || rest.starts_with("in") || rest.starts_with("is");
  for (std::string_view word : {std::string_view("and"), std::string_view("else"), std::string_view("for"),
                                std::string_view("or"), std::string_view("not")}) {
    keyword = keyword || (rest.starts_with(word) && !is_name_part(peek(std::uint32_t(word.size()))));
  }
  if (!keyword && (static_cast<unsigned char>(peek()) >= 0x80 || !is_name_part(peek()))) return true;
  const std::string_view message = concat(arena_, {"invalid ", name, " literal"});
  if (keyword) {
    warnings_.add(message, line_, tokens_.size());
  } else {
    fail_here(message);
  }
  return keyword;
}

// Digits and single underscores between them, from a digit on.
bool Lexer::lex_decimal_digits() {
  for (;;) {
    while (is_digit(peek())) ++cur_;
    if (peek() != '_') return true;
    ++cur_;
    if (!is_digit(peek())) {
      fail_here("invalid decimal literal");
      return false;
    }
  }
}

// After "0x", "0o" or "0b".
bool Lexer::lex_radix(unsigned radix, std::string_view name) {
  bool good;
  do {
    if (peek() == '_') ++cur_;
    good = is_radix_digit(peek(), radix);
    while (is_radix_digit(peek(), radix)) ++cur_;
  } while (good && peek() == '_');
  if (is_digit(peek())) {
    ++cur_;
    fail_here(concat(arena_, {"invalid digit '", text(cur_ - 1, cur_), "' in ", name, " literal"}));
    return false;
  }
  if (!good) {
    fail_here(concat(arena_, {"invalid ", name, " literal"}));
    return false;
  }
  return check_number_end(name);
}

void Lexer::lex_number() {
  const std::uint32_t start = cur_;
  const auto lower = [&] { return char(peek() | 0x20); };
  bool leading_zeros = false;
  if (peek() == '0') {
    ++cur_;
    const char letter = lower();
    if (letter == 'x' || letter == 'o' || letter == 'b') {
      ++cur_;
      const bool good = letter == 'x'   ? lex_radix(16, "hexadecimal")
                        : letter == 'o' ? lex_radix(8, "octal")
                                        : lex_radix(2, "binary");
      if (good) push(Tok::Number, start);
      return;
    }
    // Zeros may be many, but no other digit may follow them in an integer.
    for (;;) {
      if (peek() == '_') {
        ++cur_;
        if (!is_digit(peek())) return fail_here("invalid decimal literal");
      }
      if (peek() != '0') break;
      ++cur_;
    }
    leading_zeros = is_digit(peek());
  }
  const std::uint32_t zeros_end = cur_;
  if (peek() != '.' && !lex_decimal_digits()) return;

  bool integer = true;
  if (peek() == '.') {
    integer = false;
    ++cur_;
    if (is_digit(peek()) && !lex_decimal_digits()) return;
  }
  if (lower() == 'e') {
    const bool is_signed = peek(1) == '+' || peek(1) == '-';
    if (is_digit(peek(is_signed ? 2 : 1))) {
      integer = false;
      cur_ += is_signed ? 2 : 1;
      if (!lex_decimal_digits()) return;
    } else if (is_signed) {
      cur_ += 2;
      return fail_here("invalid decimal literal");
    } else {
      if (check_number_end("decimal")) push(Tok::Number, start);
      return;
    }
  }
  if (lower() == 'j') {
    ++cur_;
    if (check_number_end("imaginary")) push(Tok::Number, start);
    return;
  }
  if (integer && leading_zeros) {
    return fail_range("leading zeros in decimal integer literals are not permitted; "
                      "use an 0o prefix for octal integers",
                      start, zeros_end);
  }
  if (check_number_end("decimal")) push(Tok::Number, start);
}

}  // namespace ap::syntax
