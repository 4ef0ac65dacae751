// Mistakes in expressions. Called while diagnosing only. Each function looks for a few, in CPython's order, and
// raises at the first it finds; whether or not, pos_ is where it was.
#include "syntax/format.hpp"
#include "syntax/parser_impl.hpp"

namespace ap::syntax {

namespace {

constexpr std::string_view kMaybeEqual = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
constexpr std::string_view kBareGenerator = "Generator expression must be parenthesized";

}  // namespace

bool Parser::is_legacy(const Expr* expr) {
  const auto* name = try_as<Name>(expr);
  return name != nullptr && (name->id == "print" || name->id == "exec");
}

bool Parser::at_soft_keyword(std::uint32_t index) const {
  if (tokens_[index].kind != Tok::Name) return false;
  const std::string_view name = text(tokens_[index]);
  return name == "match" || name == "case" || name == "type" || name == "_";
}

// An expression in which nothing is diagnosed.
Expr* Parser::quiet_expression() {
  const std::uint32_t first = pos_;
  const bool diagnosing = diagnosing_;
  diagnosing_ = false;
  Expr* result = nullptr;
  if (at(Tok::KwLambda)) {
    result = lambda();
  } else {
    Expr* body = disjunction();
    result = body == nullptr ? nullptr : conditional(first, body);
    if (result == nullptr) result = body;
  }
  diagnosing_ = diagnosing;
  return result;
}

// `"a" b "c"`: quotes within a string.
void Parser::invalid_string() {
  const std::uint32_t first = pos_;
  if (!accept(Tok::String)) return;
  Expr* start = nullptr;
  Expr* last = nullptr;
  while (!at(Tok::String)) {
    Expr* next = quiet_expression();
    if (next == nullptr) break;
    if (start == nullptr) start = next;
    last = next;
  }
  if (last != nullptr && at(Tok::String)) {
    raise_range(start, last, "invalid syntax. Is this intended to be part of the string?");
  }
  pos_ = first;
}

void Parser::invalid_expression() {
  const std::uint32_t first = pos_;
  invalid_string();
  if (error_ != nullptr) return;
  if (at(Tok::KwLambda)) {
    // In an f-string the lambda's colon begins the format.
    advance();
    if (parameters(true) != nullptr && at(Tok::Colon)) {
      const std::uint32_t colon = pos_;
      advance();
      if (at(Tok::FStringMiddle)) {
        raise_tokens(first, colon,
                 "f-string: lambda expressions are not allowed without parentheses");
      }
    }
    pos_ = first;
    return;
  }
  if (at(Tok::KwPass) || at(Tok::KwBreak) || at(Tok::KwContinue)) {
    advance();
    if (accept(Tok::KwIf) && disjunction() != nullptr && accept(Tok::KwElse) && simple_statement() != nullptr) {
      raise_tokens(first, first, "expected expression before 'if', but statement is given");
    }
    pos_ = first;
    return;
  }
  Expr* left = disjunction();
  if (left == nullptr || error_ != nullptr) {
    pos_ = first;
    return;
  }
  const std::uint32_t end = pos_;
  const bool soft = at_soft_keyword(first);
  const bool string_after_name = tokens_[first].kind == Tok::Name && tokens_[first + 1].kind == Tok::String;
  if (!soft && !string_after_name) {
    Expr* right = quiet_expression();
    if (right != nullptr && error_ == nullptr && !is_legacy(left) && tokens_[pos_ - 1].level != 0) {
      raise_range(left, right, "invalid syntax. Perhaps you forgot a comma?");
    }
    pos_ = end;
  }
  if (error_ == nullptr && accept(Tok::KwIf)) {
    Expr* test = disjunction();
    if (test != nullptr && !at(Tok::KwElse) && !at(Tok::Colon)) {
      raise_range(left, test, "expected 'else' after 'if' expression");
    } else if (test != nullptr && accept(Tok::KwElse)) {
      const std::uint32_t other = pos_;
      if (expression() == nullptr && error_ == nullptr) {
        raise_tokens(other, other, "expected expression after 'else', but statement is given");
      }
    }
  }
  pos_ = first;
}

// `print "x"`, as it was written once.
void Parser::invalid_legacy_expression() {
  const std::uint32_t first = pos_;
  if (!at(Tok::Name)) return;
  const std::string_view name = text(token());
  advance();
  Expr* rest = at(Tok::LPar) ? nullptr : star_expressions();
  if (rest != nullptr && (name == "print" || name == "exec")) {
    raise_to(first, rest,
             concat(arena_, {"Missing parentheses in call to '", name, "'. Did you mean ", name, "(...)?"}));
  }
  pos_ = first;
}

void Parser::invalid_named_expression() {
  const std::uint32_t first = pos_;
  if (memo_.find(first, Rule::InvalidNamed) != nullptr) return;
  Expr* left = expression();
  if (left != nullptr && accept(Tok::ColonEqual) && expression() != nullptr) {
    raise_expr(left, concat(arena_, {"cannot use assignment expressions with ", name_of(left)}));
  }
  const auto ends_value = [this] { return !at(Tok::Equal) && !at(Tok::ColonEqual); };
  pos_ = first;
  if (error_ == nullptr && at_keyword()) {
    advance();
    advance();
    Expr* value = bitwise_or();
    if (value != nullptr && ends_value()) {
      raise_to(first, value, kMaybeEqual);
    }
  }
  pos_ = first;
  if (error_ == nullptr && !starts_with_display()) {
    Expr* target = bitwise_or();
    if (target != nullptr && accept(Tok::Equal) && bitwise_or() != nullptr && ends_value()) {
      raise_expr(target, concat(arena_, {"cannot assign to ", name_of(target),
                                              " here. Maybe you meant '==' instead of '='?"}));
    }
  }
  pos_ = first;
  memo_.insert(first, Rule::InvalidNamed, this, first);
}

// A list, a tuple, a generator, True, None or False stands here.
bool Parser::starts_with_display() {
  const std::uint32_t first = pos_;
  switch (kind()) {
    case Tok::KwTrue: case Tok::KwFalse: case Tok::KwNone: return true;
    case Tok::LPar: case Tok::LSqb: {
      const bool round = at(Tok::LPar);
      const Expr* display = atom();
      // Something in parentheses alone is neither.
      const bool found = display != nullptr && display->range.line == tokens_[first].line &&
                         display->range.col == tokens_[first].col &&
                         (round ? display->kind == ExprKind::Tuple || display->kind == ExprKind::GeneratorExp
                                : display->kind == ExprKind::List);
      pos_ = first;
      return found;
    }
    default: return false;
  }
}

void Parser::invalid_not_operand() {
  if (!at(Tok::KwNot)) return;
  const std::uint32_t first = pos_;
  advance();
  Expr* operand = operators(Level::Not);
  if (operand != nullptr) {
    raise_to(first, operand, "'not' after an operator must be parenthesized");
  }
  pos_ = first;
}

// ---------------------------------------------------------------------------------------------------------
// Brackets

void Parser::invalid_group() {
  const std::uint32_t first = pos_;
  advance();
  if (at(Tok::Star)) {
    Expr* starred = starred_expression();
    if (starred != nullptr && at(Tok::RPar)) raise_expr(starred, "cannot use starred expression here");
  } else if (at(Tok::DoubleStar)) {
    advance();
    if (expression() != nullptr && at(Tok::RPar)) {
      raise_tokens(first + 1, first + 1, "cannot use double starred expression here");
    }
  }
  pos_ = first;
}

void Parser::invalid_comprehension() {
  const std::uint32_t first = pos_;
  const bool round = at(Tok::LPar);
  List<Comprehension*> clauses;
  advance();
  if (at(Tok::Star)) {
    Expr* starred = starred_expression();
    if (starred != nullptr && for_if_clauses(clauses)) {
      raise_expr(starred, "iterable unpacking cannot be used in comprehension");
    }
  }
  pos_ = first + 1;
  Expr* head = round || error_ != nullptr ? nullptr : star_named_expression();
  if (head != nullptr && at(Tok::Comma)) {
    const Range comma = range_of(token());
    advance();
    const std::uint32_t mark = stack_.size();
    constexpr std::string_view message = "did you forget parentheses around the comprehension target?";
    if (star_named_expressions(nullptr)) {
      const auto rest = take<Expr>(mark);
      if (for_if_clauses(clauses)) raise_range(head, rest[rest.size() - 1], message);
    } else if (for_if_clauses(clauses)) {
      raise_at(join(head->range, comma), message);
    }
  }
  pos_ = first;
}

void Parser::invalid_dict_comprehension() {
  const std::uint32_t first = pos_;
  advance();
  List<Comprehension*> clauses;
  if (accept(Tok::DoubleStar) && bitwise_or() != nullptr && for_if_clauses(clauses) && at(Tok::RBrace)) {
    raise_tokens(first + 1, first + 1, "dict unpacking cannot be used in dict comprehension");
  }
  pos_ = first;
}

void Parser::invalid_double_starred_kvpairs() {
  const std::uint32_t first = pos_;
  advance();
  const std::uint32_t mark = stack_.size();
  bool any = false;
  while (dict_item(nullptr)) {
    any = true;
    if (!at(Tok::Comma)) break;
    const std::uint32_t comma = pos_;
    advance();
    const std::uint32_t item = pos_;
    const std::uint32_t size = stack_.size();
    const bool more = dict_item(nullptr);
    stack_.cut(size);
    pos_ = more ? item : comma;
    if (!more) break;
  }
  stack_.cut(mark);
  if (error_ == nullptr && any && accept(Tok::Comma)) invalid_kvpair(true);
  pos_ = first + 1;
  if (error_ == nullptr) invalid_kvpair(false);
  pos_ = first;
}

// `key` without a colon, `key: *value`, `key:`
void Parser::invalid_kvpair(bool colon_missed) {
  Expr* key = expression();
  if (key == nullptr || error_ != nullptr) return;
  if (!at(Tok::Colon)) {
    if (!colon_missed) return;
    Range end = key->range;
    raise_at({end.line, end.end_col - 1, end.end_line, end.end_col}, "':' expected after dictionary key");
    error_->end_offset = 0;
    return;
  }
  const std::uint32_t colon = pos_;
  advance();
  if (at(Tok::Star)) {
    const Range star = range_of(token());
    advance();
    if (bitwise_or() != nullptr) raise_from(star, "cannot use a starred expression in a dictionary value");
  } else if (at(Tok::RBrace) || at(Tok::Comma)) {
    raise_tokens(colon, colon, "expression expected after dictionary key and ':'");
  }
}

// ---------------------------------------------------------------------------------------------------------
// Comprehensions

void Parser::invalid_for_target() {
  const std::uint32_t first = pos_;
  accept(Tok::KwAsync);
  if (accept(Tok::KwFor)) {
    if (Expr* target = star_expressions()) raise_target(target, TargetUse::For);
  }
  pos_ = first;
}

void Parser::invalid_for_if_clause() {
  const std::uint32_t first = pos_;
  accept(Tok::KwAsync);
  if (accept(Tok::KwFor) && bitwise_or() != nullptr) {
    while (at(Tok::Comma)) {
      advance();
      if (bitwise_or() == nullptr) break;
    }
    if (!at(Tok::KwIn)) raise("'in' expected after for-loop variables");
  }
  pos_ = first;
}

// ---------------------------------------------------------------------------------------------------------
// Arguments

void Parser::invalid_starred_expression_unpacking() {
  const std::uint32_t first = pos_;
  if (accept(Tok::Star) && expression() != nullptr && accept(Tok::Equal)) {
    if (Expr* value = expression()) {
      raise_to(first, value, "cannot assign to iterable argument unpacking");
    }
  }
  pos_ = first;
}

void Parser::invalid_kwarg() {
  const std::uint32_t first = pos_;
  List<Comprehension*> clauses;
  if (at(Tok::KwTrue) || at(Tok::KwFalse) || at(Tok::KwNone)) {
    const std::string_view name = text(token());
    advance();
    if (at(Tok::Equal)) raise_tokens(first, pos_, concat(arena_, {"cannot assign to ", name}));
  } else if (at_keyword()) {
    advance();
    advance();
    if (expression() != nullptr && for_if_clauses(clauses)) raise_tokens(first, first + 1, kMaybeEqual);
    pos_ = first;
    return;
  } else if (accept(Tok::DoubleStar)) {
    if (expression() != nullptr && accept(Tok::Equal)) {
      if (Expr* value = expression()) {
        raise_to(first, value, "cannot assign to keyword argument unpacking");
      }
    }
    pos_ = first;
    return;
  }
  pos_ = first;
  if (error_ != nullptr) return;
  Expr* value = expression();
  if (value != nullptr && at(Tok::Equal)) {
    raise_at(join(value->range, range_of(token())),
             "expression cannot contain assignment, perhaps you meant \"==\"?");
  }
  pos_ = first;
}

// From the first argument on.
void Parser::invalid_arguments() {
  const std::uint32_t first = pos_;
  List<Comprehension*> clauses;
  const auto last_of = [](const List<Comprehension*>& list) {
    const Comprehension* last = list[list.size() - 1];
    return last->ifs.empty() ? last->iter : last->ifs[last->ifs.size() - 1];
  };

  // `f(**a, *b)`
  Call all{};
  if (args(all, nullptr) && !all.keywords.empty() && at(Tok::Comma)) {
    const Range comma = range_of(token());
    advance();
    if (at(Tok::Star) && starred_expression() != nullptr) {
      raise_from(comma, "iterable argument unpacking follows keyword argument unpacking");
    }
  }
  pos_ = first;
  if (error_ != nullptr) return;

  // `f(x for x in y, z)`
  Expr* head = expression();
  if (head != nullptr && for_if_clauses(clauses) && accept(Tok::Comma)) {
    const std::uint32_t mark = pos_;
    Call rest{};
    if (!args(rest, nullptr)) pos_ = mark;
    raise_range(head, last_of(clauses), kBareGenerator);
  }
  pos_ = first;
  if (error_ != nullptr) return;

  // `f(a=x for x in y)`
  const auto keyword_mistake = [&](bool comprehension) {
    if (!at_keyword()) return;
    const std::uint32_t name = pos_;
    advance();
    advance();
    if (comprehension) {
      if (expression() != nullptr && for_if_clauses(clauses)) raise_tokens(name, name + 1, kMaybeEqual);
    } else if (at(Tok::Comma) || at(Tok::RPar)) {
      raise_tokens(name, name + 1, "expected argument value expression");
    }
  };
  keyword_mistake(true);
  pos_ = first;
  if (error_ != nullptr) return;

  // `f(x, a=)`
  Call before{};
  if (args(before, nullptr) && accept(Tok::Comma)) keyword_mistake(false);
  pos_ = first;
  if (error_ == nullptr) keyword_mistake(false);
  pos_ = first;
  if (error_ != nullptr) return;

  // `f(x, y for y in z)`
  Call list{};
  if (args(list, nullptr)) {
    const std::uint32_t end = pos_;
    const std::size_t count = list.args.size();
    if (for_if_clauses(clauses) && list.args.size() + list.keywords.size() > 1 && count > 0) {
      raise_range(list.args[count - 1], last_of(clauses), kBareGenerator);
    }
    pos_ = end;
    if (error_ == nullptr && accept(Tok::Comma)) {
      const std::uint32_t after = pos_;
      Expr* element = expression();
      if (element != nullptr && for_if_clauses(clauses)) {
        raise_range(element, last_of(clauses), kBareGenerator);
      }
      pos_ = after;
      Call more{};
      if (error_ == nullptr && args(more, nullptr)) {
        bool unpacked = false;
        for (const Keyword* keyword : list.keywords) unpacked = unpacked || keyword->arg.empty();
        raise(unpacked ? "positional argument follows keyword argument unpacking"
                       : "positional argument follows keyword argument");
      }
    }
  }
  pos_ = first;
}

// ---------------------------------------------------------------------------------------------------------
// f-strings

void Parser::invalid_replacement_field() {
  advance();
  if (at(Tok::Equal) || at(Tok::Exclamation) || at(Tok::Colon) || at(Tok::RBrace)) {
    return raise_here(concat(arena_, {"f-string: valid expression required before '", text(token()), "'"}));
  }
  Expr* value = expression_or_yield();
  if (error_ != nullptr) return;
  if (value == nullptr) return raise_here("f-string: expecting a valid expression after '{'");
  if (!at(Tok::Equal) && !at(Tok::Exclamation) && !at(Tok::Colon) && !at(Tok::RBrace)) {
    return raise_here("f-string: expecting '=', or '!', or ':', or '}'");
  }
  if (accept(Tok::Equal) && !at(Tok::Exclamation) && !at(Tok::Colon) && !at(Tok::RBrace)) {
    return raise_here("f-string: expecting '!', or ':', or '}'");
  }
  if (accept(Tok::Exclamation)) {
    if (at(Tok::Colon) || at(Tok::RBrace)) return raise_here("f-string: missing conversion character");
    if (!at(Tok::Name)) return raise_here("f-string: invalid conversion character");
    advance();
    if (!at(Tok::Colon) && !at(Tok::RBrace)) return raise_here("f-string: expecting ':' or '}'");
  }
  if (accept(Tok::Colon)) {
    const std::uint32_t mark = stack_.size();
    while (error_ == nullptr && (at(Tok::FStringMiddle) || at(Tok::LBrace))) {
      if (at(Tok::FStringMiddle)) {
        advance();
      } else if (!fstring_field(true)) {
        break;
      }
    }
    stack_.cut(mark);
    if (!at(Tok::RBrace)) raise_here("f-string: expecting '}', or format specs");
  } else if (!at(Tok::RBrace)) {
    raise_here("f-string: expecting '}'");
  }
}

}  // namespace ap::syntax
