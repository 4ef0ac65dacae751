// Functions, lambdas, classes, annotations and type parameters.
#include "compile/codegen.hpp"
#include "object/dict.hpp"

namespace ap {

void Compiler::enter(Scope* scope, std::string_view part) {
  auto* u = new Unit{.outer = u_, .scope = scope, .code = {}};
  // __qualname__ (PEP 3155)
  std::string qualname(part);
  if (u_ && u_->scope->kind != ScopeKind::Module) {
    Scope* around = u_->scope;
    std::string prefix = to_utf8(u_->qualname);
    if (around->kind == ScopeKind::TypeParams) {
      // The scope of type parameters does not show.
      prefix = u_->outer && u_->outer->scope->kind != ScopeKind::Module ? to_utf8(u_->outer->qualname) : "";
      if (u_->outer && u_->outer->scope->kind != ScopeKind::Module && u_->outer->scope->kind != ScopeKind::Class) prefix += ".<locals>";
    } else if (around->kind != ScopeKind::Class) {
      prefix += ".<locals>";
    }
    Symbol* own = nullptr;
    if (scope->name && (scope->kind == ScopeKind::Function || scope->kind == ScopeKind::Class))
      own = around->find(t_.mangled(part, around));
    if (!(own && own->flags & kGlobalDeclared) && !prefix.empty()) qualname = prefix + "." + qualname;
  }
  Ref<Str> q = intern(qualname);
  u->qualname = q.get();
  t_.keep(std::move(q));
  u_ = u;
  if (scope->is_function_like()) {
    u->flags |= kOptimized;
    // Parameters are the first slots, in the order of declaration; other locals and cells follow.
    for (Symbol* y : scope->symbols)
      if (y->flags & kParameter) y->slot = new_slot(y->name, y->binding == Binding::Cell ? kCellSlot : kLocal);
    for (Symbol* y : scope->symbols)
      if (!(y->flags & kParameter) && (y->binding == Binding::Local || y->binding == Binding::Cell))
        y->slot = new_slot(y->name, y->binding == Binding::Cell ? kCellSlot : kLocal);
  } else if (scope->kind == ScopeKind::Class) {
    for (const char* id : {"__class__", "__classdict__"}) {
      if (id[7] == '_' ? !scope->needs_class_cell : !scope->needs_class_dict) continue;
      u->slots[t_.name(id)] = new_slot(t_.name(id), kCellSlot);
    }
  }
  // Free variables get provisional slots, moved behind the locals when the unit is finished.
  int free = 0;
  for (Symbol* y : scope->symbols)
    if (y->binding == Binding::Free || y->flags & 0x8000) y->slot = kFreeBase + free++;
  for (auto [name, slot] : u->slots)
    if (u->slot_kinds[slot] == kCellSlot) a().emit(Op::MAKE_CELL, slot);
  if (scope->is_function_like())
    for (Symbol* y : scope->symbols)
      if (y->binding == Binding::Cell) a().emit(Op::MAKE_CELL, y->slot);
  if (scope->is_function_like()) watch(Watch::Enter);
}

Ref<Code> Compiler::leave(int first_line) {
  Unit* u = u_;
  // Free variables: behind the locals.
  auto locals = static_cast<uint32_t>(u->slot_names.size());
  uint32_t free = 0;
  for (Symbol* y : u->scope->symbols)
    if (y->binding == Binding::Free || y->flags & 0x8000) {
      u->slot_names.push_back(y->name);
      u->slot_kinds.push_back(kFreeSlot);
      ++free;
    }
  for (Emitted& e : u->code.code)
    switch (e.op) {
      case Op::LOAD_DEREF:
      case Op::STORE_DEREF:
      case Op::DELETE_DEREF:
      case Op::LOAD_CLASS_DEREF:
      case Op::LOAD_FROM_DICT_OR_DEREF:
      case Op::LOAD_CLOSURE:
        if (e.arg >= kFreeBase) e.arg = e.arg - kFreeBase + locals;
        break;
      case Op::WATCH:
        if (e.arg >> 8 >= kFreeBase) e.arg -= (kFreeBase - locals) << 8;
        break;
      default: break;
    }
  uint32_t parameters = 0;
  for (Symbol* y : u->scope->symbols) parameters += (y->flags & kParameter) != 0;
  remove_bound_checks(u->code, locals, parameters);
  Ref<Code> code;
  if (!error) code = u->code.finish(!options_.trace_lines && !options_.watch);
  if (code) {
    Code* c = code.get();
    Scope* s = u->scope;
    c->name = s->name;
    c->qualname = u->qualname;
    c->filename = filename_.get();
    incref(c->name);
    incref(c->qualname);
    incref(c->filename);
    c->flags = u->flags;
    c->first_line = first_line;
    c->local_count = locals;
    c->free_count = free;
    size_t n = u->slot_names.size();
    if (n) {
      c->slot_names = static_cast<Str**>(heap.allocate_raw(n * sizeof(Str*)));
      c->slot_kinds = static_cast<uint8_t*>(heap.allocate_raw(n));
      for (size_t i = 0; i < n; ++i) {
        incref(u->slot_names[i]);
        c->slot_names[i] = u->slot_names[i];
        c->slot_kinds[i] = u->slot_kinds[i];
      }
    }
  }
  u_ = u->outer;
  delete u;
  return code;
}

// Pushes the closure's cells (if any) and the code, and makes the function. `flags`: what was pushed before.
void Compiler::make_closure(const Code* code, Scope* scope, uint32_t flags) {
  uint32_t n = 0;
  for (Symbol* y : scope->symbols) {
    if (y->binding != Binding::Free && !(y->flags & 0x8000)) continue;
    Place p = place(y->name);
    if (u_->scope->kind == ScopeKind::Class) {
      auto at = u_->slots.find(y->name);
      if (at != u_->slots.end()) p.slot = at->second;
    }
    a().emit(Op::LOAD_CLOSURE, p.slot);
    ++n;
  }
  if (n) {
    a().emit(Op::BUILD_TUPLE, n);
    flags |= 8;
  }
  load_const(Value(code));
  a().emit(Op::MAKE_FUNCTION, flags);
}

uint32_t Compiler::push_defaults(const ast::Arguments* p) {
  uint32_t flags = 0;
  if (!p->defaults.empty()) {
    exprs(p->defaults);
    a().emit(Op::BUILD_TUPLE, static_cast<uint32_t>(p->defaults.size()));
    flags |= 1;
  }
  uint32_t n = 0;
  for (size_t i = 0; i < p->kwonlyargs.size(); ++i) {
    if (!p->kw_defaults[i]) continue;
    load_const(Value(t_.mangled(p->kwonlyargs[i]->arg, u_->scope)));
    expr(p->kw_defaults[i]);
    ++n;
  }
  if (n) {
    a().emit(Op::BUILD_MAP, n);
    flags |= 2;
  }
  return flags;
}

void Compiler::decorators_begin(ast::List<ast::Expr*> list) {
  for (ast::Expr* d : list) {
    expr(d);
    a().emit(Op::PUSH_EMPTY);
  }
}
void Compiler::decorators_end(ast::List<ast::Expr*> list) {
  for (size_t i = list.size(); i-- > 0;) {
    a().at(list[i]->range);
    a().emit(Op::CALL, 1);
  }
}

namespace {

void describe_parameters(Code* c, const ast::Arguments* p) {
  c->arg_count = static_cast<uint32_t>(p->posonlyargs.size() + p->args.size());
  c->positional_only = static_cast<uint32_t>(p->posonlyargs.size());
  c->keyword_only = static_cast<uint32_t>(p->kwonlyargs.size());
  if (p->vararg) c->flags |= kVarArgs;
  if (p->kwarg) c->flags |= kVarKeywords;
}

}  // namespace

// The function that computes a function's annotations is pushed; false: it has none.
bool Compiler::annotations_function(const ast::FunctionDef* f) {
  Scope* scope = t_.scope_of(f->args);
  if (!scope) return false;
  enter(scope, "__annotate__");
  u_->flags |= kOptimized;
  a().at(f->range);
  uint32_t n = 0;
  auto one = [&](std::string_view name, const ast::Expr* e, bool starred) {
    if (!e) return;
    a().at(e->range);
    load_const(Value(t_.mangled(name, u_->scope)));
    if (t_.future_annotations) {
      load_str(source_text(e));
    } else if (starred && e->kind == ast::ExprKind::Starred) {
      expr(ast::as<ast::Starred>(e)->value);
    } else {
      expr(e);
    }
    ++n;
  };
  for (auto list : {f->args->posonlyargs, f->args->args}) 
    for (auto* p : list) one(p->arg, p->annotation, false);
  if (f->args->vararg) one(f->args->vararg->arg, f->args->vararg->annotation, true);
  for (auto* p : f->args->kwonlyargs) one(p->arg, p->annotation, false);
  if (f->args->kwarg) one(f->args->kwarg->arg, f->args->kwarg->annotation, false);
  one("return", f->returns, false);
  a().emit(Op::BUILD_MAP, n);
  a().emit(Op::RETURN_VALUE);
  Ref<Code> code = leave(static_cast<int>(f->range.line));
  if (!code) return false;
  code->arg_count = 1;
  code->positional_only = 1;
  make_closure(code.get(), scope, 0);
  return true;
}

// The text of an expression as written, white space folded: what `from __future__ import annotations` keeps.
std::string Compiler::source_text(const ast::Expr* e) {
  size_t from = offset_of(e->range.line, e->range.col), to = offset_of(e->range.end_line, e->range.end_col);
  std::string text;
  for (char c : source_.substr(from, to - from)) {
    bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space && (text.empty() || text.back() == ' ')) continue;
    text += space ? ' ' : c;
  }
  return text;
}

size_t Compiler::offset_of(uint32_t line, uint32_t col) {
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    for (size_t i = 0; i < source_.size(); ++i)
      if (source_[i] == '\n') line_starts_.push_back(i + 1);
  }
  if (line == 0 || line > line_starts_.size()) return source_.size();
  size_t at = line_starts_[line - 1] + col;
  return at < source_.size() ? at : source_.size();
}

void Compiler::function(const ast::FunctionDef* f) {
  a().at(f->range);
  decorators_begin(f->decorator_list);
  int first_line = static_cast<int>(f->decorator_list.empty() ? f->range.line : f->decorator_list[0]->range.line);
  a().at(f->range);
  uint32_t flags = push_defaults(f->args);
  bool generic = !f->type_params.empty();
  if (generic) {
    // A function of its own binds the type parameters; the defaults are handed to it as arguments.
    Scope* scope = t_.scope_of(&f->type_params);
    uint32_t passed = (flags & 1 ? 1 : 0) + (flags & 2 ? 1 : 0);
    Str* holders[2] = {t_.name(".defaults"), t_.name(".kwdefaults")};
    for (uint32_t i = 0; i < passed; ++i) t_.add_parameter(scope, holders[i]);
    enter(scope, f->name);
    a().at(f->range);
    push_type_params(f->type_params);
    int holder = new_slot(t_.name(".type_params"), kHiddenSlot);
    a().emit(Op::STORE_FAST, static_cast<uint32_t>(holder));
    for (uint32_t i = 0; i < passed; ++i) a().emit(Op::LOAD_FAST, i);
    function_object(f, flags, first_line);
    a().emit(Op::COPY, 1);
    a().emit(Op::LOAD_FAST, static_cast<uint32_t>(holder));
    a().emit(Op::SWAP, 2);
    a().emit(Op::STORE_ATTR, a().name(t_.name("__type_params__")));
    a().emit(Op::RETURN_VALUE);
    Ref<Code> code = leave(first_line);
    if (!code) return;
    code->arg_count = passed;
    make_closure(code.get(), scope, 0);
    a().emit(Op::PUSH_EMPTY);
    // The defaults lie below the callable: bring them above it.
    for (uint32_t i = 0; i < passed; ++i) a().emit(Op::COPY, passed + 2);
    a().emit(Op::CALL, passed);
    for (uint32_t i = 0; i < passed; ++i) {
      a().emit(Op::SWAP, 2);
      a().emit(Op::POP_TOP);
    }
  } else {
    function_object(f, flags, first_line);
  }
  decorators_end(f->decorator_list);
  a().at(f->range);
  store(place(f->name).name);
}

// Pushes the function itself; its defaults are on the stack as `flags` says.
void Compiler::function_object(const ast::FunctionDef* f, uint32_t flags, int first_line) {
  if (annotations_function(f)) flags |= 4;
  Scope* scope = t_.scope_of(f);
  enter(scope, f->name);
  if (scope->has_yield)
    u_->flags |= f->is_async ? kAsyncGenerator : kGenerator;
  else if (f->is_async)
    u_->flags |= kCoroutine;
  if (scope->parent && scope->parent->is_function_like()) u_->flags |= kNested;
  if (const ast::Constant* doc = ast::docstring(f->body)) {
    u_->flags |= kHasDocstring;
    Var text = make_docstring(doc->text);
    a().constant(text);
  }
  last_line_event_ = -1;
  body(f->body);
  if (a().reachable()) {
    if (f->body.size()) {
      // CPython gives the implicit return the last statement's line.
      Position p = a().position();
      a().set_position(p);
    }
    load_const(None);
    a().emit(Op::RETURN_VALUE);
  }
  Ref<Code> code = leave(first_line);
  if (!code) return;
  describe_parameters(code.get(), f->args);
  a().at(f->range);
  make_closure(code.get(), scope, flags);
}

void Compiler::lambda(const ast::Lambda* l) {
  uint32_t flags = push_defaults(l->args);
  Scope* scope = t_.scope_of(l);
  enter(scope, "<lambda>");
  if (scope->has_yield) u_->flags |= kGenerator;
  a().at(l->body->range);
  expr(l->body);
  a().at(l->body->range);
  a().emit(Op::RETURN_VALUE);
  Ref<Code> code = leave(static_cast<int>(l->range.line));
  if (!code) return;
  describe_parameters(code.get(), l->args);
  a().at(l->range);
  make_closure(code.get(), scope, flags);
}

// Docstrings lose their indentation when they are compiled (3.13).
Var Compiler::make_docstring(std::string_view text) {
  size_t margin = std::string_view::npos;
  std::vector<std::string> lines;
  std::string line;
  for (char c : text) {
    if (c == '\n') {
      lines.push_back(line);
      line.clear();
    } else if (c == '\t') {
      line.append(8 - line.size() % 8, ' ');
    } else {
      line += c;
    }
  }
  lines.push_back(line);
  if (lines.size() > 1) {
    for (size_t i = 1; i < lines.size(); ++i) {
      size_t indent = lines[i].find_first_not_of(' ');
      if (indent != std::string::npos && indent < margin) margin = indent;
    }
  }
  std::string out;
  size_t first = text.find_first_not_of(" \t");
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i) out += '\n';
    std::string_view l = lines[i];
    if (i == 0) {
      out += first == std::string_view::npos ? "" : l.substr(std::min(l.size(), l.find_first_not_of(' ') == std::string_view::npos ? l.size() : l.find_first_not_of(' ')));
      continue;
    }
    bool blank = l.find_first_not_of(' ') == std::string_view::npos;
    if (blank) {
      out += l.size() > margin && margin != std::string_view::npos ? l.substr(margin) : "";
      continue;
    }
    out += margin == std::string_view::npos ? l : l.substr(margin);
  }
  return make_str(out);
}

void Compiler::class_def(const ast::ClassDef* c) {
  a().at(c->range);
  decorators_begin(c->decorator_list);
  int first_line = static_cast<int>(c->decorator_list.empty() ? c->range.line : c->decorator_list[0]->range.line);
  a().at(c->range);
  bool generic = !c->type_params.empty();
  Str* generic_base = nullptr;
  if (generic) {
    Scope* scope = t_.scope_of(&c->type_params);
    enter(scope, c->name);
    push_type_params(c->type_params);
    int holder = new_slot(t_.name(".type_params"), kHiddenSlot);
    a().emit(Op::STORE_FAST, holder);
    generic_holder_ = holder;
    generic_base = t_.name(".generic_base");
  }
  a().at(c->range);
  a().emit(Op::LOAD_BUILD_CLASS);
  a().emit(Op::PUSH_EMPTY);
  Scope* scope = t_.scope_of(c);
  enter(scope, c->name);
  last_line_event_ = -1;
  a().at(c->range);
  a().emit(Op::LOAD_NAME, a().name(t_.name("__name__")));
  a().emit(Op::STORE_NAME, a().name(t_.name("__module__")));
  load_const(Value(u_->qualname));
  a().emit(Op::STORE_NAME, a().name(t_.name("__qualname__")));
  load_const(Value::from_int(first_line));
  a().emit(Op::STORE_NAME, a().name(t_.name("__firstlineno__")));
  if (scope->needs_class_dict) {
    a().emit(Op::LOAD_LOCALS);
    a().emit(Op::STORE_DEREF, u_->slots[t_.name("__classdict__")]);
  }
  if (const ast::Constant* doc = ast::docstring(c->body)) {
    load_const_steal(make_docstring(doc->text));
    a().emit(Op::STORE_NAME, a().name(t_.name("__doc__")));
  }
  body(c->body);
  a().at(c->range);
  body_annotations(scope, c);
  Ref<Tuple> attributes = new_tuple(u_->static_attributes.size());
  for (size_t i = 0; i < u_->static_attributes.size(); ++i)
    attributes->items()[i] = Var(Value(u_->static_attributes[i])).release();
  load_const(attributes);
  a().emit(Op::STORE_NAME, a().name(t_.name("__static_attributes__")));
  if (scope->needs_class_cell) {
    a().emit(Op::LOAD_CLOSURE, u_->slots[t_.name("__class__")]);
    a().emit(Op::COPY, 1);
    a().emit(Op::STORE_NAME, a().name(t_.name("__classcell__")));
  } else {
    load_const(None);
  }
  a().emit(Op::RETURN_VALUE);
  Ref<Code> code = leave(first_line);
  if (!code) return;
  a().at(c->range);
  make_closure(code.get(), scope, 0);
  load_str(c->name);
  bool stars = false;
  for (ast::Expr* e : c->bases) stars |= e->kind == ast::ExprKind::Starred;
  for (auto* k : c->keywords) stars |= k->arg.empty();
  if (stars) {
    // function and name are positional arguments too.
    a().emit(Op::BUILD_LIST, 2);
    for (ast::Expr* e : c->bases) {
      if (auto* s = ast::try_as<ast::Starred>(e)) {
        expr(s->value);
        a().emit(Op::LIST_EXTEND, 1);
      } else {
        expr(e);
        a().emit(Op::LIST_APPEND, 1);
      }
    }
    a().emit(Op::LIST_TO_TUPLE);
    a().emit(Op::BUILD_MAP, 0);
    for (auto* k : c->keywords) {
      if (k->arg.empty()) {
        expr(k->value);
      } else {
        load_str(k->arg);
        expr(k->value);
        a().emit(Op::BUILD_MAP, 1);
      }
      a().emit(Op::DICT_MERGE, 1);
    }
    a().emit(Op::CALL_EX, 1);
  } else {
    int pushed = 2;
    if (generic_base) {
      a().emit(Op::LOAD_FAST, static_cast<uint32_t>(generic_holder_));
      load_const(None);
      a().emit(Op::TYPE_PARAMETER, 3);  // Generic[params]
      // Generic[...] goes last among the bases.
      exprs(c->bases);
      if (!c->bases.empty()) {
        // Rotate the Generic base behind the others.
        for (size_t i = c->bases.size(); i > 0; --i) a().emit(Op::SWAP, static_cast<uint32_t>(i + 1));
      }
      call_arguments({}, c->keywords, pushed + 1 + static_cast<int>(c->bases.size()));
    } else {
      call_arguments(c->bases, c->keywords, pushed);
    }
  }
  if (generic) {
    a().emit(Op::COPY, 1);
    a().emit(Op::LOAD_FAST, static_cast<uint32_t>(generic_holder_));
    a().emit(Op::SWAP, 2);
    a().emit(Op::STORE_ATTR, a().name(t_.name("__type_params__")));
    a().emit(Op::RETURN_VALUE);
    Scope* params = t_.scope_of(&c->type_params);
    Ref<Code> outer = leave(first_line);
    if (!outer) return;
    make_closure(outer.get(), params, 0);
    a().emit(Op::PUSH_EMPTY);
    a().emit(Op::CALL, 0);
  }
  decorators_end(c->decorator_list);
  a().at(c->range);
  store(place(c->name).name);
}

// `x: T` in class and module bodies: one function computes them all, on demand (PEP 649).
void Compiler::body_annotations(Scope* scope, const void* key) {
  if (u_->annotations.empty()) return;
  Scope* annotate = t_.scope_of(static_cast<const char*>(key) + 1);
  if (!annotate) return;
  auto list = u_->annotations;
  enter(annotate, "__annotate__");
  uint32_t n = 0;
  for (auto& [node, name] : list) {
    a().at(node->annotation->range);
    load_const(Value(name));
    if (t_.future_annotations)
      load_str(source_text(node->annotation));
    else
      expr(node->annotation);
    ++n;
  }
  a().emit(Op::BUILD_MAP, n);
  a().emit(Op::RETURN_VALUE);
  Ref<Code> code = leave(static_cast<int>(list[0].first->range.line));
  if (!code) return;
  code->arg_count = 1;
  code->positional_only = 1;
  make_closure(code.get(), annotate, 0);
  a().emit(Op::STORE_NAME, a().name(t_.name(scope->kind == ScopeKind::Class ? "__annotate_func__" : "__annotate__")));
}

// Leaves a tuple of the type parameters on the stack, each stored under its name too.
void Compiler::push_type_params(ast::List<ast::TypeParam*> params) {
  for (auto* p : params) {
    a().at(p->range);
    load_str(p->name);
    auto computed = [&](const ast::Expr* value) {
      Scope* scope = t_.scope_of(value);
      enter(scope, p->name);
      a().at(value->range);
      expr(value);
      a().emit(Op::RETURN_VALUE);
      Ref<Code> code = leave(static_cast<int>(p->range.line));
      if (code) make_closure(code.get(), scope, 0);
      return bool(code);
    };
    if (!p->bound)
      load_const(None);
    else if (!computed(p->bound))
      return;
    bool choice = p->bound && ast::try_as<ast::Tuple>(p->bound);  // T: (int, str)
    a().emit(Op::TYPE_PARAMETER, choice ? 4 : static_cast<uint32_t>(p->kind));
    if (p->default_value) {
      a().emit(Op::COPY, 1);
      if (!computed(p->default_value)) return;
      a().emit(Op::SWAP, 2);
      a().emit(Op::STORE_ATTR, a().name(t_.name("__default__")));
    }
    a().emit(Op::COPY, 1);
    store(t_.mangled(p->name, u_->scope));
  }
  a().emit(Op::BUILD_TUPLE, static_cast<uint32_t>(params.size()));
}

void Compiler::type_alias(const ast::TypeAlias* s) {
  Scope* params_scope = s->type_params.empty() ? nullptr : t_.scope_of(&s->type_params);
  std::string_view id = ast::as<ast::Name>(s->name)->id;
  if (params_scope) enter(params_scope, id);
  a().at(s->range);
  load_str(id);
  if (params_scope)
    push_type_params(s->type_params);
  else
    load_const(Value(rt.empty_tuple));
  Scope* scope = t_.scope_of(s);
  enter(scope, id);
  a().at(s->value->range);
  expr(s->value);
  a().emit(Op::RETURN_VALUE);
  Ref<Code> code = leave(static_cast<int>(s->range.line));
  if (!code) return;
  make_closure(code.get(), scope, 0);
  a().emit(Op::TYPE_ALIAS);
  if (params_scope) {
    a().emit(Op::RETURN_VALUE);
    Ref<Code> outer = leave(static_cast<int>(s->range.line));
    if (!outer) return;
    make_closure(outer.get(), params_scope, 0);
    a().emit(Op::PUSH_EMPTY);
    a().emit(Op::CALL, 0);
  }
  store(place(id).name);
}

}  // namespace ap
