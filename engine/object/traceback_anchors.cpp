// Finds what stands out in an expression: the operator of a + b, the brackets of a[b], the parentheses of f(x).
// Reads tokens only: enough to tell which operator binds weakest, since the text is known to be one expression.
#include "object/traceback.hpp"

namespace ap {

namespace {

enum class TokenKind : uint8_t { End, Operand, Word, Open, Close, Operator, Other };

struct Token {
  TokenKind kind = TokenKind::End;
  int begin = 0, end = 0;
};

bool is_word(char32_t c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 128;
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

class Tokens {
 public:
  explicit Tokens(std::u32string_view text) : text_(text) {}

  Token next() {
    skip_space();
    Token t;
    t.begin = at_;
    if (at_ >= size()) return t;
    char32_t c = text_[at_];
    if (c == '"' || c == '\'') {
      string(false);
      t.kind = TokenKind::Operand;
    } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
      number();
      t.kind = TokenKind::Operand;
    } else if (is_word(c)) {
      while (at_ < size() && is_word(text_[at_])) ++at_;
      if (at_ < size() && (text_[at_] == '"' || text_[at_] == '\'') && at_ - t.begin <= 2) {
        bool raw = false;
        for (int i = t.begin; i < at_; ++i) raw |= (text_[i] | 32) == 'r';
        string(raw);
        t.kind = TokenKind::Operand;
      } else {
        t.kind = TokenKind::Word;
      }
    } else if (c == '(' || c == '[' || c == '{') {
      ++at_;
      t.kind = TokenKind::Open;
    } else if (c == ')' || c == ']' || c == '}') {
      ++at_;
      t.kind = TokenKind::Close;
    } else {
      operator_token(c, &t);
    }
    t.end = at_;
    return t;
  }

 private:
  int size() const { return static_cast<int>(text_.size()); }
  char32_t peek(int n) const { return at_ + n < size() ? text_[at_ + n] : 0; }

  void skip_space() {
    for (; at_ < size(); ++at_) {
      char32_t c = text_[at_];
      if (c == '#') {
        while (at_ + 1 < size() && text_[at_ + 1] != '\n') ++at_;
      } else if (c != ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\\') {
        return;
      }
    }
  }

  void string(bool raw) {
    char32_t quote = text_[at_];
    bool triple = peek(1) == quote && peek(2) == quote;
    at_ += triple ? 3 : 1;
    while (at_ < size()) {
      if (text_[at_] == '\\') {
        (void)raw;  // a quote behind a backslash does not end a raw string either
        at_ += 2;
        continue;
      }
      if (text_[at_] == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
        at_ += triple ? 3 : 1;
        break;
      }
      ++at_;
    }
    if (at_ > size()) at_ = size();
  }

  void number() {
    bool hex = text_[at_] == '0' && (peek(1) | 32) == 'x';
    while (at_ < size()) {
      char32_t c = text_[at_];
      if (is_word(c) || c == '.') {
        ++at_;
        if (!hex && (c | 32) == 'e' && (peek(0) == '+' || peek(0) == '-') && is_digit(peek(1))) ++at_;
      } else {
        break;
      }
    }
  }

  void operator_token(char32_t c, Token* t) {
    char32_t d = peek(1);
    bool doubled = d == c && (c == '*' || c == '/' || c == '<' || c == '>');
    bool compare = d == '=' && (c == '<' || c == '>' || c == '=' || c == '!');
    bool walrus = c == ':' && d == '=';
    at_ += doubled || compare || walrus ? 2 : 1;
    bool arithmetic = c == '+' || c == '-' || c == '*' || c == '/' || c == '%' || c == '@' || c == '|' || c == '&' ||
                      c == '^' || c == '~' || (doubled && (c == '<' || c == '>'));
    t->kind = c == '.' ? TokenKind::Operator : arithmetic && !compare ? TokenKind::Operator : TokenKind::Other;
  }

  std::u32string_view text_;
  int at_ = 0;
};

// How tightly a binary operator binds; 0: not one.
int precedence(std::u32string_view op) {
  if (op == U"|") return 1;
  if (op == U"^") return 2;
  if (op == U"&") return 3;
  if (op == U"<<" || op == U">>") return 4;
  if (op == U"+" || op == U"-") return 5;
  if (op == U"*" || op == U"/" || op == U"//" || op == U"%" || op == U"@") return 6;
  if (op == U"**") return 8;
  return 0;
}

// Words that make the text something else than one operation: other expressions, and statements.
bool is_other_keyword(std::u32string_view w) {
  static constexpr std::u32string_view kWords[] = {
      U"lambda", U"if",    U"else",   U"or",     U"and",   U"not",    U"in",       U"is",   U"yield", U"for",
      U"async",  U"raise", U"return", U"assert", U"del",   U"import", U"from",     U"with", U"class", U"def",
      U"pass",   U"break", U"global", U"while",  U"try",   U"except", U"nonlocal", U"elif", U"finally", U"continue"};
  for (auto k : kWords)
    if (k == w) return true;
  return false;
}

void place(std::u32string_view text, int at, int* line, int* column) {
  *line = 0;
  *column = at;
  for (int i = 0; i < at; ++i) {
    if (text[i] != '\n') continue;
    ++*line;
    *column = at - i - 1;
  }
}

// Is text[from:] one pair of parentheses around something that is no tuple and no generator expression?
bool is_parenthesised(std::u32string_view text, int from) {
  Tokens tokens(text);
  int depth = 0;
  bool empty = true;
  for (;;) {
    Token t = tokens.next();
    if (t.kind == TokenKind::End) return false;
    if (t.begin < from) continue;
    if (t.kind == TokenKind::Open) {
      if (depth > 0) empty = false;
      ++depth;
    } else if (t.kind == TokenKind::Close) {
      if (--depth == 0) return !empty && tokens.next().kind == TokenKind::End;
    } else {
      empty = false;
      auto word = text.substr(t.begin, t.end - t.begin);
      if (depth == 1 && (word == U"," || word == U"for" || word == U"async")) return false;
    }
  }
}

}  // namespace

bool find_anchors(std::u32string_view text, Anchors* out) {
  Tokens tokens(text);
  Token first, last, op, open;  // `open`: the bracket that the last closing one belongs to, if an operand stood before it
  int depth = 0, weakest = 100;
  bool after_operand = false, operand_before_open = false;
  Token outer_open;
  for (Token t = tokens.next(); t.kind != TokenKind::End; t = tokens.next()) {
    auto word = text.substr(t.begin, t.end - t.begin);
    if (first.kind == TokenKind::End) first = t;
    last = t;
    if (t.kind == TokenKind::Open) {
      if (depth++ == 0) {
        outer_open = t;
        operand_before_open = after_operand;
      }
      after_operand = false;
      continue;
    }
    if (t.kind == TokenKind::Close) {
      if (--depth == 0) open = operand_before_open ? outer_open : Token();
      after_operand = true;
      continue;
    }
    if (depth > 0) continue;
    if (t.kind == TokenKind::Other) return false;
    if (t.kind == TokenKind::Word) {
      if (is_other_keyword(word)) return false;
      after_operand = word != U"await";
    } else if (t.kind == TokenKind::Operand) {
      after_operand = true;
    } else {
      int p = after_operand ? precedence(word) : 0;
      // Operators of one rank group from the left, ** from the right.
      if (p && (p < weakest || (p == weakest && p != 8))) {
        weakest = p;
        op = t;
      }
      after_operand = false;
    }
  }
  if (first.kind == TokenKind::End) return false;
  auto first_word = text.substr(first.begin, first.end - first.begin);
  bool prefixed = first.kind == TokenKind::Operator && first_word != U".";
  int begin, end;
  if (weakest < 100) {
    if (weakest == 8 && prefixed) return false;  // -a ** b is -(a ** b)
    begin = op.begin;
    end = op.end;
    bool single = end - begin == 1;
    if (single && end < static_cast<int>(text.size()) && text[end] == '(' && is_parenthesised(text, end)) ++end;
  } else {
    bool awaits = first.kind == TokenKind::Word && first_word == U"await";
    if (prefixed || awaits || last.kind != TokenKind::Close || open.kind == TokenKind::End || text[open.begin] == '{') return false;
    begin = open.begin;
    end = last.end;
    out->call = text[begin] == '(';
    if (out->call) {
      Tokens callee(text.substr(0, begin));
      Token name = callee.next();
      while (name.kind == TokenKind::Open) name = callee.next();
      Token rest = callee.next();
      while (rest.kind == TokenKind::Close) rest = callee.next();
      out->callee_is_name = name.kind == TokenKind::Word && rest.kind == TokenKind::End;
    }
  }
  place(text, begin, &out->begin_line, &out->begin);
  place(text, end, &out->end_line, &out->end);
  return true;
}

}  // namespace ap
