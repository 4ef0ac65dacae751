// Simple statements, and lists of statements.
#include "syntax/format.hpp"
#include "syntax/parser_impl.hpp"

namespace ap::syntax {

// As many as there are. Whoever called finds out whether they end where they should.
Body Parser::statements() {
  const std::uint32_t mark = stack_.size();
  while (statement()) {
  }
  return take<Stmt>(mark);
}

// Pushes what it reads on stack_: a line may hold several.
bool Parser::statement() {
  if (error_ != nullptr) return false;
  const std::uint32_t first = pos_;
  if (memoizing_) memo_.forget();
  switch (kind()) {
    case Tok::KwIf: case Tok::KwWhile: case Tok::KwFor: case Tok::KwTry: case Tok::KwWith: case Tok::KwDef:
    case Tok::KwClass: case Tok::KwAsync: case Tok::At: {
      Stmt* compound = compound_statement();
      if (compound == nullptr) {
        pos_ = first;
        return false;
      }
      stack_.push(compound);
      if (compound->kind != StmtKind::FunctionDef) note_compound(compound);
      return true;
    }
    case Tok::Name:
      if (at_name("match")) {
        if (Stmt* match = match_statement()) {
          stack_.push(match);
          note_compound(match);
          return true;
        }
        if (error_ != nullptr) return false;
      }
      break;
    case Tok::EndMarker:
    case Tok::Dedent: return false;
    default: break;
  }
  return simple_statements();
}

bool Parser::simple_statements() {
  const std::uint32_t first = pos_;
  const std::uint32_t mark = stack_.size();
  for (;;) {
    Stmt* simple = simple_statement();
    if (simple == nullptr) break;
    stack_.push(simple);
    if (accept(Tok::Newline)) return true;
    if (!accept(Tok::Semi)) break;
    if (accept(Tok::Newline)) return true;
  }
  stack_.cut(mark);
  pos_ = first;
  return false;
}

Stmt* Parser::simple_statement() {
  const std::uint32_t first = pos_;
  switch (kind()) {
    case Tok::Name:
      if (at_name("type")) {
        // `type` may also be any other name.
        if (Stmt* statement = expression_statement(true)) return statement;
        return error_ != nullptr ? nullptr : type_alias();
      }
      return expression_statement(false);
    case Tok::KwReturn: {
      advance();
      Expr* value = star_expressions();
      if (scope_.function == Scope::kNone) misplaced_ = true;
      if (scope_.finally_block) suspect_exit("return", first);
      return make_stmt<Return>(first, value);
    }
    case Tok::KwImport:
    case Tok::KwFrom: return import_statement();
    case Tok::KwRaise: return raise_statement();
    case Tok::KwPass:
    case Tok::KwBreak:
    case Tok::KwContinue: {
      if (diagnosing_) {
        invalid_expression();
        if (error_ != nullptr) return nullptr;
      }
      const Tok word = kind();
      advance();
      if (word == Tok::KwPass) return make_stmt<Pass>(first);
      if (!scope_.loop) misplaced_ = true;
      if (scope_.finally_loop) suspect_exit(text(tokens_[first]), first);
      if (word == Tok::KwBreak) return make_stmt<Break>(first);
      return make_stmt<Continue>(first);
    }
    case Tok::KwDel: return del_statement();
    case Tok::KwAssert: {
      advance();
      Expr* test = expression();
      if (test == nullptr) return back(first);
      const std::uint32_t mark = pos_;
      Expr* message = accept(Tok::Comma) ? expression() : nullptr;
      if (message == nullptr) pos_ = mark;
      if (const auto* tuple = try_as<Tuple>(test); tuple != nullptr && !tuple->elts.empty()) {
        suspect(range_of(tokens_[first]), {"assertion is always true, perhaps remove parentheses?"});
      }
      return make_stmt<Assert>(first, test, message);
    }
    case Tok::KwGlobal:
    case Tok::KwNonlocal: {
      const bool is_global = at(Tok::KwGlobal);
      const std::uint32_t mark = stack_.size();
      if (!is_global && scope_.function == Scope::kNone) misplaced_ = true;
      do {
        advance();
        if (!at(Tok::Name)) break;
        stack_.push(&token());
        advance();
      } while (at(Tok::Comma));
      const std::uint32_t count = stack_.size() - mark;
      if (count == 0 || tokens_[pos_ - 1].kind != Tok::Name) {
        stack_.cut(mark);
        return back(first);
      }
      auto names = arena_.array<Identifier>(count);
      for (std::uint32_t i = 0; i < count; ++i) names[i] = identifier(*static_cast<Token*>(stack_[mark + i]));
      stack_.cut(mark);
      if (is_global) return make_stmt<Global>(first, List<Identifier>(names));
      return make_stmt<Nonlocal>(first, List<Identifier>(names));
    }
    default: return expression_statement(false);
  }
}

Stmt* Parser::raise_statement() {
  const std::uint32_t first = pos_;
  advance();
  Expr* exc = expression();
  Expr* cause = nullptr;
  if (exc != nullptr) {
    const std::uint32_t mark = pos_;
    cause = accept(Tok::KwFrom) ? expression() : nullptr;
    if (cause == nullptr) pos_ = mark;
  }
  return make_stmt<Raise>(first, exc, cause);
}

// ---------------------------------------------------------------------------------------------------------
// Assignments and expressions

// With `strict`, an expression that cannot be a statement of its own is left alone (it may be `type X = ...`).
Stmt* Parser::expression_statement(bool strict) {
  const std::uint32_t first = pos_;
  const bool bracketed = at(Tok::LPar);
  if (diagnosing_) {
    visit_target();
    if (error_ != nullptr) return nullptr;
  }
  Expr* value = expression_or_yield();
  if (value != nullptr && at(Tok::Colon)) {
    if (Stmt* annotated = annotated_assignment(first, value, bracketed)) return annotated;
  } else if (value != nullptr && at(Tok::Equal)) {
    if (Stmt* assigned = assignment(first, value)) return assigned;
  } else if (value != nullptr && kind() >= Tok::PlusEqual && kind() <= Tok::DoubleSlashEqual) {
    // After the operator there is no other way on.
    if (is_single_target(value)) {
      const auto op = BinaryOperator(unsigned(kind()) - unsigned(Tok::PlusEqual));
      const std::uint32_t mark = pos_;
      advance();
      if (Expr* operand = expression_or_yield()) {
        store(value, ExprContext::Store);
        return make_stmt<AugAssign>(first, value, op, operand);
      }
      pos_ = mark;
      if (diagnosing_) return back(first);
    }
  }
  if (diagnosing_) {
    const std::uint32_t end = pos_;
    pos_ = first;
    invalid_assignment();
    pos_ = end;
  }
  if (value == nullptr || error_ != nullptr) return back(first);
  if (strict && !at(Tok::Newline) && !at(Tok::Semi)) return back(first);
  return make_stmt<ExprStmt>(first, value);
}

// `a = b = value`, from after `a`.
Stmt* Parser::assignment(std::uint32_t first, Expr* value) {
  const std::uint32_t mark = stack_.size();
  const std::uint32_t start = pos_;
  while (at(Tok::Equal) && value->kind != ExprKind::Yield && value->kind != ExprKind::YieldFrom &&
         store(value, ExprContext::Store)) {
    const std::uint32_t before = pos_;
    stack_.push(value);
    advance();
    if (diagnosing_) {
      const std::uint32_t after = pos_;
      star_targets();
      pos_ = after;
    }
    Expr* next = expression_or_yield();
    if (next == nullptr) {
      pos_ = before;
      break;
    }
    value = next;
  }
  if (stack_.size() == mark || at(Tok::Equal)) {
    stack_.cut(mark);
    return back(start);
  }
  const auto targets = take<Expr>(mark);
  return make_stmt<Assign>(first, targets, value);
}

// `target: annotation = value`, from after the target.
Stmt* Parser::annotated_assignment(std::uint32_t first, Expr* target, bool bracketed) {
  const std::uint32_t start = pos_;
  if (!is_single_target(target)) return nullptr;
  advance();
  Expr* annotation = expression();
  if (annotation == nullptr) return back(start);
  const std::uint32_t mark = pos_;
  Expr* value = accept(Tok::Equal) ? expression_or_yield() : nullptr;
  if (value == nullptr) pos_ = mark;
  store(target, ExprContext::Store);
  const bool simple = target->kind == ExprKind::Name && !bracketed;
  return make_stmt<AnnAssign>(first, target, annotation, value, simple);
}

Stmt* Parser::del_statement() {
  const std::uint32_t first = pos_;
  advance();
  const std::uint32_t mark = stack_.size();
  for (;;) {
    const std::uint32_t start = pos_;
    Expr* target = primary();
    if (target == nullptr || !store(target, ExprContext::Del)) {
      pos_ = start;
      break;
    }
    stack_.push(target);
    if (!accept(Tok::Comma)) break;
  }
  const auto targets = take<Expr>(mark);
  if (!targets.empty() && (at(Tok::Semi) || at(Tok::Newline))) return make_stmt<Delete>(first, targets);
  pos_ = first;
  if (diagnosing_) invalid_del();
  return back(first);
}

Stmt* Parser::type_alias() {
  const std::uint32_t first = pos_;
  advance();
  if (!at(Tok::Name)) return back(first);
  Expr* name = name_node(ExprContext::Store);
  List<TypeParam*> parameters;
  if (!type_params(parameters) || !accept(Tok::Equal)) return back(first);
  Expr* value = expression();
  if (value == nullptr) return back(first);
  return make_stmt<TypeAlias>(first, name, parameters, value);
}

// ---------------------------------------------------------------------------------------------------------
// Imports

bool Parser::dotted_name(Identifier& out) {
  const std::uint32_t first = pos_;
  if (!at(Tok::Name)) return false;
  advance();
  while (at(Tok::Dot)) {
    const std::uint32_t mark = pos_;
    advance();
    if (!at(Tok::Name)) {
      pos_ = mark;
      break;
    }
    advance();
  }
  out = source_.substr(tokens_[first].start, tokens_[pos_ - 1].end - tokens_[first].start);
  if (pos_ > first + 1 && out.find_first_of(" \t\f\\\n#") != out.npos) {
    // Blanks may stand around the dots.
    out = {};
    for (std::uint32_t i = first; i < pos_; ++i) out = concat(arena_, {out, text(tokens_[i])});
  }
  out = names_.intern(out);
  return true;
}

// `name as other`
Alias* Parser::import_alias(bool dotted) {
  const std::uint32_t first = pos_;
  Identifier name;
  if (dotted) {
    if (!dotted_name(name)) return nullptr;
  } else {
    if (!at(Tok::Name)) return nullptr;
    name = identifier(token());
    advance();
  }
  Identifier asname;
  if (at(Tok::KwAs)) {
    const std::uint32_t mark = pos_;
    if (diagnosing_) {
      invalid_import_target();
      if (error_ != nullptr) return nullptr;
    }
    advance();
    if (at(Tok::Name)) {
      asname = identifier(token());
      advance();
    } else {
      pos_ = mark;
    }
  }
  return arena_.make<Alias>(name, asname, range_from(first));
}

Stmt* Parser::import_statement() {
  const std::uint32_t first = pos_;
  if (diagnosing_) {
    invalid_import();
    pos_ = first;
    if (error_ != nullptr) return nullptr;
  }
  if (at(Tok::KwFrom)) return import_from();
  advance();
  const std::uint32_t mark = stack_.size();
  while (Alias* alias = import_alias(true)) {
    stack_.push(alias);
    const std::uint32_t before = pos_;
    if (!at(Tok::Comma)) break;
    advance();
    if (!at(Tok::Name)) {
      pos_ = before;
      break;
    }
  }
  const auto names = take<Alias>(mark);
  if (names.empty()) return back(first);
  return make_stmt<Import>(first, names);
}

Stmt* Parser::import_from() {
  const std::uint32_t first = pos_;
  advance();
  std::uint32_t level = 0;
  for (;; advance()) {
    if (at(Tok::Dot)) {
      level += 1;
    } else if (at(Tok::Ellipsis)) {
      level += 3;
    } else {
      break;
    }
  }
  Identifier module;
  if (!dotted_name(module) && level == 0) return back(first);
  if (!accept(Tok::KwImport)) return back(first);

  const std::uint32_t targets = pos_;
  const std::uint32_t mark = stack_.size();
  bool good = false;
  if (at(Tok::Star)) {
    auto* star = arena_.make<Alias>(names_.intern("*"), Identifier(), range_of(token()));
    advance();
    stack_.push(star);
    good = true;
  } else {
    const bool bracketed = accept(Tok::LPar);
    while (Alias* alias = import_alias(false)) {
      stack_.push(alias);
      const std::uint32_t before = pos_;
      if (!accept(Tok::Comma)) break;
      if (!at(Tok::Name)) {
        if (!bracketed) pos_ = before;
        break;
      }
    }
    good = stack_.size() > mark && (bracketed ? accept(Tok::RPar) : !at(Tok::Comma));
  }
  const auto names = take<Alias>(mark);
  if (!good) {
    pos_ = targets;
    if (diagnosing_ && error_ == nullptr) invalid_import_from_targets();
    return back(first);
  }
  return make_stmt<ImportFrom>(first, module, names, level);
}

}  // namespace ap::syntax
