// The first pass: expressions, comprehensions, parameters.
#include "compile/symbol_visitor.hpp"

namespace ap {

void SymbolVisitor::expr(const ast::Expr* e) {
  using K = ast::ExprKind;
  if (!e || t_.error) return;
  Nested nested(*this);
  if (!nested) return;
  switch (e->kind) {
    case K::BoolOp: exprs(ast::as<ast::BoolOp>(e)->values); break;
    case K::NamedExpr: {
      auto* n = ast::as<ast::NamedExpr>(e);
      auto* target = ast::as<ast::Name>(n->target);
      if (in_iterable_)
        t_.fail(e->range, "assignment expression cannot be used in a comprehension iterable expression");
      // Inside a comprehension it binds in the function around.
      Scope* s = at_;
      while (s->kind == ScopeKind::Comprehension || s->kind == ScopeKind::GeneratorExp) {
        Symbol* y = s->find(t_.mangled(target->id, s));
        if (y && y->flags & kIterationVariable)
          t_.fail(target->range, "assignment expression cannot rebind comprehension iteration variable '" +
                                     std::string(target->id) + "'");
        s = s->parent;
      }
      if (s->part && s == at_) {
        refuse_within(s, "named", e->range);
      } else if (s != at_) {
        if (s->part)
          t_.fail(target->range, std::string("assignment expression within a comprehension cannot be used ") +
                                     (s->kind == ScopeKind::TypeParams ? "within " : "in ") + s->part);
        if (s->kind == ScopeKind::Class)
          t_.fail(target->range, "assignment expression within a comprehension cannot be used in a class body");
        Str* n2 = t_.mangled(target->id, s);
        Symbol* outer = t_.declare(s, n2, kAssigned, target->range);
        bool global = s->kind == ScopeKind::Module || outer->flags & kGlobalDeclared;
        for (Scope* c = at_; c != s; c = c->parent)
          t_.declare(c, n2, global && !c->find(n2) ? kUsed : kUsed, target->range);
      } else {
        assign(target->id, target->range);
      }
      expr(n->value);
      break;
    }
    case K::BinOp: {
      // The tree of a sum is as deep to the left as the sum is long.
      std::vector<const ast::BinOp*> chain;
      const ast::Expr* left = e;
      for (; auto* b = ast::try_as<ast::BinOp>(left); left = b->left) chain.push_back(b);
      expr(left);
      for (size_t i = chain.size(); i-- > 0;) expr(chain[i]->right);
      break;
    }
    case K::UnaryOp: expr(ast::as<ast::UnaryOp>(e)->operand); break;
    case K::Lambda: {
      auto* l = ast::as<ast::Lambda>(e);
      defaults(l->args);
      enter(ScopeKind::Lambda, e, t_.name("<lambda>"));
      parameters(l->args);
      expr(l->body);
      leave();
      break;
    }
    case K::IfExp:
      expr(ast::as<ast::IfExp>(e)->test);
      expr(ast::as<ast::IfExp>(e)->body);
      expr(ast::as<ast::IfExp>(e)->orelse);
      break;
    case K::Dict:
      exprs(ast::as<ast::Dict>(e)->keys);
      exprs(ast::as<ast::Dict>(e)->values);
      break;
    case K::Set: exprs(ast::as<ast::Set>(e)->elts); break;
    case K::ListComp: {
      auto* c = ast::as<ast::ListComp>(e);
      comprehension(e, "<listcomp>", c->generators, c->elt, nullptr, ScopeKind::Comprehension);
      break;
    }
    case K::SetComp: {
      auto* c = ast::as<ast::SetComp>(e);
      comprehension(e, "<setcomp>", c->generators, c->elt, nullptr, ScopeKind::Comprehension);
      break;
    }
    case K::DictComp: {
      auto* c = ast::as<ast::DictComp>(e);
      comprehension(e, "<dictcomp>", c->generators, c->key, c->value, ScopeKind::Comprehension);
      break;
    }
    case K::GeneratorExp: {
      auto* c = ast::as<ast::GeneratorExp>(e);
      comprehension(e, "<genexpr>", c->generators, c->elt, nullptr, ScopeKind::GeneratorExp);
      break;
    }
    case K::Await:
      check_await(e->range);
      at_->has_await = true;
      expr(ast::as<ast::Await>(e)->value);
      break;
    case K::Yield:
    case K::YieldFrom: {
      bool from = e->kind == K::YieldFrom;
      Scope* s = at_;
      if (s->kind == ScopeKind::Comprehension || s->kind == ScopeKind::GeneratorExp) {
        const char* what = s->kind == ScopeKind::GeneratorExp                ? "generator expression"
                           : t_.name("<listcomp>") == s->name                ? "list comprehension"
                           : t_.name("<setcomp>") == s->name                 ? "set comprehension"
                                                                             : "dict comprehension";
        t_.fail(e->range, std::string("'yield' inside ") + what);
      } else if (s->part) {
        refuse_within(s, "yield", e->range);
      } else if (s->kind != ScopeKind::Function && s->kind != ScopeKind::Lambda) {
        t_.fail(e->range, from ? "'yield from' outside function" : "'yield' outside function");
      } else if (from && s->is_async_function) {
        t_.fail(e->range, "'yield from' inside async function");
      }
      if (!s->has_yield) s->yield_range = e->range;
      s->has_yield = true;
      if (s->is_async_function && s->has_return_value) t_.fail(s->return_range, "'return' with value in async generator");
      expr(from ? ast::as<ast::YieldFrom>(e)->value : ast::as<ast::Yield>(e)->value);
      break;
    }
    case K::Compare:
      expr(ast::as<ast::Compare>(e)->left);
      exprs(ast::as<ast::Compare>(e)->comparators);
      break;
    case K::Call: {
      auto* c = ast::as<ast::Call>(e);
      expr(c->func);
      exprs(c->args);
      for (auto* k : c->keywords) {
        check_debug(k->arg, k->range);
        expr(k->value);
      }
      break;
    }
    case K::FormattedValue:
      expr(ast::as<ast::FormattedValue>(e)->value);
      expr(ast::as<ast::FormattedValue>(e)->format_spec);
      break;
    case K::JoinedStr: exprs(ast::as<ast::JoinedStr>(e)->values); break;
    case K::Constant: break;
    case K::Attribute: {
      auto* a = ast::as<ast::Attribute>(e);
      if (a->ctx != ast::ExprContext::Load) check_debug(a->attr, e->range, a->ctx == ast::ExprContext::Del);
      expr(a->value);
      break;
    }
    case K::Subscript:
      expr(ast::as<ast::Subscript>(e)->value);
      expr(ast::as<ast::Subscript>(e)->slice);
      break;
    case K::Starred: expr(ast::as<ast::Starred>(e)->value); break;
    case K::Name: {
      auto* n = ast::as<ast::Name>(e);
      if (n->ctx == ast::ExprContext::Load)
        use(n->id, e->range);
      else if (n->ctx == ast::ExprContext::Del && n->id == "__debug__")
        check_debug(n->id, e->range, true);
      else
        assign(n->id, e->range, static_cast<uint16_t>(kAssigned | (target_flags_)));
      break;
    }
    case K::List: exprs(ast::as<ast::ListExpr>(e)->elts); break;
    case K::Tuple: exprs(ast::as<ast::Tuple>(e)->elts); break;
    case K::Slice:
      expr(ast::as<ast::Slice>(e)->lower);
      expr(ast::as<ast::Slice>(e)->upper);
      expr(ast::as<ast::Slice>(e)->step);
      break;
  }
}

bool SymbolVisitor::check_async_comprehension(Scope* s) {
  Scope* outermost = nullptr;
  for (; s->kind == ScopeKind::Comprehension; s = s->parent) outermost = s;
  if (s->kind == ScopeKind::GeneratorExp) return true;
  if (!outermost) return false;
  if (!s->is_async_function)
    t_.fail(static_cast<const ast::Expr*>(outermost->node)->range, "asynchronous comprehension outside of an asynchronous function");
  return true;
}

void SymbolVisitor::refuse_within(const Scope* s, const char* expression, ast::Range r) {
  t_.fail(r, std::string(expression) + " expression cannot be used within " + s->part);
}

void SymbolVisitor::check_await(ast::Range r) {
  if (check_async_comprehension(at_)) return;
  Scope* s = at_;
  while (s->kind == ScopeKind::Comprehension) s = s->parent;
  if (s->part)
    refuse_within(s, "await", r);
  else if (s->kind == ScopeKind::Module || s->kind == ScopeKind::Class)
    t_.fail(r, "'await' outside function");
  else if (!s->is_async_function)
    t_.fail(r, "'await' outside async function");
}

void SymbolVisitor::comprehension(const ast::Expr* node, const char* name, ast::List<ast::Comprehension*> generators, ast::Expr* elt,
                   ast::Expr* value, ScopeKind kind) {
  bool was = in_iterable_;
  in_iterable_ = true;
  expr(generators[0]->iter);
  in_iterable_ = was;
  Scope* s = enter(kind, node, t_.name(name));
  t_.declare(s, t_.name(".0"), kParameter, node->range);
  bool first = true;
  for (auto* g : generators) {
    if (g->is_async) {
      check_async_comprehension(s);
      s->has_await = true;
    }
    uint16_t was_flags = target_flags_;
    target_flags_ = kIterationVariable;
    expr(g->target);
    target_flags_ = was_flags;
    if (!first) {
      in_iterable_ = true;
      expr(g->iter);
      in_iterable_ = was;
    }
    first = false;
    bool was_in = in_iterable_;
    in_iterable_ = false;
    exprs(g->ifs);
    in_iterable_ = was_in;
  }
  bool was_in = in_iterable_;
  in_iterable_ = false;
  expr(elt);
  expr(value);
  in_iterable_ = was_in;
  leave();
}

void SymbolVisitor::defaults(const ast::Arguments* a) {
  exprs(a->defaults);
  exprs(a->kw_defaults);
}

void SymbolVisitor::parameter(const ast::Arg* a) {
  if (!a) return;
  check_debug(a->arg, a->range);
  Str* n = t_.mangled(a->arg, at_);
  Symbol* y = at_->find(n);
  if (y && y->flags & kParameter) t_.fail(a->range, "duplicate argument '" + std::string(a->arg) + "' in function definition");
  t_.declare(at_, n, kParameter, a->range);
}

void SymbolVisitor::parameters(const ast::Arguments* a) {
  for (auto* p : a->posonlyargs) parameter(p);
  for (auto* p : a->args) parameter(p);
  for (auto* p : a->kwonlyargs) parameter(p);
  parameter(a->vararg);
  parameter(a->kwarg);
}

}  // namespace ap
