// How the parser raises errors, and what they call things.
#include "base/give_up.hpp"
#include "syntax/format.hpp"
#include "syntax/parser_impl.hpp"

namespace ap::syntax {

// How CPython names an expression in a message.
std::string_view Parser::name_of(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::Attribute: return "attribute";
    case ExprKind::Subscript: return "subscript";
    case ExprKind::Starred: return "starred";
    case ExprKind::Name: return "name";
    case ExprKind::List: return "list";
    case ExprKind::Tuple: return "tuple";
    case ExprKind::Lambda: return "lambda";
    case ExprKind::Call: return "function call";
    case ExprKind::BoolOp:
    case ExprKind::BinOp:
    case ExprKind::UnaryOp: return "expression";
    case ExprKind::GeneratorExp: return "generator expression";
    case ExprKind::Yield:
    case ExprKind::YieldFrom: return "yield expression";
    case ExprKind::Await: return "await expression";
    case ExprKind::ListComp: return "list comprehension";
    case ExprKind::SetComp: return "set comprehension";
    case ExprKind::DictComp: return "dict comprehension";
    case ExprKind::Dict: return "dict literal";
    case ExprKind::Set: return "set display";
    case ExprKind::JoinedStr:
    case ExprKind::FormattedValue: return "f-string expression";
    case ExprKind::Constant:
      switch (as<Constant>(expr)->type) {
        case ConstantKind::None: return "None";
        case ConstantKind::True: return "True";
        case ConstantKind::False: return "False";
        case ConstantKind::Ellipsis: return "ellipsis";
        default: return "literal";
      }
    case ExprKind::Compare: return "comparison";
    case ExprKind::IfExp: return "conditional expression";
    case ExprKind::NamedExpr: return "named expression";
    case ExprKind::Slice: return "slice";
  }
  return "expression";
}

// The first part of `expr` that cannot be a target, or nullptr.
const Expr* Parser::invalid_part(const Expr* expr, TargetUse use) {
  switch (expr->kind) {
    case ExprKind::List:
    case ExprKind::Tuple:
      for (const Expr* element : expr->kind == ExprKind::List ? as<ListExpr>(expr)->elts : as<Tuple>(expr)->elts) {
        if (const Expr* part = invalid_part(element, use)) return part;
      }
      return nullptr;
    case ExprKind::Starred: return use == TargetUse::Del ? expr : invalid_part(as<Starred>(expr)->value, use);
    case ExprKind::Compare:
      // `for x in y` was read as a comparison.
      if (use == TargetUse::For) {
        const auto* compare = as<Compare>(expr);
        return compare->ops[0] == CompareOperator::In ? invalid_part(compare->left, use) : nullptr;
      }
      return expr;
    case ExprKind::Name:
    case ExprKind::Attribute:
    case ExprKind::Subscript: return nullptr;
    default: return expr;
  }
}

void Parser::raise_target(const Expr* target, TargetUse use) {
  const Expr* part = invalid_part(target, use);
  if (part == nullptr) return;
  raise_expr(part,
           concat(arena_, {use == TargetUse::Del ? "cannot delete " : "cannot assign to ", name_of(part)}));
}

void Parser::raise_expr(const Expr* expr, std::string_view message) { raise_at(expr->range, message); }

void Parser::raise_range(const Expr* first, const Expr* last, std::string_view message) {
  raise_at(join(first->range, last->range), message);
}

void Parser::raise_to(std::uint32_t first, const Expr* last, std::string_view message) {
  raise_at(join(range_of(tokens_[first]), last->range), message);
}

void Parser::raise_tokens(std::uint32_t first, std::uint32_t last, std::string_view message) {
  raise_at(join(range_of(tokens_[first]), range_of(tokens_[last])), message);
}

void Parser::raise_here(std::string_view message) { raise_tokens(pos_, pos_, message); }

void Parser::raise_at(const Range& range, std::string_view message, ErrorType type) {
  if (error_ == nullptr) error_ = make_error(arena_, source_, range, message, type);
}

// At the furthest token that was looked at, in whichever pass.
void Parser::raise(std::string_view message, ErrorType type) {
  if (error_ != nullptr) return;
  const Token& last = tokens_[furthest_];
  raise_at(range_of(last), message, type);
  if (last.no_column) {
    // Such a token is nowhere: the error stands where the lexer was.
    error_->offset -= 1;
    error_->end_offset = -1;
  }
}

// From the start of `first` to where the furthest token ends.
void Parser::raise_from(Range first, std::string_view message) {
  if (error_ != nullptr) return;
  raise_at(join(first, range_of(tokens_[furthest_])), message);
  error_->end_offset -= 1;
}

void Parser::raise_indent(std::string_view what, std::uint32_t keyword) {
  if (error_ != nullptr) return;
  raise(concat(arena_, {"expected an indented block after ", what, " on line ", Digits(tokens_[keyword].line)}),
        ErrorType::IndentationError);
}

void Parser::raise_unclosed() {
  const Lexer::Bracket* open = lexer_.open_bracket();
  if (open == nullptr) return;
  const Range range{open->line, open->col, open->line, open->col};
  error_ = make_error(arena_, source_, range, concat(arena_, {"'", {&open->character, 1}, "' was never closed"}));
  error_->end_offset = 0;
}

void Parser::raise_too_deep() {
  if (error_ != nullptr) return;
  error_ = arena_.make<SyntaxError>();
  error_->type = ErrorType::MemoryError;
  error_->message = "Parser stack overflowed - Python source too complex to parse";
}

// A token without which nothing can go on.
bool Parser::expect_forced(Tok kind, std::string_view shown) {
  if (accept(kind)) return true;
  if (diagnosing_) raise_here(concat(arena_, {"expected ", shown}));
  return false;
}

// The lexer stopped at this token; or it is time to ask whether the run is to stop, which whoever reads the error finds out.
void Parser::reach_error() {
  if (error_ != nullptr) return;
  if (!at(Tok::Error)) {
    if (give_up != nullptr && give_up()) raise_too_deep();
    return;
  }
  error_ = lexer_.error();
  if (error_ == nullptr) raise_unclosed();
}

// When no mistake was recognised.
void Parser::raise_generic(std::uint32_t last) {
  if (error_ != nullptr) return;
  const Token& token = tokens_[last];
  if (token.kind == Tok::Indent || token.kind == Tok::Dedent) {
    raise(token.kind == Tok::Indent ? "unexpected indent" : "unexpected unindent", ErrorType::IndentationError);
    return;
  }
  raise_at(range_of(token), "invalid syntax");
  if (token.no_column) error_->offset = error_->end_offset = 0;
}

}  // namespace ap::syntax
