// Targets: what may be assigned to or deleted. They are read as expressions and then checked.
#include "syntax/parser_impl.hpp"

namespace ap::syntax {

namespace {

// A parenthesized `*a` cannot come here: it is no expression.
bool is_target(const Expr* expr, bool star_allowed, bool deleting) {
  switch (expr->kind) {
    case ExprKind::Name:
    case ExprKind::Attribute:
    case ExprKind::Subscript: return true;
    case ExprKind::Starred: {
      const auto* starred = as<Starred>(expr);
      return star_allowed && !deleting && is_target(starred->value, false, false);
    }
    case ExprKind::Tuple:
    case ExprKind::List: {
      const auto& elts = expr->kind == ExprKind::Tuple ? as<Tuple>(expr)->elts : as<ListExpr>(expr)->elts;
      for (const Expr* element : elts) {
        if (!is_target(element, true, deleting)) return false;
      }
      return true;
    }
    default: return false;
  }
}

void set_context(Expr* expr, ExprContext context) {
  switch (expr->kind) {
    case ExprKind::Name: as<Name>(expr)->ctx = context; break;
    case ExprKind::Attribute: as<Attribute>(expr)->ctx = context; break;
    case ExprKind::Subscript: as<Subscript>(expr)->ctx = context; break;
    case ExprKind::Starred:
      as<Starred>(expr)->ctx = context;
      set_context(as<Starred>(expr)->value, context);
      break;
    case ExprKind::Tuple:
      as<Tuple>(expr)->ctx = context;
      for (Expr* element : as<Tuple>(expr)->elts) set_context(element, context);
      break;
    case ExprKind::List:
      as<ListExpr>(expr)->ctx = context;
      for (Expr* element : as<ListExpr>(expr)->elts) set_context(element, context);
      break;
    default: break;
  }
}

}  // namespace

bool Parser::store(Expr* target, ExprContext context) {
  if (!is_target(target, context == ExprContext::Store, context == ExprContext::Del)) return false;
  set_context(target, context);
  return true;
}

// Whether an expression can be used as `single_target`: a name, an attribute or a subscript.
bool Parser::is_single_target(const Expr* expr) {
  return expr->kind == ExprKind::Name || expr->kind == ExprKind::Attribute || expr->kind == ExprKind::Subscript;
}

Expr* Parser::star_target() {
  const std::uint32_t first = pos_;
  if (accept(Tok::Star)) {
    if (at(Tok::Star)) return back(first);
    Expr* value = star_target();
    if (value == nullptr) return back(first);
    return make<Starred>(first, value, ExprContext::Store);
  }
  Expr* target = primary(diagnosing_);
  if (target == nullptr || !store(target, ExprContext::Store)) return back(first);
  return target;
}

// One or more with commas, as in `for a, *b in ...`: anything but `in` ends them.
Expr* Parser::star_targets() {
  const std::uint32_t first = pos_;
  Expr* head = star_target();
  if (head == nullptr || !at(Tok::Comma)) return head;
  const std::uint32_t mark = stack_.size();
  stack_.push(head);
  while (accept(Tok::Comma)) {
    Expr* next = star_target();
    if (next == nullptr) break;
    stack_.push(next);
  }
  const auto elts = take<Expr>(mark);
  return make<Tuple>(first, elts, ExprContext::Store);
}

}  // namespace ap::syntax
