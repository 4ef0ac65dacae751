// Mistakes in statements and in lists of parameters. The rules are those of errors_expressions.cpp.
#include "syntax/format.hpp"
#include "syntax/parser_impl.hpp"

namespace ap::syntax {

// ---------------------------------------------------------------------------------------------------------
// Assignments

// What stands first in a statement is taken for a target before it is for an expression, and within brackets
// mistakes show at once.
void Parser::visit_target() {
  const std::uint32_t first = pos_;
  while (accept(Tok::LPar)) {
    const std::uint32_t mark = pos_;
    primary(true);
    pos_ = mark;
  }
  pos_ = first;
  star_targets();
  pos_ = first;
}

void Parser::invalid_assignment() {
  const std::uint32_t first = pos_;
  // `[a]: int`
  if (at(Tok::LPar) || at(Tok::LSqb)) {
    const Expr* target = atom();
    if (target != nullptr && (target->kind == ExprKind::Tuple || target->kind == ExprKind::List) &&
        accept(Tok::Colon) && expression() != nullptr) {
      raise_expr(target,
               concat(arena_, {"only single target (not ", name_of(target), ") can be annotated"}));
    }
    pos_ = first;
    if (error_ != nullptr) return;
  }
  // `a, b: int`
  Expr* head = star_named_expression();
  if (head != nullptr && accept(Tok::Comma)) {
    const std::uint32_t mark = stack_.size();
    while (star_named_expressions(nullptr)) {
    }
    stack_.cut(mark);
    if (accept(Tok::Colon) && expression() != nullptr) {
      raise_expr(head, "only single target (not tuple) can be annotated");
    }
  }
  pos_ = first;
  if (error_ != nullptr) return;
  // `f(): int`
  head = expression();
  if (head != nullptr && accept(Tok::Colon) && expression() != nullptr) {
    raise_expr(head, "illegal target for annotation");
  }
  pos_ = first;
  if (error_ != nullptr) return;
  // `a = f() = b`, `a = yield = b`
  for (;;) {
    const std::uint32_t mark = pos_;
    if (star_targets() == nullptr || !accept(Tok::Equal)) {
      pos_ = mark;
      break;
    }
  }
  const std::uint32_t mark = pos_;
  Expr* last = star_expressions();
  if (last != nullptr && at(Tok::Equal)) raise_target(last, TargetUse::Star);
  pos_ = mark;
  if (error_ == nullptr && at(Tok::KwYield)) {
    Expr* yielded = yield_expression();
    if (at(Tok::Equal)) raise_expr(yielded, "assignment to yield expression not possible");
  }
  pos_ = first;
  if (error_ != nullptr) return;
  // `f() += 1`
  head = star_expressions();
  if (head != nullptr && kind() >= Tok::PlusEqual && kind() <= Tok::DoubleSlashEqual) {
    advance();
    if (expression_or_yield() != nullptr) {
      raise_expr(head,
               concat(arena_, {"'", name_of(head), "' is an illegal expression for augmented assignment"}));
    }
  }
  pos_ = first;
}

void Parser::invalid_del() {
  const std::uint32_t first = pos_;
  advance();
  if (Expr* target = star_expressions()) raise_target(target, TargetUse::Del);
  pos_ = first;
}

// ---------------------------------------------------------------------------------------------------------
// Imports

void Parser::invalid_import() {
  const std::uint32_t first = pos_;
  if (!accept(Tok::KwImport)) return;
  if (at(Tok::Newline)) return raise_from(range_of(token()), "Expected one or more names after 'import'");
  Identifier name;
  bool any = false;
  while (dotted_name(name)) {
    any = true;
    const std::uint32_t before = pos_;
    if (!accept(Tok::Comma)) break;
    if (!at(Tok::Name)) {
      pos_ = before;
      break;
    }
  }
  if (any && accept(Tok::KwFrom) && dotted_name(name)) {
    raise_from(range_of(tokens_[first]), "Did you mean to use 'from ... import ...' instead?");
  }
  pos_ = first;
}

// At `as`.
void Parser::invalid_import_target() {
  const std::uint32_t first = pos_;
  advance();
  if (at(Tok::Name)) {
    advance();
    const bool good = at(Tok::Comma) || at(Tok::RPar) || at(Tok::Semi) || at(Tok::Newline);
    pos_ = first + 1;
    if (good) {
      pos_ = first;
      return;
    }
  }
  if (Expr* target = expression()) {
    raise_expr(target, concat(arena_, {"cannot use ", name_of(target), " as import target"}));
  }
  pos_ = first;
}

// From after `import`.
void Parser::invalid_import_from_targets() {
  const std::uint32_t first = pos_;
  if (at(Tok::Newline)) return raise_from(range_of(token()), "Expected one or more names after 'import'");
  const std::uint32_t mark = stack_.size();
  while (import_alias(false) != nullptr) {
    if (!accept(Tok::Comma)) break;
    if (at(Tok::Newline)) {
      raise("trailing comma not allowed without surrounding parentheses");
      break;
    }
  }
  stack_.cut(mark);
  pos_ = first;
}

// ---------------------------------------------------------------------------------------------------------
// Heads of compound statements

void Parser::invalid_with_item() {
  const std::uint32_t first = pos_;
  if (expression() != nullptr && accept(Tok::KwAs)) {
    Expr* target = expression();
    if (target != nullptr && (at(Tok::Comma) || at(Tok::RPar) || at(Tok::Colon))) {
      raise_target(target, TargetUse::Star);
    }
  }
  pos_ = first;
}

// The colon was forgotten.
void Parser::invalid_with_statement() {
  const std::uint32_t first = pos_;
  for (const bool bracketed : {false, true}) {
    pos_ = first + 1;
    if (bracketed && !accept(Tok::LPar)) break;
    bool good = false;
    for (;;) {
      good = (bracketed ? star_expressions() : expression()) != nullptr;
      if (!good) break;
      const std::uint32_t mark = pos_;
      if (accept(Tok::KwAs) && star_target() == nullptr) pos_ = mark;
      if (!accept(Tok::Comma)) break;
      if (bracketed && at(Tok::RPar)) break;
    }
    if (good && (!bracketed || accept(Tok::RPar)) && at(Tok::Newline)) raise("expected ':'");
  }
  pos_ = first;
}

// At a handler of the other kind than those before it.
void Parser::invalid_except_mix(bool is_star) {
  const std::uint32_t first = pos_;
  advance();
  if (!is_star) advance();
  const std::uint32_t last = pos_ - 1;
  const bool typed = expression() != nullptr;
  const std::uint32_t mark = pos_;
  if (typed && accept(Tok::KwAs) && !accept(Tok::Name)) pos_ = mark;
  if ((typed || is_star) && at(Tok::Colon)) {
    raise_tokens(first, last, "cannot have both 'except' and 'except*' on the same 'try'");
  }
  pos_ = first;
}

void Parser::invalid_except() {
  const std::uint32_t first = pos_;
  advance();
  const bool is_star = accept(Tok::Star);
  const std::uint32_t types = pos_;
  Expr* type = expression();
  if (error_ != nullptr) return;
  if (type == nullptr) {
    if (is_star && (at(Tok::Newline) || at(Tok::Colon))) {
      raise("expected one or more exception types");
    } else if (!is_star && at(Tok::Newline)) {
      raise("expected ':'");
    }
    pos_ = first;
    return;
  }
  if (at(Tok::Comma)) {
    advance();
    Expr* last = nullptr;
    while (Expr* next = expression()) {
      last = next;
      if (!accept(Tok::Comma)) break;
    }
    if (last != nullptr && accept(Tok::KwAs) && accept(Tok::Name) && at(Tok::Colon)) {
      raise_at(range_from(types), "multiple exception types must be parenthesized when using 'as'");
    }
    pos_ = types;
    if (error_ != nullptr) return;
    expression();
  }
  const std::uint32_t after = pos_;
  if (accept(Tok::KwAs) && !accept(Tok::Name)) pos_ = after;
  if (at(Tok::Newline)) raise("expected ':'");
  pos_ = after;
  if (error_ == nullptr && accept(Tok::KwAs)) {
    Expr* target = expression();
    if (target != nullptr && target->kind != ExprKind::Name && accept(Tok::Colon)) {
      raise_expr(target, concat(arena_, {is_star ? "cannot use except* statement with "
                                                      : "cannot use except statement with ",
                                              name_of(target)}));
    }
  }
  pos_ = first;
}

// At `as`, where no name follows.
void Parser::invalid_as_pattern() {
  advance();
  if (Expr* target = expression()) {
    raise_expr(target, concat(arena_, {"cannot use ", name_of(target), " as pattern target"}));
  }
}

// ---------------------------------------------------------------------------------------------------------
// Parameters

// One parameter with its comma, unless it is the last.
Arg* Parser::lone_parameter(Default wanted, bool is_lambda) {
  const Tok closing = is_lambda ? Tok::Colon : Tok::RPar;
  const std::uint32_t first = pos_;
  Arg* arg = parameter(is_lambda, false);
  if (arg == nullptr) return nullptr;
  if (wanted != Default::No && default_value() == nullptr && wanted == Default::Yes) return back(first);
  if (!accept(Tok::Comma) && !at(closing)) return back(first);
  return arg;
}

// The parameters before a slash, and the slash: those without defaults, then those with. `wanted` says whether
// there must be defaults.
bool Parser::slash_parameters(Default wanted, bool is_lambda) {
  const std::uint32_t first = pos_;
  while (lone_parameter(Default::No, is_lambda) != nullptr) {
  }
  const std::uint32_t defaults = pos_;
  while (wanted != Default::No && lone_parameter(Default::Yes, is_lambda) != nullptr) {
  }
  const bool some = pos_ > (wanted == Default::Yes ? defaults : first);
  if (some && accept(Tok::Slash)) {
    if (accept(Tok::Comma) || at(is_lambda ? Tok::Colon : Tok::RPar)) return true;
  }
  pos_ = first;
  return false;
}

void Parser::invalid_parameters(bool is_lambda) {
  const Tok closing = is_lambda ? Tok::Colon : Tok::RPar;
  const std::uint32_t first = pos_;
  const auto skip = [&](Default wanted) {
    bool any = false;
    while (lone_parameter(wanted, is_lambda) != nullptr) any = true;
    return any;
  };

  if (at(Tok::Slash)) {
    advance();
    if (at(Tok::Comma)) raise_tokens(first, first, "at least one argument must precede /");
    pos_ = first;
  }
  if (slash_parameters(Default::Maybe, is_lambda)) {
    skip(Default::Maybe);
    if (at(Tok::Slash)) raise_here("/ may appear only once");
  }
  pos_ = first;

  // `a=1, b`
  slash_parameters(Default::No, is_lambda);
  skip(Default::No);
  if (slash_parameters(Default::Yes, is_lambda) || skip(Default::Yes)) {
    if (Arg* arg = lone_parameter(Default::No, is_lambda)) {
      raise_at(arg->range, "parameter without a default follows parameter with a default");
    }
  }
  pos_ = first;
  if (error_ != nullptr) return;

  // `(a, b)`
  skip(Default::No);
  if (at(Tok::LPar)) {
    const std::uint32_t open = pos_;
    advance();
    bool good = false;
    if (is_lambda) {
      while (parameter(true, false) != nullptr) {
        good = true;
        if (!accept(Tok::Comma)) break;
      }
    } else {
      good = skip(Default::No);
      accept(Tok::Comma);
    }
    if (good && at(Tok::RPar)) {
      raise_tokens(open, pos_, is_lambda ? "Lambda expression parameters cannot be parenthesized"
                                                        : "Function parameters cannot be parenthesized");
    }
  }
  pos_ = first;
  if (error_ != nullptr) return;

  // `*, a, /`
  slash_parameters(Default::Maybe, is_lambda);
  skip(Default::Maybe);
  if (accept(Tok::Star) && (accept(Tok::Comma) || lone_parameter(Default::No, is_lambda) != nullptr)) {
    skip(Default::Maybe);
    if (at(Tok::Slash)) raise_here("/ must be ahead of *");
  }
  pos_ = first;
  if (error_ == nullptr && skip(Default::Maybe) && accept(Tok::Slash) && at(Tok::Star)) {
    raise_here("expected comma between / and *");
  }
  pos_ = first;
  if (error_ != nullptr) return;

  slash_parameters(Default::Maybe, is_lambda);
  skip(Default::No);
  skip(Default::Yes);
  if (at(Tok::Star)) {
    const std::uint32_t after = pos_ + 1;
    advance();
    if (at(closing) || (accept(Tok::Comma) && (at(closing) || at(Tok::DoubleStar)))) {
      constexpr std::string_view message = "named arguments must follow bare *";
      if (is_lambda) {
        raise(message);
      } else {
        raise_tokens(after - 1, after - 1, message);
      }
    }
    pos_ = after;
    if (error_ == nullptr && parameter(is_lambda, true) != nullptr && at(Tok::Equal)) {
      raise_here("var-positional argument cannot have default value");
    }
    pos_ = after;
    if (error_ == nullptr && (lone_parameter(Default::No, is_lambda) != nullptr || accept(Tok::Comma))) {
      skip(Default::Maybe);
      if (at(Tok::Star)) {
        const std::uint32_t second = pos_;
        advance();
        if (lone_parameter(Default::No, is_lambda) != nullptr || accept(Tok::Comma)) {
          raise_tokens(second, second, "* argument may appear only once");
        }
        --pos_;
      }
    }
    pos_ = after;
    if (error_ == nullptr && !accept(Tok::Comma) && parameter(is_lambda, true) != nullptr) accept(Tok::Comma);
    skip(Default::Maybe);
  }
  if (error_ == nullptr && accept(Tok::DoubleStar) && parameter(is_lambda, false) != nullptr) {
    if (at(Tok::Equal)) {
      raise_here("var-keyword argument cannot have default value");
    } else if (accept(Tok::Comma)) {
      if (at(Tok::Star) || at(Tok::DoubleStar) || at(Tok::Slash)) {
        raise_here("arguments cannot follow var-keyword argument");
      } else if (Arg* arg = parameter(is_lambda, false)) {
        raise_at(arg->range, "arguments cannot follow var-keyword argument");
      }
    }
  }
  pos_ = first;
}

}  // namespace ap::syntax
