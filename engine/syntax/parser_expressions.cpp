// Expressions, from lists of them down to primaries.
#include <cstring>

#include "syntax/parser_impl.hpp"

namespace ap::syntax {

// star_expression, or several with commas: a Tuple.
Expr* Parser::star_expressions() {
  const std::uint32_t first = pos_;
  Expr* head = star_expression();
  if (head == nullptr || !at(Tok::Comma)) return head;
  const std::uint32_t mark = stack_.size();
  stack_.push(head);
  while (accept(Tok::Comma)) {
    Expr* next = star_expression();
    if (next == nullptr) break;
    stack_.push(next);
  }
  const auto elts = take<Expr>(mark);
  return make<Tuple>(first, elts, ExprContext::Load);
}

// As star_expressions, without stars: what eval() takes.
Expr* Parser::expressions() {
  const std::uint32_t first = pos_;
  Expr* head = expression();
  if (head == nullptr || !at(Tok::Comma)) return head;
  const std::uint32_t mark = stack_.size();
  stack_.push(head);
  while (accept(Tok::Comma)) {
    Expr* next = expression();
    if (next == nullptr) break;
    stack_.push(next);
  }
  const auto elts = take<Expr>(mark);
  return make<Tuple>(first, elts, ExprContext::Load);
}

Expr* Parser::starred_bitwise_or() {
  const std::uint32_t first = pos_;
  advance();
  Expr* value = bitwise_or();
  if (value == nullptr) return back(first);
  return make<Starred>(first, value, ExprContext::Load);
}

Expr* Parser::star_expression() { return at(Tok::Star) ? starred_bitwise_or() : expression(); }

Expr* Parser::star_named_expression() { return at(Tok::Star) ? starred_bitwise_or() : named_expression(); }

// One or more with commas, the last comma included: pushed on stack_.
bool Parser::star_named_expressions(Expr* head) {
  if (head == nullptr) head = star_named_expression();
  if (head == nullptr) return false;
  stack_.push(head);
  while (accept(Tok::Comma)) {
    Expr* next = star_named_expression();
    if (next == nullptr) break;
    stack_.push(next);
  }
  return true;
}

// In calls and subscripts, where any expression may follow the star.
Expr* Parser::starred_expression() {
  const std::uint32_t first = pos_;
  if (diagnosing_) {
    invalid_starred_expression_unpacking();
    if (error_ != nullptr) return nullptr;
  }
  if (!accept(Tok::Star)) return nullptr;
  Expr* value = expression();
  if (value == nullptr) {
    pos_ = first;
    if (diagnosing_) raise("Invalid star expression");
    return nullptr;
  }
  return make<Starred>(first, value, ExprContext::Load);
}

Expr* Parser::walrus() {
  const std::uint32_t first = pos_;
  Expr* target = name_node(ExprContext::Store);
  advance();
  Expr* value = expression();
  if (value == nullptr) return back(first);
  return make<NamedExpr>(first, target, value);
}

Expr* Parser::named_expression() {
  const std::uint32_t first = pos_;
  if (at_walrus()) {
    if (Expr* result = walrus()) return result;
  }
  if (diagnosing_) {
    invalid_named_expression();
    if (error_ != nullptr) return nullptr;
  }
  Expr* result = expression();
  if (result != nullptr && at(Tok::ColonEqual)) return back(first);
  return result;
}

// As named_expression, where its mistakes are not looked for.
Expr* Parser::walrus_or_expression() {
  const std::uint32_t first = pos_;
  if (at_walrus()) {
    if (Expr* result = walrus()) return result;
  }
  Expr* result = expression();
  if (result != nullptr && at(Tok::ColonEqual)) return back(first);
  return result;
}

Expr* Parser::expression() {
  const std::uint32_t first = pos_;
  if (memoizing_) {
    if (const Memo::Entry* known = memo_.find(first, Rule::Expression)) {
      if (known->node != nullptr) pos_ = known->end;
      return static_cast<Expr*>(known->node);
    }
  }
  const Deeper deeper(*this);
  if (deeper.too_deep()) return nullptr;
  if (memoizing_ && memo_.full()) {
    raise_generic(first_pass_end_ > 0 ? first_pass_end_ : furthest_);
    return nullptr;
  }
  if (diagnosing_) {
    invalid_expression();
    if (error_ == nullptr) invalid_legacy_expression();
    if (error_ != nullptr) return nullptr;
  }
  Expr* result = nullptr;
  if (at(Tok::KwLambda)) {
    result = lambda();
  } else if (Expr* body = disjunction()) {
    result = conditional(first, body);
    if (result == nullptr) result = body;
  }
  if (memoizing_) memo_.insert(first, Rule::Expression, result, pos_);
  return result;
}

// The rest of `body if test else orelse`.
Expr* Parser::conditional(std::uint32_t first, Expr* body) {
  const std::uint32_t mark = pos_;
  if (!accept(Tok::KwIf)) return nullptr;
  Expr* test = disjunction();
  if (test == nullptr || !accept(Tok::KwElse)) return back(mark);
  Expr* orelse = expression();
  if (orelse == nullptr) return back(mark);
  return make<IfExp>(first, test, body, orelse);
}

Expr* Parser::lambda() {
  const std::uint32_t first = pos_;
  advance();
  Arguments* arguments = parameters(true);
  if (arguments == nullptr || !at(Tok::Colon)) return back(first);
  advance();
  const Within within(*this, {Scope::kPlain});
  Expr* body = expression();
  if (body == nullptr) return back(first);
  return make<Lambda>(first, arguments, body);
}

Expr* Parser::yield_expression() {
  const std::uint32_t first = pos_;
  advance();
  if (scope_.function == Scope::kNone) misplaced_ = true;
  if (accept(Tok::KwFrom)) {
    if (Expr* value = expression()) return make<YieldFrom>(first, value);
    pos_ = first + 1;
  }
  Expr* value = star_expressions();
  return make<Yield>(first, value);
}

Expr* Parser::expression_or_yield() { return at(Tok::KwYield) ? yield_expression() : star_expressions(); }

// ---------------------------------------------------------------------------------------------------------
// Operators

Expr* Parser::operators(Level lowest) {
  const std::uint32_t first = pos_;
  if (memoizing_) {
    if (const Memo::Entry* known = memo_.find(first, Rule(lowest))) {
      if (known->node != nullptr) pos_ = known->end;
      return static_cast<Expr*>(known->node);
    }
  }
  const bool shifting = shifting_;
  if (lowest <= Level::Shift) shifting_ = false;
  Expr* result = operators_plain(lowest);
  shifting_ = shifting;
  if (memoizing_) memo_.insert(first, Rule(lowest), result, pos_);
  return result;
}

namespace {

struct Operator {
  Level level;
  BinaryOperator binary;
};

bool binary_operator(Tok kind, Operator& out) {
  switch (kind) {
    case Tok::Vbar: out = {Level::BitOr, BinaryOperator::BitOr}; return true;
    case Tok::Circumflex: out = {Level::BitXor, BinaryOperator::BitXor}; return true;
    case Tok::Amper: out = {Level::BitAnd, BinaryOperator::BitAnd}; return true;
    case Tok::LeftShift: out = {Level::Shift, BinaryOperator::LShift}; return true;
    case Tok::RightShift: out = {Level::Shift, BinaryOperator::RShift}; return true;
    case Tok::Plus: out = {Level::Sum, BinaryOperator::Add}; return true;
    case Tok::Minus: out = {Level::Sum, BinaryOperator::Sub}; return true;
    case Tok::Star: out = {Level::Term, BinaryOperator::Mult}; return true;
    case Tok::Slash: out = {Level::Term, BinaryOperator::Div}; return true;
    case Tok::DoubleSlash: out = {Level::Term, BinaryOperator::FloorDiv}; return true;
    case Tok::Percent: out = {Level::Term, BinaryOperator::Mod}; return true;
    case Tok::At: out = {Level::Term, BinaryOperator::MatMult}; return true;
    default: return false;
  }
}

}  // namespace

Expr* Parser::operators_plain(Level lowest) {
  const std::uint32_t first = pos_;
  Expr* left = nullptr;
  const Tok start = kind();
  if (start == Tok::KwNot || start == Tok::Minus || start == Tok::Plus || start == Tok::Tilde) {
    if (start == Tok::KwNot && lowest > Level::Not) return nullptr;
    const Deeper deeper(*this);
    if (deeper.too_deep()) return nullptr;
    advance();
    if (diagnosing_ && start != Tok::KwNot) {
      invalid_not_operand();
      if (error_ != nullptr) return nullptr;
    }
    Expr* operand = operators(start == Tok::KwNot ? Level::Not : Level::Factor);
    if (operand == nullptr) return back(first);
    const UnaryOperator op = start == Tok::KwNot   ? UnaryOperator::Not
                             : start == Tok::Minus ? UnaryOperator::USub
                             : start == Tok::Plus  ? UnaryOperator::UAdd
                                                   : UnaryOperator::Invert;
    left = make<UnaryOp>(first, op, operand);
  } else {
    left = power();
    if (left == nullptr) return nullptr;
  }

  // What binds tighter than the last operator was tried on its right side, in vain.
  Level highest = Level::Power;
  for (;;) {
    Operator op;
    if (binary_operator(kind(), op)) {
      if (op.level < lowest || op.level > highest) return left;
      highest = op.level;
      const std::uint32_t mark = pos_;
      advance();
      if (diagnosing_ && op.level >= Level::Sum && !shifting_) invalid_not_operand();
      const bool shifting = shifting_;
      shifting_ = shifting || op.level == Level::Shift;
      Expr* right = operators(Level(unsigned(op.level) + 1));
      shifting_ = shifting;
      if (right == nullptr) {
        pos_ = mark;
        return left;
      }
      left = make<BinOp>(first, left, op.binary, right);
      continue;
    }
    if (lowest <= Level::Compare && highest > Level::Compare && at_comparison()) {
      Expr* compared = comparison(first, left);
      if (compared == left) return left;
      left = compared;
      highest = Level::Compare;
      continue;
    }
    const Tok word = kind();
    const Level level = word == Tok::KwAnd ? Level::And : Level::Or;
    if ((word != Tok::KwAnd && word != Tok::KwOr) || level < lowest || level >= highest) return left;
    Expr* joined = boolean(first, left, word);
    if (joined == left) return left;
    left = joined;
    highest = level;
  }
}

// `left and ... and ...`: one node for a whole chain.
Expr* Parser::boolean(std::uint32_t first, Expr* left, Tok word) {
  const std::uint32_t list = stack_.size();
  stack_.push(left);
  while (at(word)) {
    const std::uint32_t mark = pos_;
    advance();
    Expr* next = operators(word == Tok::KwOr ? Level::And : Level::Not);
    if (next == nullptr) {
      pos_ = mark;
      break;
    }
    stack_.push(next);
  }
  const auto values = take<Expr>(list);
  if (values.size() == 1) return left;
  return make<BoolOp>(first, word == Tok::KwOr ? BoolOperator::Or : BoolOperator::And, values);
}

bool Parser::at_comparison() const {
  switch (kind()) {
    case Tok::EqEqual: case Tok::NotEqual: case Tok::Less: case Tok::LessEqual: case Tok::Greater:
    case Tok::GreaterEqual: case Tok::KwIn: case Tok::KwIs: case Tok::KwNot: return true;
    default: return false;
  }
}

Expr* Parser::comparison(std::uint32_t first, Expr* left) {
  const std::uint32_t list = stack_.size();
  CompareOperator ops_buffer[16];
  CompareOperator* ops = ops_buffer;
  std::uint32_t count = 0;
  std::uint32_t capacity = 16;
  while (at_comparison()) {
    const std::uint32_t mark = pos_;
    CompareOperator op;
    switch (kind()) {
      case Tok::EqEqual: op = CompareOperator::Eq; break;
      case Tok::NotEqual: op = CompareOperator::NotEq; break;
      case Tok::Less: op = CompareOperator::Lt; break;
      case Tok::LessEqual: op = CompareOperator::LtE; break;
      case Tok::Greater: op = CompareOperator::Gt; break;
      case Tok::GreaterEqual: op = CompareOperator::GtE; break;
      case Tok::KwIn: op = CompareOperator::In; break;
      case Tok::KwIs: op = CompareOperator::Is; break;
      default: op = CompareOperator::NotIn; break;
    }
    advance();
    bool good = true;
    if (op == CompareOperator::NotIn) {
      good = accept(Tok::KwIn);
    } else if (op == CompareOperator::Is && at(Tok::KwNot)) {
      // `a is not b`, or else `a is (not b)`, which is no comparison.
      advance();
      op = CompareOperator::IsNot;
    }
    Expr* right = good ? bitwise_or() : nullptr;
    if (right == nullptr) {
      pos_ = mark;
      break;
    }
    if (count == capacity) {
      auto larger = arena_.array<CompareOperator>(capacity * 2);
      std::memcpy(larger.data(), ops, count);
      ops = larger.data();
      capacity *= 2;
    }
    ops[count++] = op;
    stack_.push(right);
  }
  const auto comparators = take<Expr>(list);
  if (count == 0) return left;
  auto* compare = make<Compare>(first, left, arena_.copy(ops, count), comparators);
  suspect_comparison(*compare);
  return compare;
}

Expr* Parser::power() {
  const std::uint32_t first = pos_;
  Expr* base;
  if (accept(Tok::KwAwait)) {
    Expr* value = primary();
    if (value == nullptr) return back(first);
    if (scope_.function != Scope::kAsync) misplaced_ = true;
    base = make<Await>(first, value);
  } else {
    base = primary();
  }
  if (base == nullptr || !at(Tok::DoubleStar)) return base;
  const std::uint32_t mark = pos_;
  advance();
  const Deeper deeper(*this);
  Expr* exponent = deeper.too_deep() ? nullptr : operators(Level::Factor);
  if (exponent == nullptr) {
    pos_ = mark;
    return base;
  }
  return make<BinOp>(first, base, BinaryOperator::Pow, exponent);
}

Expr* Parser::primary(bool is_target) {
  const std::uint32_t first = pos_;
  if (memoizing_ && !is_target) {
    if (const Memo::Entry* known = memo_.find(first, Rule::Primary)) {
      if (known->node != nullptr) pos_ = known->end;
      return static_cast<Expr*>(known->node);
    }
  }
  Expr* left = atom();
  while (left != nullptr) {
    Expr* longer = nullptr;
    const std::uint32_t mark = pos_;
    if (diagnosing_ && (at(Tok::LSqb) || (at(Tok::LBrace) && !is_target))) {
      // Taken, for a moment, for the generator that is a call's only argument.
      invalid_comprehension();
      if (error_ != nullptr) break;
    }
    if (at(Tok::Dot)) {
      advance();
      if (at(Tok::Name)) {
        const Identifier name = identifier(token());
        advance();
        longer = make<Attribute>(first, left, name, ExprContext::Load);
      }
    } else if (at(Tok::LPar)) {
      longer = call(first, left);
    } else if (at(Tok::LSqb)) {
      advance();
      Expr* index = slices();
      if (index != nullptr && accept(Tok::RSqb)) {
        suspect_subscript(left, index);
        longer = make<Subscript>(first, left, index, ExprContext::Load);
      }
    }
    if (longer == nullptr) {
      pos_ = mark;
      break;
    }
    left = longer;
  }
  if (memoizing_ && !is_target) memo_.insert(first, Rule::Primary, left, pos_);
  return left;
}

}  // namespace ap::syntax
