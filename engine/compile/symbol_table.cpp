#include "compile/symbol_visitor.hpp"

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

void SymbolTable::fail_too_deep() {
  if (error) return;
  error = arena_.make<syntax::SyntaxError>();
  error->type = syntax::ErrorType::RecursionError;
  error->message = "maximum recursion depth exceeded during compilation";
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
    Symbol* outer = s->find(y->name);
    if (y->flags & kNonlocalDeclared && outer->flags & kTypeParameter)
      return fail(y->first_use, "nonlocal binding not allowed for type parameter '" + to_utf8(y->name) + "'");
    outer->binding = Binding::Cell;
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
