// Tokens: what the lexer hands to the parser.
#pragma once

#include <cstdint>

namespace ap::syntax {

enum class Tok : std::uint8_t {
  EndMarker, Newline, Indent, Dedent, Name, Number, String,
  FStringStart, FStringMiddle, FStringEnd,
  Error,    // the lexer stopped here: see LexResult
  Unknown,  // a character that no rule of the grammar accepts: $ ? ` and <>

  LPar, RPar, LSqb, RSqb, LBrace, RBrace,
  Colon, Comma, Semi, Dot, Ellipsis, Arrow, At, Equal, ColonEqual, Exclamation,
  Plus, Minus, Star, Slash, DoubleSlash, Percent, DoubleStar, Tilde,
  Vbar, Amper, Circumflex, LeftShift, RightShift,
  Less, Greater, EqEqual, NotEqual, LessEqual, GreaterEqual,
  // In the order of BinaryOperator.
  PlusEqual, MinEqual, StarEqual, AtEqual, SlashEqual, PercentEqual, DoubleStarEqual,
  LeftShiftEqual, RightShiftEqual, VbarEqual, CircumflexEqual, AmperEqual, DoubleSlashEqual,

  // Keywords.
  KwFalse, KwNone, KwTrue, KwAnd, KwAs, KwAssert, KwAsync, KwAwait, KwBreak, KwClass, KwContinue, KwDef,
  KwDel, KwElif, KwElse, KwExcept, KwFinally, KwFor, KwFrom, KwGlobal, KwIf, KwImport, KwIn, KwIs,
  KwLambda, KwNonlocal, KwNot, KwOr, KwPass, KwRaise, KwReturn, KwTry, KwWhile, KwWith, KwYield,
};

struct Token {
  Tok kind;
  std::uint8_t level;   // how many brackets are open after it
  bool multi_line;      // a string that holds newlines
  bool no_column;       // Indent, Dedent, EndMarker, Error: only their end is known
  std::uint32_t start;  // offsets into the source
  std::uint32_t end;
  std::uint32_t line;
  std::uint32_t col;
};

// A growing array of tokens. Tokens are plain data: growing is realloc.
class TokenBuffer {
 public:
  TokenBuffer() = default;
  ~TokenBuffer();
  TokenBuffer(const TokenBuffer&) = delete;
  TokenBuffer& operator=(const TokenBuffer&) = delete;

  void push(const Token& token) {
    if (size_ == capacity_) grow();
    data_[size_++] = token;
  }
  const Token& operator[](std::uint32_t index) const { return data_[index]; }
  std::uint32_t size() const { return size_; }

 private:
  void grow();

  Token* data_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = 0;
};

}  // namespace ap::syntax
