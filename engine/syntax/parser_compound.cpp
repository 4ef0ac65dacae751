// Compound statements.
#include "syntax/parser_impl.hpp"

namespace ap::syntax {

// What follows a colon: an indented block, or simple statements on the same line. `after` says for the error
// message what it belongs to (null: it does not say), `keyword` is the token whose line it names.
bool Parser::block(Body& out, const char* after, std::uint32_t keyword) {
  const std::uint32_t first = pos_;
  const std::uint32_t mark = stack_.size();
  if (!accept(Tok::Newline)) {
    if (!simple_statements()) return false;
    out = take<Stmt>(mark);
    return true;
  }
  if (!at(Tok::Indent)) {
    if (diagnosing_ && after == nullptr) {
      raise("expected an indented block", ErrorType::IndentationError);
    } else if (diagnosing_) {
      raise_indent(after, keyword);
    }
    pos_ = first;
    return false;
  }
  advance();
  out = statements();
  if (!out.empty() && accept(Tok::Dedent)) return true;
  pos_ = first;
  return false;
}

bool Parser::loop_block(Body& out, const char* after, std::uint32_t keyword) {
  const Within within(*this, in_loop());
  return block(out, after, keyword);
}

// A colon after the head of a statement. At the end of the line it is missed by name.
bool Parser::head_colon() {
  if (accept(Tok::Colon)) return true;
  if (diagnosing_ && at(Tok::Newline)) raise("expected ':'");
  return false;
}

Stmt* Parser::compound_statement() {
  const std::uint32_t first = pos_;
  switch (kind()) {
    case Tok::KwIf: return if_statement();
    case Tok::KwWhile: return while_statement();
    case Tok::KwFor: return for_statement(first);
    case Tok::KwTry: return try_statement();
    case Tok::KwWith: return with_statement(first);
    case Tok::KwDef: return function_def(first, {});
    case Tok::KwClass: return class_def(first, {});
    case Tok::KwAsync:
      advance();
      if (at(Tok::KwDef)) return function_def(first, {});
      if (at(Tok::KwWith)) return with_statement(first);
      if (at(Tok::KwFor)) return for_statement(first);
      return back(first);
    default: return decorated();
  }
}

bool Parser::else_block(Body& out) {
  const std::uint32_t keyword = pos_;
  if (!accept(Tok::KwElse)) return true;
  if (expect_forced(Tok::Colon, "':'") && block(out, "'else' statement", keyword)) {
    if (diagnosing_ && at(Tok::KwElif)) raise_here("'elif' block follows an 'else' block");
    return true;
  }
  pos_ = keyword;
  return true;
}

// Also for `elif`.
Stmt* Parser::if_statement() {
  const std::uint32_t first = pos_;
  const bool is_elif = at(Tok::KwElif);
  const Deeper deeper(*this);
  if (deeper.too_deep()) return nullptr;
  advance();
  Expr* test = named_expression();
  Body body;
  if (test == nullptr || !head_colon() || !block(body, is_elif ? "'elif' statement" : "'if' statement", first)) {
    return back(first);
  }
  Body orelse;
  if (at(Tok::KwElif)) {
    if (Stmt* next = if_statement()) orelse = one(next);
  } else {
    else_block(orelse);
  }
  return make_stmt<If>(first, test, body, orelse);
}

Stmt* Parser::while_statement() {
  const std::uint32_t first = pos_;
  advance();
  Expr* test = named_expression();
  Body body;
  if (test == nullptr || !head_colon() || !loop_block(body, "'while' statement", first)) return back(first);
  Body orelse;
  else_block(orelse);
  return make_stmt<While>(first, test, body, orelse);
}

Stmt* Parser::for_statement(std::uint32_t first) {
  const std::uint32_t keyword = pos_;
  advance();
  Expr* target = star_targets();
  if (target == nullptr || !accept(Tok::KwIn)) {
    if (diagnosing_) {
      pos_ = keyword;
      invalid_for_target();
    }
    return back(first);
  }
  Expr* iter = star_expressions();
  Body body;
  if (iter == nullptr || !head_colon() || !loop_block(body, "'for' statement", keyword)) return back(first);
  if (keyword != first && scope_.function != Scope::kAsync) misplaced_ = true;
  Body orelse;
  else_block(orelse);
  return make_stmt<For>(first, keyword != first, target, iter, body, orelse);
}

// ---------------------------------------------------------------------------------------------------------
// with

WithItem* Parser::with_item() {
  const std::uint32_t first = pos_;
  Expr* context = expression();
  if (context == nullptr) return nullptr;
  const std::uint32_t mark = pos_;
  Expr* target = nullptr;
  if (accept(Tok::KwAs)) {
    target = star_target();
    if (target != nullptr && !at(Tok::Comma) && !at(Tok::RPar) && !at(Tok::Colon)) target = nullptr;
    if (target == nullptr && diagnosing_) {
      pos_ = first;
      invalid_with_item();
      if (error_ != nullptr) return nullptr;
    }
    if (target == nullptr) pos_ = mark;
  }
  return arena_.make<WithItem>(context, target);
}

// Up to the colon, which stays.
bool Parser::with_items(List<WithItem*>& out, bool bracketed) {
  const std::uint32_t mark = stack_.size();
  if (bracketed) advance();
  while (WithItem* item = with_item()) {
    stack_.push(item);
    const std::uint32_t before = pos_;
    if (!accept(Tok::Comma)) break;
    if (bracketed && at(Tok::RPar)) break;
    if (!bracketed && at(Tok::Colon)) {
      pos_ = before;
      break;
    }
  }
  out = take<WithItem>(mark);
  return !out.empty() && (!bracketed || accept(Tok::RPar)) && at(Tok::Colon);
}

Stmt* Parser::with_statement(std::uint32_t first) {
  const std::uint32_t keyword = pos_;
  advance();
  List<WithItem*> items;
  bool good = at(Tok::LPar) && with_items(items, true);
  if (!good && error_ == nullptr) {
    // The parenthesis may belong to an expression.
    pos_ = keyword + 1;
    good = with_items(items, false);
  }
  Body body;
  if (good && accept(Tok::Colon) && block(body, "'with' statement", keyword)) {
    if (keyword != first && scope_.function != Scope::kAsync) misplaced_ = true;
    return make_stmt<With>(first, keyword != first, items, body);
  }
  if (diagnosing_ && error_ == nullptr) {
    pos_ = keyword;
    invalid_with_statement();
  }
  return back(first);
}

// ---------------------------------------------------------------------------------------------------------
// try

Stmt* Parser::try_statement() {
  const std::uint32_t first = pos_;
  advance();
  Body body;
  if (!expect_forced(Tok::Colon, "':'")) return back(first);
  // While diagnosing, handlers are looked at even if there is nothing to handle.
  const bool empty = !block(body, "'try' statement", first);
  if (empty && (!diagnosing_ || error_ != nullptr)) return back(first);
  if (!empty && diagnosing_ && !at(Tok::KwExcept) && !at(Tok::KwFinally)) {
    raise("expected 'except' or 'finally' block");
    return back(first);
  }
  const std::uint32_t mark = stack_.size();
  bool is_star = false;
  while (at(Tok::KwExcept)) {
    bool star_here = false;
    const std::uint32_t keyword = pos_;
    if (stack_.size() > mark) {
      // Both kinds in one statement: the second does not go on behind its first token.
      advance();
      star_here = at(Tok::Star);
      pos_ = keyword;
      if (star_here != is_star) {
        if (diagnosing_) invalid_except_mix(is_star);
        break;
      }
    }
    ExceptHandler* handler = except_block(star_here);
    if (handler == nullptr) break;
    is_star = star_here;
    stack_.push(handler);
  }
  const auto handlers = take<ExceptHandler>(mark);
  if (empty) return back(first);
  Body orelse;
  if (!handlers.empty()) else_block(orelse);
  Body finalbody;
  const std::uint32_t keyword = pos_;
  if (accept(Tok::KwFinally)) {
    const Within within(*this, {scope_.function, scope_.loop, true, true});
    if (!expect_forced(Tok::Colon, "':'") || !block(finalbody, "'finally' statement", keyword)) pos_ = keyword;
  }
  if (handlers.empty() && finalbody.empty()) return back(first);
  return make_stmt<Try>(first, is_star, body, handlers, orelse, finalbody);
}

ExceptHandler* Parser::except_block(bool& is_star) {
  const std::uint32_t first = pos_;
  advance();
  is_star = accept(Tok::Star);
  const char* after = is_star ? "'except*' statement" : "'except' statement";
  Expr* type = expression();
  Identifier name;
  if (type != nullptr) {
    if (at(Tok::KwAs)) {
      const std::uint32_t mark = pos_;
      advance();
      if (at(Tok::Name)) {
        name = identifier(token());
        advance();
      } else {
        pos_ = mark;
      }
    } else if (at(Tok::Comma)) {
      after = nullptr;
      // Several types need no parentheses if nothing is named.
      const std::uint32_t mark = stack_.size();
      stack_.push(type);
      while (accept(Tok::Comma)) {
        Expr* next = expression();
        if (next == nullptr) break;
        stack_.push(next);
      }
      const auto elts = take<Expr>(mark);
      type = make<Tuple>(first + (is_star ? 2 : 1), elts, ExprContext::Load);
    }
  }
  Body body;
  if ((type != nullptr || !is_star) && accept(Tok::Colon)) {
    if (block(body, after, first)) return arena_.make<ExceptHandler>(type, name, body, range_from(first));
    if (error_ != nullptr) return nullptr;
  }
  pos_ = first;
  if (diagnosing_) invalid_except();
  return back(first);
}

// ---------------------------------------------------------------------------------------------------------
// Functions and classes

Stmt* Parser::decorated() {
  const std::uint32_t first = pos_;
  const std::uint32_t mark = stack_.size();
  while (accept(Tok::At)) {
    Expr* decorator = named_expression();
    if (decorator == nullptr || !accept(Tok::Newline)) {
      stack_.cut(mark);
      return back(first);
    }
    stack_.push(decorator);
  }
  const auto decorators = take<Expr>(mark);
  const std::uint32_t start = pos_;
  Stmt* result = nullptr;
  if (at(Tok::KwClass)) {
    result = class_def(start, decorators);
  } else {
    accept(Tok::KwAsync);
    if (at(Tok::KwDef)) result = function_def(start, decorators);
  }
  return result != nullptr ? result : back(first);
}

Stmt* Parser::function_def(std::uint32_t first, List<Expr*> decorators) {
  const std::uint32_t keyword = pos_;
  advance();
  if (!at(Tok::Name)) return back(first);
  const Identifier name = identifier(token());
  advance();
  List<TypeParam*> type_parameters;
  type_params(type_parameters);
  if (error_ != nullptr || !expect_forced(Tok::LPar, "'('")) return back(first);
  Arguments* arguments = parameters(false);
  if (arguments == nullptr || !accept(Tok::RPar)) return back(first);
  Expr* returns = nullptr;
  if (at(Tok::Arrow)) {
    const std::uint32_t mark = pos_;
    advance();
    returns = expression();
    if (returns == nullptr) pos_ = mark;
  }
  Body body;
  const Within within(*this, {keyword != first ? Scope::kAsync : Scope::kPlain});
  if (error_ != nullptr || !expect_forced(Tok::Colon, "':'") || !block(body, "function definition", keyword)) {
    return back(first);
  }
  return make_stmt<FunctionDef>(first, keyword != first, name, arguments, body, decorators, returns,
                                type_parameters);
}

Stmt* Parser::class_def(std::uint32_t first, List<Expr*> decorators) {
  const std::uint32_t keyword = pos_;
  advance();
  if (!at(Tok::Name)) return back(first);
  const Identifier name = identifier(token());
  advance();
  List<TypeParam*> type_parameters;
  type_params(type_parameters);
  Call arguments{};
  if (at(Tok::LPar)) {
    const std::uint32_t open = pos_;
    advance();
    if (!at(Tok::RPar) && !class_arguments(arguments)) {
      pos_ = open;
    } else if (!accept(Tok::RPar)) {
      pos_ = open;
    }
  }
  Body body;
  const Within within(*this, {});
  if (error_ != nullptr || !head_colon() || !block(body, "class definition", keyword)) return back(first);
  return make_stmt<ClassDef>(first, name, arguments.args, arguments.keywords, body, decorators,
                             type_parameters);
}

bool Parser::class_arguments(Call& out) {
  const std::uint32_t first = pos_;
  if (arguments(out, nullptr)) return true;
  pos_ = first;
  if (diagnosing_) invalid_arguments();
  return false;
}

}  // namespace ap::syntax
