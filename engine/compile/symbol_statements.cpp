// The first pass: statements, definitions, patterns.
#include "base/give_up.hpp"
#include "compile/symbol_visitor.hpp"

namespace ap {

bool SymbolVisitor::has_annotations(const ast::Arguments* a, const ast::Expr* returns) {
  if (returns) return true;
  for (auto list : {a->posonlyargs, a->args, a->kwonlyargs})
    for (auto* p : list)
      if (p->annotation) return true;
  return (a->vararg && a->vararg->annotation) || (a->kwarg && a->kwarg->annotation);
}

Scope* SymbolVisitor::annotation_scope(const void* key) {
  Scope* around = at_;
  Scope* s = enter(ScopeKind::Annotation, key, t_.name("__annotate__"));
  t_.declare(s, t_.name("format"), kParameter, {});
  if (around->kind == ScopeKind::Class) {
    s->sees_class = true;
    around->needs_class_dict = true;
    t_.declare(s, t_.name("__classdict__"), kUsed, {});
  }
  return s;
}

void SymbolVisitor::type_parameters(const void* key, ast::List<ast::TypeParam*> params, Str* class_name) {
  Scope* around = at_;
  Scope* s = enter(ScopeKind::TypeParams, key, t_.name("<generic parameters>"));
  if (class_name) s->class_name = class_name;
  if (around->kind == ScopeKind::Class) {
    s->sees_class = true;
    around->needs_class_dict = true;
    t_.declare(s, t_.name("__classdict__"), kUsed, {});
  }
  bool defaults = false;
  for (auto* p : params) {
    if (Symbol* y = s->find(t_.mangled(p->name, s)); y && y->flags & kTypeParameter)
      t_.fail(p->range, "duplicate type parameter '" + std::string(p->name) + "'");
    assign(p->name, p->range, kTypeParameter);
    using K = ast::TypeParamKind;
    if (p->bound)
      type_parameter_part(p, p->bound, p->bound->kind == ast::ExprKind::Tuple ? "a TypeVar constraint" : "a TypeVar bound");
    if (p->default_value)
      type_parameter_part(p, p->default_value, p->kind == K::TypeVar        ? "a TypeVar default"
                                               : p->kind == K::TypeVarTuple ? "a TypeVarTuple default"
                                                                            : "a ParamSpec default");
    else if (defaults)
      t_.fail(p->range, "non-default type parameter '" + std::string(p->name) + "' follows default type parameter");
    defaults |= p->default_value != nullptr;
  }
}

void SymbolVisitor::type_parameter_part(const ast::TypeParam* p, const ast::Expr* value, const char* part) {
  enter(ScopeKind::Annotation, value, t_.name(p->name))->part = part;
  expr(value);
  leave();
}

void SymbolVisitor::body(ast::Body b) {
  for (size_t i = 0; i < b.size(); ++i) {
    if (i % 1024 == 1023 && give_up && give_up()) return (void)t_.fail(b[i]->range, "stopped");
    stmt(b[i]);
  }
}

void SymbolVisitor::function(const ast::FunctionDef* f) {
  exprs(f->decorator_list);
  defaults(f->args);
  assign(f->name, f->range);
  if (!f->type_params.empty()) type_parameters(&f->type_params, f->type_params);
  if (has_annotations(f->args, f->returns)) {
    annotation_scope(f->args);
    if (!t_.future_annotations) {
      for (auto list : {f->args->posonlyargs, f->args->args, f->args->kwonlyargs})
        for (auto* p : list) expr(p->annotation);
      if (f->args->vararg) expr(f->args->vararg->annotation);
      if (f->args->kwarg) expr(f->args->kwarg->annotation);
      expr(f->returns);
    }
    leave();
  }
  Scope* s = enter(ScopeKind::Function, f, t_.name(f->name));
  s->is_async_function = f->is_async;
  parameters(f->args);
  body(f->body);
  leave();
  if (!f->type_params.empty()) leave();
}

void SymbolVisitor::class_def(const ast::ClassDef* c) {
  exprs(c->decorator_list);
  assign(c->name, c->range);
  if (!c->type_params.empty()) type_parameters(&c->type_params, c->type_params, t_.name(c->name));
  exprs(c->bases);
  for (auto* k : c->keywords) expr(k->value);
  Scope* s = enter(ScopeKind::Class, c, t_.name(c->name));
  s->class_name = t_.name(c->name);
  if (!c->type_params.empty()) t_.declare(s, t_.name("__type_params__"), kAssigned, c->range);
  body(c->body);
  leave();
  if (!c->type_params.empty()) leave();
}

void SymbolVisitor::stmt(const ast::Stmt* st) {
  using K = ast::StmtKind;
  if (t_.error) return;
  Nested nested(*this);
  if (!nested) return;
  switch (st->kind) {
    case K::FunctionDef: function(ast::as<ast::FunctionDef>(st)); break;
    case K::ClassDef: class_def(ast::as<ast::ClassDef>(st)); break;
    case K::Return: {
      auto* r = ast::as<ast::Return>(st);
      if (at_->kind != ScopeKind::Function) {
        t_.fail(st->range, "'return' outside function");
        break;
      }
      if (r->value) {
        if (!at_->has_return_value) at_->return_range = st->range;
        at_->has_return_value = true;
        if (at_->is_async_function && at_->has_yield) t_.fail(st->range, "'return' with value in async generator");
      }
      expr(r->value);
      break;
    }
    case K::Delete: exprs(ast::as<ast::Delete>(st)->targets); break;
    case K::Assign:
      exprs(ast::as<ast::Assign>(st)->targets);
      expr(ast::as<ast::Assign>(st)->value);
      break;
    case K::TypeAlias: {
      auto* a = ast::as<ast::TypeAlias>(st);
      expr(a->name);
      if (!a->type_params.empty()) type_parameters(&a->type_params, a->type_params);
      Scope* around = at_;
      Scope* s = enter(ScopeKind::Annotation, a, t_.name(ast::as<ast::Name>(a->name)->id));
      s->part = "a type alias";
      if (around->kind == ScopeKind::Class) {
        s->sees_class = true;
        around->needs_class_dict = true;
        t_.declare(s, t_.name("__classdict__"), kUsed, {});
      }
      expr(a->value);
      leave();
      if (!a->type_params.empty()) leave();
      break;
    }
    case K::AugAssign: {
      auto* a = ast::as<ast::AugAssign>(st);
      expr(a->target);
      if (a->target->kind == ast::ExprKind::Name) t_.declare(at_, t_.mangled(ast::as<ast::Name>(a->target)->id, at_), kUsed, a->target->range);
      expr(a->value);
      break;
    }
    case K::AnnAssign: {
      auto* a = ast::as<ast::AnnAssign>(st);
      if (auto* n = ast::try_as<ast::Name>(a->target)) {
        Str* id = t_.mangled(n->id, at_);
        Symbol* y = at_->find(id);
        if (y && y->flags & (kGlobalDeclared | kNonlocalDeclared) && at_->kind != ScopeKind::Module && a->simple)
          t_.fail(st->range, std::string("annotated name '") + std::string(n->id) + "' can't be " +
                                 (y->flags & kGlobalDeclared ? "global" : "nonlocal"));
        if (a->simple)
          assign(n->id, a->target->range, kAnnotated | kAssigned);
        else if (a->value)
          assign(n->id, a->target->range);
      } else {
        expr(a->target);
      }
      if (!t_.future_annotations && at_->kind != ScopeKind::Function) {
        Scope*& annotations = class_annotations_[at_];
        Scope* here = at_;
        if (!annotations) {
          annotations = annotation_scope(reinterpret_cast<const char*>(here->node ? here->node : this) + 1);
          at_ = annotations;
        } else {
          at_ = annotations;
        }
        expr(a->annotation);
        at_ = here;
      } else if (at_->kind != ScopeKind::Function) {
        Scope*& annotations = class_annotations_[at_];
        Scope* here = at_;
        if (!annotations) annotations = annotation_scope(reinterpret_cast<const char*>(here->node ? here->node : this) + 1);
        at_ = here;
      } else if (!t_.future_annotations) {
        // Never evaluated; only what is forbidden in it is looked for.
        Scope* here = at_;
        enter(ScopeKind::Annotation, nullptr, t_.name("__annotate__"));
        expr(a->annotation);
        at_ = here;
        here->children.pop_back();
      }
      expr(a->value);
      break;
    }
    case K::For: {
      auto* f = ast::as<ast::For>(st);
      if (f->is_async) check_async("'async for'", st->range);
      expr(f->target);
      expr(f->iter);
      body(f->body);
      body(f->orelse);
      break;
    }
    case K::While:
      expr(ast::as<ast::While>(st)->test);
      body(ast::as<ast::While>(st)->body);
      body(ast::as<ast::While>(st)->orelse);
      break;
    case K::If:
      expr(ast::as<ast::If>(st)->test);
      body(ast::as<ast::If>(st)->body);
      body(ast::as<ast::If>(st)->orelse);
      break;
    case K::With: {
      auto* w = ast::as<ast::With>(st);
      if (w->is_async) check_async("'async with'", st->range);
      for (auto* i : w->items) {
        expr(i->context_expr);
        expr(i->optional_vars);
      }
      body(w->body);
      break;
    }
    case K::Match: {
      auto* m = ast::as<ast::Match>(st);
      expr(m->subject);
      for (auto* c : m->cases) {
        pattern(c->pattern);
        expr(c->guard);
        body(c->body);
      }
      break;
    }
    case K::Raise:
      expr(ast::as<ast::Raise>(st)->exc);
      expr(ast::as<ast::Raise>(st)->cause);
      break;
    case K::Try: {
      auto* y = ast::as<ast::Try>(st);
      body(y->body);
      for (auto* h : y->handlers) {
        expr(h->type);
        if (!h->name.empty()) assign(h->name, h->range);
        body(h->body);
      }
      body(y->orelse);
      body(y->finalbody);
      break;
    }
    case K::Assert:
      expr(ast::as<ast::Assert>(st)->test);
      expr(ast::as<ast::Assert>(st)->msg);
      break;
    case K::Import:
      for (auto* a : ast::as<ast::Import>(st)->names) {
        std::string_view id = a->asname.empty() ? first_part(a->name) : a->asname;
        check_debug(id, a->range);
        t_.declare(at_, t_.mangled(id, at_), kImportedName, a->range);
      }
      break;
    case K::ImportFrom: {
      auto* f = ast::as<ast::ImportFrom>(st);
      for (auto* a : f->names) {
        if (a->name == "*") {
          if (at_->kind != ScopeKind::Module) t_.fail(a->range, "import * only allowed at module level");
          continue;
        }
        t_.declare(at_, t_.mangled(a->asname.empty() ? a->name : a->asname, at_), kImportedName, a->range);
      }
      break;
    }
    case K::Global:
    case K::Nonlocal: {
      bool global = st->kind == K::Global;
      auto names = global ? ast::as<ast::Global>(st)->names : ast::as<ast::Nonlocal>(st)->names;
      if (!global && at_->kind == ScopeKind::Module) {
        t_.fail(st->range, "nonlocal declaration not allowed at module level");
        break;
      }
      const char* word = global ? "global" : "nonlocal";
      for (auto id : names) {
        Str* n = t_.mangled(id, at_);
        std::string quoted = "name '" + std::string(id) + "' ";
        if (Symbol* y = at_->find(n)) {
          if (y->flags & kParameter) {
            t_.fail(st->range, quoted + "is parameter and " + word);
          } else if (y->flags & (global ? kNonlocalDeclared : kGlobalDeclared)) {
            t_.fail(y->first_use, quoted + "is nonlocal and global");
          } else if (!(y->flags & (kGlobalDeclared | kNonlocalDeclared))) {
            if (y->flags & kAnnotated)
              t_.fail(st->range, "annotated name '" + std::string(id) + "' can't be " + word);
            else if (y->flags & kAssigned)
              t_.fail(st->range, quoted + "is assigned to before " + word + " declaration");
            else if (y->flags & kUsed)
              t_.fail(st->range, quoted + "is used prior to " + word + " declaration");
          }
        }
        Symbol* y = t_.declare(at_, n, global ? kGlobalDeclared : kNonlocalDeclared, st->range);
        y->first_use = st->range;
        if (!global && id == "__class__") use_class_cell(st->range);
      }
      break;
    }
    case K::ExprStmt: expr(ast::as<ast::ExprStmt>(st)->value); break;
    case K::Pass:
    case K::Break:
    case K::Continue: break;
  }
}

void SymbolVisitor::check_async(const char* what, ast::Range r) {
  if (at_->kind != ScopeKind::Function || !at_->is_async_function)
    t_.fail(r, std::string(what) + (at_->kind == ScopeKind::Function ? " outside async function" : " outside async function"));
}

void SymbolVisitor::pattern(const ast::Pattern* p) {
  using K = ast::PatternKind;
  if (!p) return;
  switch (p->kind) {
    case K::MatchValue: expr(ast::as<ast::MatchValue>(p)->value); break;
    case K::MatchSingleton: break;
    case K::MatchSequence:
      for (auto* x : ast::as<ast::MatchSequence>(p)->patterns) pattern(x);
      break;
    case K::MatchMapping: {
      auto* m = ast::as<ast::MatchMapping>(p);
      exprs(m->keys);
      for (auto* x : m->patterns) pattern(x);
      if (!m->rest.empty()) assign(m->rest, p->range);
      break;
    }
    case K::MatchClass: {
      auto* m = ast::as<ast::MatchClass>(p);
      expr(m->cls);
      for (auto* x : m->patterns) pattern(x);
      for (auto* x : m->kwd_patterns) pattern(x);
      break;
    }
    case K::MatchStar:
      if (!ast::as<ast::MatchStar>(p)->name.empty()) assign(ast::as<ast::MatchStar>(p)->name, p->range);
      break;
    case K::MatchAs: {
      auto* m = ast::as<ast::MatchAs>(p);
      pattern(m->pattern);
      if (!m->name.empty()) assign(m->name, p->range);
      break;
    }
    case K::MatchOr:
      for (auto* x : ast::as<ast::MatchOr>(p)->patterns) pattern(x);
      break;
  }
}

}  // namespace ap
