// The match statement and its patterns.
#include "syntax/parser_impl.hpp"

namespace ap::syntax {

// `match` is a name like any other unless the whole head fits.
Stmt* Parser::match_statement() {
  const std::uint32_t first = pos_;
  advance();
  Expr* value = subject();
  if (value == nullptr) return back(first);
  if (!head_colon() || !at(Tok::Newline)) return back(first);
  advance();
  if (!at(Tok::Indent)) {
    if (diagnosing_) raise_indent("'match' statement", first);
    return back(first);
  }
  advance();
  const std::uint32_t mark = stack_.size();
  while (MatchCase* one_case = case_block()) stack_.push(one_case);
  const auto cases = take<MatchCase>(mark);
  if (cases.empty() || !accept(Tok::Dedent)) return back(first);
  return make_stmt<Match>(first, value, cases);
}

Expr* Parser::subject() {
  const std::uint32_t first = pos_;
  const bool starred = at(Tok::Star);
  Expr* head = star_named_expression();
  if (head == nullptr) return nullptr;
  if (!at(Tok::Comma)) return starred ? back(first) : head;
  const std::uint32_t mark = stack_.size();
  star_named_expressions(head);
  const auto elts = take<Expr>(mark);
  return make<Tuple>(first, elts, ExprContext::Load);
}

MatchCase* Parser::case_block() {
  const std::uint32_t first = pos_;
  if (error_ != nullptr || !at_name("case")) return nullptr;
  if (memoizing_) memo_.forget();
  advance();
  Pattern* head = patterns();
  if (head == nullptr) return back(first);
  const std::uint32_t mark = pos_;
  Expr* guard = accept(Tok::KwIf) ? named_expression() : nullptr;
  if (guard == nullptr) pos_ = mark;
  Body body;
  if (!head_colon() || !block(body, "'case' statement", first)) return back(first);
  return arena_.make<MatchCase>(head, guard, body);
}

// One pattern, or a sequence without brackets.
Pattern* Parser::patterns() {
  const std::uint32_t first = pos_;
  const bool starred = at(Tok::Star);
  Pattern* head = maybe_star_pattern();
  if (head == nullptr) return nullptr;
  if (!at(Tok::Comma)) return starred ? back(first) : head;
  const std::uint32_t mark = stack_.size();
  stack_.push(head);
  while (accept(Tok::Comma)) {
    Pattern* next = maybe_star_pattern();
    if (next == nullptr) break;
    stack_.push(next);
  }
  const auto items = take<Pattern>(mark);
  return make_pattern<MatchSequence>(first, items);
}

Pattern* Parser::maybe_star_pattern() {
  const std::uint32_t first = pos_;
  if (!accept(Tok::Star)) return pattern();
  Identifier name;
  if (at_name("_")) {
    advance();
  } else if (!capture_target(name)) {
    return back(first);
  }
  return make_pattern<MatchStar>(first, name);
}

// A name that is bound: none that goes on, and not `_`.
bool Parser::capture_target(Identifier& out) {
  if (!at(Tok::Name) || at_name("_")) return false;
  advance();
  if (!capture_ends_at(pos_ - 1)) {
    --pos_;
    return false;
  }
  out = identifier(tokens_[pos_ - 1]);
  return true;
}

// A name stands for itself unless it goes on as a dotted name, a call, or an assignment.
bool Parser::capture_ends_at(std::uint32_t name) const {
  const Tok next = tokens_[name + 1].kind;
  return next != Tok::Dot && next != Tok::LPar && next != Tok::Equal;
}

Pattern* Parser::pattern() {
  const std::uint32_t first = pos_;
  const Deeper deeper(*this);
  if (deeper.too_deep()) return nullptr;
  Pattern* inner = or_pattern();
  if (inner == nullptr || !at(Tok::KwAs)) return inner;
  const std::uint32_t mark = pos_;
  advance();
  Identifier name;
  if (capture_target(name)) return make_pattern<MatchAs>(first, inner, name);
  if (diagnosing_ && at_name("_")) raise_here("cannot use '_' as a target");
  pos_ = mark;
  if (diagnosing_ && error_ == nullptr) invalid_as_pattern();
  pos_ = mark;
  return inner;
}

Pattern* Parser::or_pattern() {
  const std::uint32_t first = pos_;
  Pattern* head = closed_pattern();
  if (head == nullptr || !at(Tok::Vbar)) return head;
  const std::uint32_t list = stack_.size();
  stack_.push(head);
  while (at(Tok::Vbar)) {
    const std::uint32_t mark = pos_;
    advance();
    Pattern* next = closed_pattern();
    if (next == nullptr) {
      pos_ = mark;
      break;
    }
    stack_.push(next);
  }
  if (stack_.size() == list + 1) {
    stack_.cut(list);
    return head;
  }
  const auto alternatives = take<Pattern>(list);
  return make_pattern<MatchOr>(first, alternatives);
}

Pattern* Parser::closed_pattern() {
  const std::uint32_t first = pos_;
  switch (kind()) {
    case Tok::KwNone:
    case Tok::KwTrue:
    case Tok::KwFalse: {
      const ConstantKind value = at(Tok::KwNone)   ? ConstantKind::None
                                 : at(Tok::KwTrue) ? ConstantKind::True
                                                   : ConstantKind::False;
      advance();
      return make_pattern<MatchSingleton>(first, value);
    }
    case Tok::Number:
    case Tok::Minus:
    case Tok::String:
    case Tok::FStringStart: {
      Expr* value = literal();
      return value == nullptr ? nullptr : make_pattern<MatchValue>(first, value);
    }
    case Tok::Name: return name_pattern();
    case Tok::LPar:
    case Tok::LSqb: return bracketed_pattern();
    case Tok::LBrace: return mapping_pattern();
    default: return nullptr;
  }
}

// A string, or a number: -1, 1.5, 1+2j, -1-2j.
Expr* Parser::literal() {
  const std::uint32_t first = pos_;
  if (at(Tok::String) || at(Tok::FStringStart)) return strings();
  const auto signed_number = [this]() -> Expr* {
    const std::uint32_t start = pos_;
    const bool negative = accept(Tok::Minus);
    Expr* value = at(Tok::Number) ? number() : nullptr;
    if (value == nullptr) return back(start);
    return negative ? make<UnaryOp>(start, UnaryOperator::USub, value) : value;
  };
  Expr* real = signed_number();
  if (real == nullptr || (!at(Tok::Plus) && !at(Tok::Minus))) return real;
  const std::uint32_t mark = pos_;
  const BinaryOperator op = at(Tok::Plus) ? BinaryOperator::Add : BinaryOperator::Sub;
  advance();
  if (!at(Tok::Number)) {
    pos_ = mark;
    return real;
  }
  const auto is_imaginary = [this](const Token& number) { return (source_[number.end - 1] | 0x20) == 'j'; };
  if (is_imaginary(tokens_[mark - 1])) {
    raise_expr(real, "real number required in complex literal");
  } else if (!is_imaginary(token())) {
    raise_here("imaginary number required in complex literal");
  }
  if (error_ != nullptr) return nullptr;
  Expr* imaginary = number();
  return make<BinOp>(first, real, op, imaginary);
}

Pattern* Parser::name_pattern() {
  const std::uint32_t first = pos_;
  Identifier name;
  if (at_name("_")) {
    advance();
    return make_pattern<MatchAs>(first, static_cast<Pattern*>(nullptr), name);
  }
  if (capture_target(name)) return make_pattern<MatchAs>(first, static_cast<Pattern*>(nullptr), name);
  Expr* value = dotted_expression();
  const bool dotted = value->kind == ExprKind::Attribute;
  if (at(Tok::LPar)) {
    if (Pattern* result = class_pattern(first, value)) return result;
    if (error_ != nullptr) return nullptr;
    // Without its arguments a dotted name would be a value, were the parenthesis not there.
    return back(first);
  }
  if (!dotted || at(Tok::Equal)) return back(first);
  return make_pattern<MatchValue>(first, value);
}

// `a` or `a.b.c`
Expr* Parser::dotted_expression() {
  const std::uint32_t first = pos_;
  Expr* value = name_node(ExprContext::Load);
  while (at(Tok::Dot)) {
    const std::uint32_t mark = pos_;
    advance();
    if (!at(Tok::Name)) {
      pos_ = mark;
      break;
    }
    const Identifier name = identifier(token());
    advance();
    value = make<Attribute>(first, value, name, ExprContext::Load);
  }
  return value;
}

// All positional patterns that stand here are the mistake.
void Parser::positional_after_keywords() {
  const std::uint32_t first = pos_;
  std::uint32_t last = first;
  while (pattern() != nullptr) {
    last = pos_;
    if (!accept(Tok::Comma) || at_keyword()) break;
  }
  if (last > first) raise_tokens(first, last - 1, "positional patterns follow keyword patterns");
}

// `cls(pattern, name=pattern)`, from the parenthesis on.
Pattern* Parser::class_pattern(std::uint32_t first, Expr* cls) {
  const std::uint32_t open = pos_;
  advance();
  const std::uint32_t mark = stack_.size();
  std::uint32_t positional_count = 0;
  PointerStack attributes;
  bool good = true;
  while (good && !at(Tok::RPar)) {
    const std::uint32_t start = pos_;
    Pattern* item = nullptr;
    if (at_keyword()) {
      advance();
      advance();
      item = pattern();
      if (item != nullptr) attributes.push(&tokens_[start]);
    } else if (attributes.size() == 0) {
      item = pattern();
      if (item != nullptr) ++positional_count;
    } else if (diagnosing_) {
      positional_after_keywords();
    } else {
      accept(Tok::Name);  // it might have been a keyword's
    }
    good = item != nullptr;
    if (good) {
      stack_.push(item);
      if (!accept(Tok::Comma)) break;
    }
  }
  if (!good || !accept(Tok::RPar)) {
    stack_.cut(mark);
    return back(open);
  }
  const std::uint32_t keyword_count = attributes.size();
  void** patterns = stack_.from(mark);
  auto positional = arena_.copy(reinterpret_cast<Pattern**>(patterns), positional_count);
  auto keywords = arena_.copy(reinterpret_cast<Pattern**>(patterns + positional_count), keyword_count);
  auto names = arena_.array<Identifier>(keyword_count);
  for (std::uint32_t i = 0; i < keyword_count; ++i) names[i] = identifier(*static_cast<Token*>(attributes[i]));
  stack_.cut(mark);
  return make_pattern<MatchClass>(first, cls, List<Pattern*>(positional), List<Identifier>(names),
                                  List<Pattern*>(keywords));
}

// A sequence in brackets of either kind, or one pattern in parentheses.
Pattern* Parser::bracketed_pattern() {
  const std::uint32_t first = pos_;
  const Tok closing = at(Tok::LPar) ? Tok::RPar : Tok::RSqb;
  advance();
  const std::uint32_t mark = stack_.size();
  bool comma = false;
  bool starred = false;
  while (!at(closing)) {
    starred = starred || at(Tok::Star);
    Pattern* item = maybe_star_pattern();
    if (item == nullptr) break;
    stack_.push(item);
    if (!accept(Tok::Comma)) break;
    comma = true;
  }
  const auto items = take<Pattern>(mark);
  const bool group = closing == Tok::RPar && items.size() == 1 && !comma;
  if ((group && starred) || !accept(closing)) return back(first);
  if (group) return items[0];
  return make_pattern<MatchSequence>(first, items);
}

// `{key: pattern, **rest}`
Pattern* Parser::mapping_pattern() {
  const std::uint32_t first = pos_;
  advance();
  const std::uint32_t mark = stack_.size();
  Identifier rest;
  while (!at(Tok::RBrace)) {
    const std::uint32_t item = pos_;
    if (accept(Tok::DoubleStar)) {
      if (capture_target(rest)) {
        accept(Tok::Comma);
      } else {
        pos_ = item;
      }
      break;
    }
    Expr* key = nullptr;
    if (at(Tok::Name)) {
      key = dotted_expression();
      if (key->kind != ExprKind::Attribute) key = nullptr;
    } else if (at(Tok::KwNone) || at(Tok::KwTrue) || at(Tok::KwFalse)) {
      key = atom();
    } else if (at(Tok::Number) || at(Tok::Minus) || at(Tok::String) || at(Tok::FStringStart)) {
      key = literal();
    }
    Pattern* value = key != nullptr && accept(Tok::Colon) ? pattern() : nullptr;
    if (value == nullptr) {
      pos_ = item;
      break;
    }
    stack_.push(key);
    stack_.push(value);
    if (!accept(Tok::Comma)) break;
  }
  if (!accept(Tok::RBrace)) {
    stack_.cut(mark);
    return back(first);
  }
  const std::uint32_t count = (stack_.size() - mark) / 2;
  auto keys = arena_.array<Expr*>(count);
  auto values = arena_.array<Pattern*>(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    keys[i] = static_cast<Expr*>(stack_[mark + 2 * i]);
    values[i] = static_cast<Pattern*>(stack_[mark + 2 * i + 1]);
  }
  stack_.cut(mark);
  return make_pattern<MatchMapping>(first, List<Expr*>(keys), List<Pattern*>(values), rest);
}

}  // namespace ap::syntax
