#include "compile/symbol_table.hpp"

namespace ap {

SymbolTable::~SymbolTable() {
  for (Scope* s : all_scopes_) {
    for (Symbol* y : s->symbols) delete y;
    delete s;
  }
}

Str* SymbolTable::name(std::string_view identifier) {
  // `import a.b` also names its beginning, a, which lies at the same place of the source.
  if (identifier.find('.') != std::string_view::npos) {
    Ref<Str> s = intern(identifier);
    kept_.push_back(std::move(s));
    return kept_.back().get();
  }
  auto [at, fresh] = names_.try_emplace(identifier.data(), nullptr);
  if (fresh) {
    Ref<Str> s = intern(identifier);
    at->second = s.get();
    kept_.push_back(std::move(s));
  }
  return at->second;
}

Str* SymbolTable::mangled(std::string_view id, const Scope* scope) {
  if (!scope || !scope->class_name || id.size() < 3 || id[0] != '_' || id[1] != '_' || id.ends_with("__") ||
      id.find('.') != std::string_view::npos)
    return name(id);
  std::string owner = to_utf8(scope->class_name);
  size_t skip = owner.find_first_not_of('_');
  if (skip == std::string::npos) return name(id);
  Ref<Str> s = intern("_" + owner.substr(skip) + std::string(id));
  Str* result = s.get();
  kept_.push_back(std::move(s));
  return result;
}

bool SymbolTable::fail(ast::Range range, std::string message) {
  if (!error) error = ast::make_error(arena_, source_, range, message);
  return false;
}

Symbol* SymbolTable::declare(Scope* scope, Str* name, uint16_t flags, ast::Range range) {
  auto [at, fresh] = scope->by_name.try_emplace(name, nullptr);
  if (fresh) {
    at->second = new Symbol{.name = name, .first_use = range};
    scope->symbols.push_back(at->second);
  }
  at->second->flags |= flags;
  return at->second;
}

// The first pass.
class SymbolVisitor {
 public:
  SymbolVisitor(SymbolTable& table) : t_(table) {}

  Scope* enter(ScopeKind kind, const void* node, Str* name) {
    auto* s = new Scope{.kind = kind, .parent = at_, .node = node, .name = name};
    t_.all_scopes_.push_back(s);
    if (node) t_.scopes_[node] = s;
    if (at_) {
      at_->children.push_back(s);
      s->class_name = at_->class_name;
      if (kind != ScopeKind::Comprehension)
        for (Scope* up = at_; up && up->kind == ScopeKind::Comprehension; up = up->parent) up->has_functions = true;
    }
    at_ = s;
    return s;
  }
  // A comprehension without functions inside runs in its parent's frame: its free names are the parent's.
  void leave() {
    Scope* s = at_;
    at_ = s->parent;
    if (s->kind == ScopeKind::Comprehension && !s->has_functions && at_->kind != ScopeKind::Class) {
      s->inlined = true;
      for (Symbol* y : s->symbols)
        if (!y->bound()) t_.declare(at_, y->name, kUsed, y->first_use);
      if (s->has_await) at_->has_await = true;
    }
  }

  void use(std::string_view id, ast::Range r) {
    Str* n = t_.mangled(id, at_);
    t_.declare(at_, n, kUsed, r);
    if (id == "super" || id == "__class__") use_class_cell(r);
  }
  void use_class_cell(ast::Range r) {
    Scope* s = at_;
    while (s && s->kind != ScopeKind::Class && s->kind != ScopeKind::Module) s = s->parent;
    if (s && s->kind == ScopeKind::Class && at_ != s) {
      s->needs_class_cell = true;
      t_.declare(at_, t_.name("__class__"), kUsed, r);
    }
  }
  void assign(std::string_view id, ast::Range r, uint16_t flags = kAssigned) {
    Str* n = t_.mangled(id, at_);
    check_debug(id, r);
    t_.declare(at_, n, flags, r);
  }
  void check_debug(std::string_view id, ast::Range r, bool deleted = false) {
    if (id == "__debug__") t_.fail(r, deleted ? "cannot delete __debug__" : "cannot assign to __debug__");
  }

  void exprs(ast::List<ast::Expr*> list) {
    for (ast::Expr* e : list) expr(e);
  }

  void expr(const ast::Expr* e) {
    using K = ast::ExprKind;
    if (!e || t_.error) return;
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
        if (s != at_) {
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
      case K::BinOp:
        expr(ast::as<ast::BinOp>(e)->left);
        expr(ast::as<ast::BinOp>(e)->right);
        break;
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
        } else if (s->kind == ScopeKind::Annotation) {
          t_.fail(e->range, "yield expression cannot be used within an annotation");
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

  // What awaits makes all comprehensions around it asynchronous: the outermost one is told of. True: all is well, or told.
  bool check_async_comprehension(Scope* s) {
    Scope* outermost = nullptr;
    for (; s->kind == ScopeKind::Comprehension; s = s->parent) outermost = s;
    if (s->kind == ScopeKind::GeneratorExp) return true;
    if (!outermost || s->kind == ScopeKind::Annotation) return false;
    if (!s->is_async_function)
      t_.fail(static_cast<const ast::Expr*>(outermost->node)->range, "asynchronous comprehension outside of an asynchronous function");
    return true;
  }
  void check_await(ast::Range r) {
    if (check_async_comprehension(at_)) return;
    Scope* s = at_;
    while (s->kind == ScopeKind::Comprehension) s = s->parent;
    if (s->kind == ScopeKind::Annotation)
      t_.fail(r, "await expression cannot be used within an annotation");
    else if (s->kind == ScopeKind::Module || s->kind == ScopeKind::Class)
      t_.fail(r, "'await' outside function");
    else if (!s->is_async_function)
      t_.fail(r, "'await' outside async function");
  }

  void comprehension(const ast::Expr* node, const char* name, ast::List<ast::Comprehension*> generators, ast::Expr* elt,
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

  void defaults(const ast::Arguments* a) {
    exprs(a->defaults);
    exprs(a->kw_defaults);
  }
  void parameter(const ast::Arg* a) {
    if (!a) return;
    check_debug(a->arg, a->range);
    Str* n = t_.mangled(a->arg, at_);
    Symbol* y = at_->find(n);
    if (y && y->flags & kParameter) t_.fail(a->range, "duplicate argument '" + std::string(a->arg) + "' in function definition");
    t_.declare(at_, n, kParameter, a->range);
  }
  void parameters(const ast::Arguments* a) {
    for (auto* p : a->posonlyargs) parameter(p);
    for (auto* p : a->args) parameter(p);
    for (auto* p : a->kwonlyargs) parameter(p);
    parameter(a->vararg);
    parameter(a->kwarg);
  }

  static bool has_annotations(const ast::Arguments* a, const ast::Expr* returns) {
    if (returns) return true;
    for (auto list : {a->posonlyargs, a->args, a->kwonlyargs})
      for (auto* p : list)
        if (p->annotation) return true;
    return (a->vararg && a->vararg->annotation) || (a->kwarg && a->kwarg->annotation);
  }

  // Scope of the function that computes annotations. Keyed by `key`.
  Scope* annotation_scope(const void* key) {
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

  void type_parameters(const void* key, ast::List<ast::TypeParam*> params) {
    Scope* around = at_;
    Scope* s = enter(ScopeKind::TypeParams, key, t_.name("<generic parameters>"));
    if (around->kind == ScopeKind::Class) {
      s->sees_class = true;
      around->needs_class_dict = true;
      t_.declare(s, t_.name("__classdict__"), kUsed, {});
    }
    for (auto* p : params) {
      assign(p->name, p->range, kTypeParameter);
      for (const ast::Expr* part : {p->bound, p->default_value})
        if (part) {
          enter(ScopeKind::Annotation, part, t_.name(p->name));
          expr(part);
          leave();
        }
    }
  }

  void body(ast::Body b) {
    for (ast::Stmt* s : b) stmt(s);
  }

  void function(const ast::FunctionDef* f) {
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

  void class_def(const ast::ClassDef* c) {
    exprs(c->decorator_list);
    assign(c->name, c->range);
    if (!c->type_params.empty()) type_parameters(&c->type_params, c->type_params);
    exprs(c->bases);
    for (auto* k : c->keywords) expr(k->value);
    Scope* s = enter(ScopeKind::Class, c, t_.name(c->name));
    s->class_name = t_.name(c->name);
    if (!c->type_params.empty()) t_.declare(s, t_.name("__type_params__"), kAssigned, c->range);
    body(c->body);
    leave();
    if (!c->type_params.empty()) leave();
  }

  void stmt(const ast::Stmt* st) {
    using K = ast::StmtKind;
    if (t_.error) return;
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
              else if (y->flags & (kAssigned | kImportedName))
                t_.fail(st->range, quoted + "is assigned to before " + word + " declaration");
              else if (y->flags & kUsed)
                t_.fail(st->range, quoted + "is used prior to " + word + " declaration");
            }
          }
          Symbol* y = t_.declare(at_, n, global ? kGlobalDeclared : kNonlocalDeclared, st->range);
          y->first_use = st->range;
        }
        break;
      }
      case K::ExprStmt: expr(ast::as<ast::ExprStmt>(st)->value); break;
      case K::Pass:
      case K::Break:
      case K::Continue: break;
    }
  }

  void check_async(const char* what, ast::Range r) {
    if (at_->kind != ScopeKind::Function || !at_->is_async_function)
      t_.fail(r, std::string(what) + (at_->kind == ScopeKind::Function ? " outside async function" : " outside async function"));
  }

  void pattern(const ast::Pattern* p) {
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

  static std::string_view first_part(std::string_view dotted) { return dotted.substr(0, dotted.find('.')); }

  SymbolTable& t_;
  Scope* at_ = nullptr;
  bool in_iterable_ = false;
  uint16_t target_flags_ = 0;
  std::unordered_map<Scope*, Scope*> class_annotations_;
};

namespace {

// The function scope around `scope` that binds `name`; nullptr: global.
Scope* binder(Scope* scope, Str* name, bool* explicit_global) {
  for (Scope* s = scope->parent; s; s = s->parent) {
    if (s->kind == ScopeKind::Module) return nullptr;
    Symbol* y = s->find(name);
    if (s->kind == ScopeKind::Class) continue;
    if (s->inlined) continue;
    if (!y) continue;
    if (y->flags & kGlobalDeclared) {
      *explicit_global = true;
      return nullptr;
    }
    if (y->bound()) return s;
  }
  return nullptr;
}

}  // namespace

bool SymbolTable::resolve(Scope* scope) {
  Str* class_name = name("__class__");
  Str* dict_name = name("__classdict__");
  for (size_t i = 0; i < scope->symbols.size(); ++i) {
    Symbol* y = scope->symbols[i];
    if (y->flags & kGlobalDeclared) {
      y->binding = Binding::GlobalExplicit;
      continue;
    }
    if (scope->inlined) {
      if (y->bound()) y->binding = Binding::Local;
      continue;
    }
    if (scope->kind == ScopeKind::Module) {
      y->binding = Binding::Name;
      continue;
    }
    if (y->bound()) {
      if (y->binding == Binding::Unresolved) y->binding = scope->kind == ScopeKind::Class ? Binding::Name : Binding::Local;
      continue;
    }
    // The implicit cells of the class around.
    if (y->name == class_name || y->name == dict_name) {
      Scope* s = scope->parent;
      bool found = false;
      for (; s && s->kind != ScopeKind::Module; s = s->parent) {
        if (s->kind == ScopeKind::Class) {
          found = y->name == class_name ? s->needs_class_cell : s->needs_class_dict;
          break;
        }
        Symbol* other = s->find(y->name);
        if (other && other->bound()) break;
      }
      if (found) {
        y->binding = Binding::Free;
        for (Scope* between = scope->parent; between != s; between = between->parent)
          if (!between->inlined) {
            Symbol* b = declare(between, y->name, kUsed, y->first_use);
            b->binding = Binding::Free;
          }
        continue;
      }
    }
    bool explicit_global = false;
    Scope* s = binder(scope, y->name, &explicit_global);
    if (!s) {
      if (y->flags & kNonlocalDeclared) return fail(y->first_use, "no binding for nonlocal '" + to_utf8(y->name) + "' found");
      y->binding = explicit_global ? Binding::GlobalExplicit
                   : scope->kind == ScopeKind::Class ? Binding::Name
                                                     : Binding::GlobalImplicit;
      continue;
    }
    s->find(y->name)->binding = Binding::Cell;
    y->binding = Binding::Free;
    for (Scope* between = scope->parent; between != s; between = between->parent) {
      if (between->inlined) continue;
      Symbol* b = declare(between, y->name, 0, y->first_use);
      // A class that binds the name itself passes the outer one through to its methods all the same.
      if (between->kind == ScopeKind::Class && b->bound()) {
        b->flags |= 0x8000;
        continue;
      }
      if (b->binding != Binding::Cell) b->binding = Binding::Free;
    }
  }
  for (Scope* c : scope->children)
    if (!resolve(c)) return false;
  return true;
}

bool SymbolTable::build(const ast::Module& module) {
  SymbolVisitor v(*this);
  module_ = v.enter(ScopeKind::Module, &module, name("<module>"));
  for (ast::Stmt* s : module.body) {
    auto* f = ast::try_as<ast::ImportFrom>(s);
    if (f && f->module == "__future__")
      for (auto* a : f->names)
        if (a->name == "annotations") future_annotations = true;
  }
  v.body(module.body);
  return !error && resolve(module_);
}

bool SymbolTable::build_expression(const ast::Expr* expression) {
  SymbolVisitor v(*this);
  module_ = v.enter(ScopeKind::Module, expression, name("<module>"));
  v.expr(expression);
  return !error && resolve(module_);
}

}  // namespace ap
