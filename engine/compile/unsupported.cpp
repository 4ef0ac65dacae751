#include "compile/unsupported.hpp"

#include "compile/codegen.hpp"
#include "object/dict.hpp"
#include "object/interned.hpp"
#include "object/unsupported.hpp"
#include "syntax/words.hpp"

namespace ap {

namespace {

bool is_name(const ast::Expr* e, std::string_view id) {
  auto* n = ast::try_as<ast::Name>(e);
  if (n) return n->id == id;
  auto* a = ast::try_as<ast::Attribute>(e);
  return a && a->attr == id;
}

}  // namespace

bool catches_missing(const ast::Try* t) {
  for (auto* h : t->handlers) {
    if (!h->type) return true;
    auto one = [](const ast::Expr* e) {
      for (const char* name : {"ImportError", "ModuleNotFoundError", "AttributeError", "NameError", "Exception", "BaseException"})
        if (is_name(e, name)) return true;
      return false;
    };
    if (one(h->type)) return true;
    if (auto* tuple = ast::try_as<ast::Tuple>(h->type))
      for (ast::Expr* e : tuple->elts)
        if (one(e)) return true;
  }
  return false;
}

namespace {

// The first import that cannot be served and whose failure nobody expects. A module that is not of the standard library is not
// installed here: importing it fails in its turn, as it does in CPython.
struct ImportCheck {
  bool (*known)(std::string_view);
  Unsupported* out;
  bool found = false;

  void module(std::string_view name, int line) {
    if (found || known(name)) return;
    std::string_view package = name.substr(0, name.find('.'));
    Ref<Str> all = intern(kAllModules), first = intern(package);
    if (!known(package) && !(is_unsupported_name && is_unsupported_name(all.get(), first.get()))) return;
    found = true;
    out->feature = "import " + std::string(name);
    out->line = line;
  }
  void body(ast::Body b) {
    for (ast::Stmt* s : b) stmt(s);
  }
  void stmt(const ast::Stmt* s) {
    using K = ast::StmtKind;
    if (found) return;
    switch (s->kind) {
      case K::Import:
        for (auto* a : ast::as<ast::Import>(s)->names) module(a->name, static_cast<int>(s->range.line));
        break;
      case K::ImportFrom: {
        auto* f = ast::as<ast::ImportFrom>(s);
        if (!f->level)  // a relative one fails as it does in any program that is no package
          module(f->module, static_cast<int>(s->range.line));
        break;
      }
      case K::FunctionDef: body(ast::as<ast::FunctionDef>(s)->body); break;
      case K::ClassDef: body(ast::as<ast::ClassDef>(s)->body); break;
      case K::For:
        body(ast::as<ast::For>(s)->body);
        body(ast::as<ast::For>(s)->orelse);
        break;
      case K::While:
        body(ast::as<ast::While>(s)->body);
        body(ast::as<ast::While>(s)->orelse);
        break;
      case K::If: {
        auto* i = ast::as<ast::If>(s);
        if (!is_name(i->test, "TYPE_CHECKING")) body(i->body);
        body(i->orelse);
        break;
      }
      case K::With: body(ast::as<ast::With>(s)->body); break;
      case K::Match:
        for (auto* c : ast::as<ast::Match>(s)->cases) body(c->body);
        break;
      case K::Try: {
        auto* t = ast::as<ast::Try>(s);
        if (!catches_missing(t)) body(t->body);
        for (auto* h : t->handlers) body(h->body);
        body(t->orelse);
        body(t->finalbody);
        break;
      }
      default: break;
    }
  }
};

}  // namespace

bool find_unknown_import(ast::Body body, bool (*known)(std::string_view), Unsupported* out) {
  ImportCheck check{known, out};
  check.body(body);
  return check.found;
}

// ------------------------------------------------------------------------------------------- names of the library

bool asks_whether_there(const ast::Expr* test) {
  auto* call = ast::try_as<ast::Call>(test);
  return call && is_name(call->func, "hasattr");
}

void Compiler::note_import(std::string_view name, std::string_view module) {
  if (u_->scope->kind != ScopeKind::Module) return;
  auto [at, fresh] = library_.try_emplace(std::string(name), module);
  if (!fresh && at->second != module) at->second.clear();  // one or the other: nothing is certain
}

std::string Compiler::library_module(const ast::Expr* e) {
  if (auto* name = ast::try_as<ast::Name>(e)) {
    auto known = library_.find(std::string(name->id));
    if (known == library_.end() || known->second.empty()) return {};
    Str* id = t_.mangled(name->id, u_->scope);
    Place p = place(id);
    if (p.binding == Binding::Local || p.binding == Binding::Cell || p.binding == Binding::Free) return {};
    if (u_->scope->kind == ScopeKind::Class && u_->scope->find(id) && u_->scope->find(id)->bound()) return {};
    Symbol* global = t_.module()->find(id);
    return global && (global->flags & ~kUsed) == kImportedName ? known->second : std::string();
  }
  if (auto* attribute = ast::try_as<ast::Attribute>(e)) {
    std::string package = library_module(attribute->value);
    if (package.empty()) return {};
    package += '.';
    package += attribute->attr;
    return is_known_module && is_known_module(package) ? package : std::string();
  }
  return {};
}

void Compiler::note_use(std::string module, std::string_view name, ast::Range r) {
  if (!is_known_module || expects_missing_ || module.empty()) return;
  uses.push_back({std::move(module), std::string(name), static_cast<int>(r.line)});
}

void Compiler::note_attribute(const ast::Attribute* a) {
  if (!is_known_module) return;
  if (std::string module = library_.empty() ? std::string() : library_module(a->value); !module.empty()) {
    note_use(std::move(module), a->attr, a->range);
    return;
  }
  if (expects_missing_) return;
  for (AttributeLoad& load : attribute_loads)
    if (load.name == a->attr) {
      // A finally's body is compiled twice, the attribute stands there once.
      if (load.range.end_line != a->range.end_line || load.range.end_col != a->range.end_col) ++load.count;
      return;
    }
  if (!is_name_of_anything(a->attr)) attribute_loads.push_back({a->attr, a->range, 1});
}

void add_undefined_attributes(const std::vector<Compiler::AttributeLoad>& loads, std::string_view source, Arena& arena,
                              std::vector<LibraryUse>* uses) {
  if (loads.empty()) return;
  ast::Words words(source, arena);
  for (const char* maker : {"__getattr__", "__getattribute__", "AttributeError", "Mock", "mock", "MagicMock"})
    if (words.count(maker)) return;
  for (const Compiler::AttributeLoad& load : loads)
    if (words.count(load.name) == load.count)
      uses->push_back({std::string(kAnyObject), std::string(load.name), static_cast<int>(load.range.end_line)});
}

void Compiler::note_free_name(std::string_view id, ast::Range r) {
  if (!is_known_module) return;
  Str* name = t_.name(id);
  Symbol* global = t_.module()->find(name);
  if ((global && global->flags & ~kUsed) || dict_get_name(rt.builtins, name)) return;
  Place p = place(name);
  if (p.binding == Binding::Name || p.binding == Binding::GlobalImplicit) note_use("builtins", id, r);
}

}  // namespace ap
