// Strings and f-strings: adjacent ones become one node.
#include <cstring>

#include "syntax/format.hpp"
#include "syntax/parser_impl.hpp"
#include "syntax/unicode.hpp"

namespace ap::syntax {

namespace {

// Marks text of an f-string whose escapes are still to be read (in Constant::base, which strings do not use).
constexpr std::uint8_t kRawText = 1;

bool is_raw_prefix(std::string_view shown) {
  for (char c : shown) {
    if (c == 'r' || c == 'R') return true;
    if (c == '"' || c == '\'') break;
  }
  return false;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

Expr* Parser::strings() {
  const std::uint32_t first = pos_;
  if (memoizing_) {
    if (const Memo::Entry* known = memo_.find(first, Rule::Strings)) {
      if (known->node != nullptr) pos_ = known->end;
      return static_cast<Expr*>(known->node);
    }
  }
  // What was read before was warned about before.
  const bool warned = warned_;
  warned_ = diagnosing_ || first < warned_to_;
  const std::uint32_t mark = stack_.size();
  bool any_fstring = false;
  bool any_bytes = false;
  bool any_text = false;
  while (error_ == nullptr && (at(Tok::String) || at(Tok::FStringStart))) {
    if (at(Tok::FStringStart)) {
      const std::uint32_t before = stack_.size();
      if (!fstring()) {
        // What goes before it still is a string.
        stack_.cut(before);
        break;
      }
      any_fstring = any_text = true;
    } else {
      auto* piece = arena_.make<Constant>(Expr{ExprKind::Constant, range_of(token())}, ConstantKind::Str);
      if (!string_literal(*piece)) break;
      (piece->type == ConstantKind::Bytes ? any_bytes : any_text) = true;
      stack_.push(piece);
      advance();
    }
  }
  Expr* result = nullptr;
  if (any_bytes && any_text) {
    raise("cannot mix bytes and nonbytes literals");
  } else if (error_ == nullptr && pos_ > first) {
    const List<Expr*> values = fold(mark, !any_fstring);
    if (any_fstring) {
      result = make<JoinedStr>(first, values);
    } else {
      result = values[0];
      place(result->range, first);
    }
  }
  stack_.cut(mark);
  if (warned_to_ < pos_) warned_to_ = pos_;
  warned_ = warned;
  if (result == nullptr) pos_ = first;
  if (memoizing_) memo_.insert(first, Rule::Strings, result, pos_);
  return result;
}

// The pieces on stack_ since `mark`, runs of constants joined.
List<Expr*> Parser::fold(std::uint32_t mark, bool keep_empty) {
  std::uint32_t to = mark;
  for (std::uint32_t i = mark; i < stack_.size();) {
    auto* piece = static_cast<Expr*>(stack_[i]);
    auto* constant = try_as<Constant>(piece);
    if (constant == nullptr) {
      stack_.from(to++)[0] = piece;
      ++i;
      continue;
    }
    std::uint32_t end = i;
    std::size_t size = 0;
    for (; end < stack_.size(); ++end) {
      const auto* next = try_as<Constant>(static_cast<Expr*>(stack_[end]));
      if (next == nullptr) break;
      size += next->text.size();
    }
    if (end - i > 1) {
      char* joined = static_cast<char*>(arena_.allocate(size + 1, 1));
      std::size_t length = 0;
      for (std::uint32_t k = i; k < end; ++k) {
        const std::string_view part = as<Constant>(static_cast<Expr*>(stack_[k]))->text;
        if (!part.empty()) std::memcpy(joined + length, part.data(), part.size());
        length += part.size();
      }
      constant->range = join(constant->range, static_cast<Expr*>(stack_[end - 1])->range);
      constant->text = {joined, size};
    }
    if (size > 0 || keep_empty) stack_.from(to++)[0] = constant;
    i = end;
  }
  stack_.cut(to);
  return take<Expr>(mark);
}

bool Parser::string_literal(Constant& out) {
  const Token& literal = token();
  std::string_view body = text(literal);
  const bool raw = is_raw_prefix(body);
  while (body[0] != '"' && body[0] != '\'') {
    if (body[0] == 'b' || body[0] == 'B') out.type = ConstantKind::Bytes;
    body.remove_prefix(1);
  }
  const std::size_t quotes = body.size() >= 6 && body[1] == body[0] && body[2] == body[0] ? 3 : 1;
  body = body.substr(quotes, body.size() - 2 * quotes);
  if (out.type == ConstantKind::Bytes) {
    for (char c : body) {
      if (static_cast<unsigned char>(c) >= 0x80) {
        raise_at(range_of(literal), "bytes can only contain ASCII literal characters");
        return false;
      }
    }
  }
  out.text = body;
  return raw || decode_escapes(literal, literal.line, out);
}

// ---------------------------------------------------------------------------------------------------------
// Escapes

void Parser::warn_escape(std::string_view body, std::size_t at, std::uint32_t line, bool octal) {
  if (warned_ || warnings_.full()) return;
  for (char c : body.substr(0, at)) line += c == '\n';
  const std::string_view shown = body.substr(at + 1, octal ? 3 : 1);
  warnings_.add(concat(arena_, {"\"\\", shown, octal ? "\" is an invalid octal escape sequence. " : "\" is an invalid escape sequence. ",
                                "Such sequences will not work in the future. Did you mean \"\\\\", shown,
                                "\"? A raw string is also an option."}),
                line, pos_);
}

// Reads the escapes in out.text. `where` is where errors point, `line` what warnings count lines from.
bool Parser::decode_escapes(const Token& where, std::uint32_t line, Constant& out) {
  const std::string_view body = out.text;
  const bool is_bytes = out.type == ConstantKind::Bytes;
  const char* backslash = static_cast<const char*>(std::memchr(body.data(), '\\', body.size()));
  if (backslash == nullptr) return true;

  // No escape stands for more bytes than it is written with.
  char* decoded = static_cast<char*>(arena_.allocate(body.size() + 1, 1));
  std::size_t size = 0;
  std::size_t suspect = body.npos;  // the first that is no escape
  bool suspect_octal = false;
  std::size_t i = 0;
  while (i < body.size()) {
    if (body[i] != '\\' || i + 1 == body.size()) {
      decoded[size++] = body[i++];
      continue;
    }
    const std::size_t start = i;
    const char c = body[i + 1];
    i += 2;
    int digits = 0;
    switch (c) {
      case '\n': continue;
      case '\\': case '\'': case '"': decoded[size++] = c; continue;
      case 'a': decoded[size++] = '\a'; continue;
      case 'b': decoded[size++] = '\b'; continue;
      case 'f': decoded[size++] = '\f'; continue;
      case 'n': decoded[size++] = '\n'; continue;
      case 'r': decoded[size++] = '\r'; continue;
      case 't': decoded[size++] = '\t'; continue;
      case 'v': decoded[size++] = '\v'; continue;
      case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': {
        unsigned value = unsigned(c - '0');
        for (int k = 0; k < 2 && i < body.size() && body[i] >= '0' && body[i] <= '7'; ++k) {
          value = value * 8 + unsigned(body[i++] - '0');
        }
        if (value > 0377 && suspect == body.npos) {
          suspect = start;
          suspect_octal = true;
        }
        if (is_bytes) {
          decoded[size++] = char(value);
        } else {
          size += encode_utf8(value, decoded + size);
        }
        continue;
      }
      case 'x': digits = 2; break;
      case 'u': digits = is_bytes ? 0 : 4; break;
      case 'U': digits = is_bytes ? 0 : 8; break;
      case 'N':
        if (!is_bytes) return named_escape(where, body, start);
        break;
      default: break;
    }
    if (digits == 0) {
      // Not an escape: it stands for itself, with a warning for the first in a string.
      if (suspect == body.npos && static_cast<unsigned char>(c) < 0x80 &&
          !(out.base == kRawText && (c == '{' || c == '}'))) {
        suspect = start;
      }
      decoded[size++] = '\\';
      --i;
      continue;
    }
    std::uint32_t value = 0;
    int read = 0;
    for (; read < digits && i < body.size() && hex_digit(body[i]) >= 0; ++read) {
      value = value * 16 + std::uint32_t(hex_digit(body[i++]));
    }
    if (read < digits && is_bytes) {
      raise_at(range_of(where), concat(arena_, {"(value error) invalid \\x escape at position ",
                                                Digits(std::uint32_t(start))}));
      return false;
    }
    if (read < digits || value > 0x10ffff) {
      const char* why = read == digits ? "illegal Unicode character"
                        : digits == 2  ? "truncated \\xXX escape"
                        : digits == 4  ? "truncated \\uXXXX escape"
                                       : "truncated \\UXXXXXXXX escape";
      raise_escape(where, body, start, i, why);
      return false;
    }
    if (is_bytes) {
      decoded[size++] = char(value);
    } else {
      size += encode_utf8(value, decoded + size);
    }
  }
  if (suspect != body.npos) warn_escape(body, suspect, line, suspect_octal);
  out.text = {decoded, size};
  return true;
}

// CPython counts positions in a text where every other character than ASCII is written as ten.
void Parser::raise_escape(const Token& where, std::string_view body, std::size_t start, std::size_t end,
                          const char* why) {
  std::uint32_t first = 0;
  for (char c : body.substr(0, start)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      ++first;
    } else if (byte >= 0xc0) {
      first += 10;
    }
  }
  raise_at(range_of(where),
           concat(arena_, {"(unicode error) 'unicodeescape' codec can't decode bytes in position ", Digits(first), "-",
                           Digits(first + std::uint32_t(end - start) - 1), ": ", why}));
}

// \N{...}: there is no table of names here, and guessing would be wrong silently.
bool Parser::named_escape(const Token& where, std::string_view body, std::size_t start) {
  std::size_t end = start + 2;
  if (end < body.size() && body[end] == '{') {
    ++end;
    const std::size_t close = body.find('}', end);
    if (close != body.npos && close > end) {
      raise_at(range_of(where), concat(arena_, {"Unicode names such as \"", body.substr(start, close + 1 - start),
                                                "\" are not supported: write the character itself or its \\u escape"}));
      return false;
    }
  }
  raise_escape(where, body, start, end, "malformed \\N character escape");
  return false;
}

// ---------------------------------------------------------------------------------------------------------
// f-strings

// Pushes texts and fields on stack_.
bool Parser::fstring() {
  const std::uint32_t first = pos_;
  const bool raw = is_raw_prefix(text(token()));
  const std::uint32_t mark = stack_.size();
  advance();
  for (;;) {
    if (at(Tok::FStringMiddle)) {
      push_text(raw);
    } else if (!at(Tok::LBrace) || !fstring_field(raw)) {
      break;
    }
  }
  const Token& end = token();
  if (end.kind != Tok::FStringEnd) {
    pos_ = first;
    return false;
  }
  std::uint32_t to = mark;
  for (std::uint32_t i = mark; i < stack_.size(); ++i) {
    auto* piece = try_as<Constant>(static_cast<Expr*>(stack_[i]));
    if (piece != nullptr && piece->base == kRawText) {
      // As in CPython, warnings count their lines from the end of the f-string.
      if (!decode_escapes(end, end.line, *piece)) return false;
      piece->base = 0;
      if (piece->text.empty()) continue;
    }
    stack_.from(to++)[0] = stack_[i];
  }
  stack_.cut(to);
  advance();
  return true;
}

void Parser::push_text(bool raw) {
  const Token& middle = token();
  if (middle.end > middle.start) {
    auto* piece = make_of_token<Constant>(ConstantKind::Str);
    piece->text = text(middle);
    if (piece->text.ends_with("{{") || piece->text.ends_with("}}")) piece->text.remove_suffix(1);
    piece->base = raw ? 0 : kRawText;
    stack_.push(piece);
  } else {
    advance();
  }
}

// `{value = !conversion :spec}`
bool Parser::fstring_field(bool raw) {
  const std::uint32_t first = pos_;
  const std::uint32_t mark = stack_.size();
  const Token& open = token();
  advance();
  const auto fail = [&] {
    stack_.cut(mark);
    pos_ = first;
    if (diagnosing_) {
      invalid_replacement_field();
      pos_ = first;
    }
    return false;
  };

  const Deeper deeper(*this);
  Expr* value = deeper.too_deep() ? nullptr : expression_or_yield();
  if (value == nullptr) return fail();

  const bool debug = accept(Tok::Equal);
  if (debug) stack_.push(debug_text(open, token()));

  char conversion = 0;
  if (at(Tok::Exclamation)) {
    const Token& mark_token = token();
    advance();
    if (!at(Tok::Name)) return fail();
    const Token& letter = token();
    const std::string_view shown = text(letter);
    if (letter.start != mark_token.end) {
      raise_at(join(range_of(mark_token), range_of(letter)),
               "f-string: conversion type must come right after the exclamation mark");
      return false;
    }
    if (shown != "s" && shown != "r" && shown != "a") {
      raise_at(range_of(letter), concat(arena_, {"f-string: invalid conversion character '", shown,
                                                 "': expected 's', 'r', or 'a'"}));
      return false;
    }
    conversion = shown[0];
    advance();
  }

  Expr* spec = nullptr;
  if (at(Tok::Colon)) {
    const std::uint32_t colon = pos_;
    const std::uint32_t parts = stack_.size();
    advance();
    for (;;) {
      if (at(Tok::FStringMiddle)) {
        const Token& middle = token();
        push_text(raw);
        if (stack_.size() == parts) continue;
        auto* piece = try_as<Constant>(static_cast<Expr*>(stack_[stack_.size() - 1]));
        if (piece != nullptr && piece->base == kRawText) {
          if (!decode_escapes(middle, middle.line, *piece)) return false;
          piece->base = 0;
        }
      } else if (!at(Tok::LBrace) || !fstring_field(raw)) {
        break;
      }
    }
    if (error_ != nullptr || !at(Tok::RBrace)) return fail();
    const List<Expr*> values = fold(parts, false);
    spec = make<JoinedStr>(colon, values);
  }
  if (!accept(Tok::RBrace)) return fail();
  if (debug && conversion == 0 && spec == nullptr) conversion = 'r';
  stack_.push(make<FormattedValue>(first, value, conversion, spec));
  return true;
}

// What `{value=}` shows before the value: the source from the brace on, without comments.
Expr* Parser::debug_text(const Token& open, const Token& next) {
  const std::string_view source = source_.substr(open.end, next.start - open.end);
  char* shown = static_cast<char*>(arena_.allocate(source.size() + 1, 1));
  std::size_t size = 0;
  char quote = 0;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    if (quote == 0 && c == '#') {
      while (i < source.size() && source[i] != '\n') ++i;
      if (i == source.size()) break;
    } else if (quote != 0 && c == '\\' && i + 1 < source.size()) {
      shown[size++] = source[i++];
    } else if (c == '"' || c == '\'') {
      quote = quote == 0 ? c : quote == c ? char(0) : quote;
    }
    shown[size++] = source[i];
  }
  const Range start = range_of(open);
  const Range range{start.end_line, start.end_col, next.line, next.col};
  auto* node = arena_.make<Constant>(Expr{ExprKind::Constant, range}, ConstantKind::Str);
  node->text = {shown, size};
  return node;
}

}  // namespace ap::syntax
