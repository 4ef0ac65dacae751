// Private to the files of the first pass over the tree: which names each scope binds and uses. Errors that CPython's symbol
// table finds are found here.
#pragma once
#include "compile/symbol_table.hpp"

namespace ap {

class SymbolVisitor {
 public:
  SymbolVisitor(SymbolTable& table) : t_(table) {}

  Scope* enter(ScopeKind kind, const void* node, Str* name) {
    auto* s = new Scope{.kind = kind, .parent = at_, .node = node, .name = name};
    if (kind == ScopeKind::Annotation) s->part = "an annotation";
    if (kind == ScopeKind::TypeParams) s->part = "the definition of a generic";
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

  // The passes over the tree recurse, this one first; where the tree is too deep for them it says so.
  class Nested {
   public:
    explicit Nested(SymbolVisitor& visitor) : visitor_(visitor) { ++visitor_.depth_; }
    ~Nested() { --visitor_.depth_; }
    Nested(const Nested&) = delete;
    explicit operator bool() const {
      if (visitor_.depth_ <= kMaxDepth) return true;
      visitor_.t_.fail_too_deep();
      return false;
    }

   private:
    SymbolVisitor& visitor_;
  };
  static constexpr uint32_t kMaxDepth = 1000;  // of V8's 1 MB of stack it takes less than half

  void expr(const ast::Expr* e);

  // What awaits makes all comprehensions around it asynchronous: the outermost one is told of. True: all is well, or told.
  bool check_async_comprehension(Scope* s);
  void check_await(ast::Range r);
  void refuse_within(const Scope* s, const char* expression, ast::Range r);
  void type_parameter_part(const ast::TypeParam* p, const ast::Expr* value, const char* part);

  void comprehension(const ast::Expr* node, const char* name, ast::List<ast::Comprehension*> generators, ast::Expr* elt,
                     ast::Expr* value, ScopeKind kind);

  void defaults(const ast::Arguments* a);
  void parameter(const ast::Arg* a);
  void parameters(const ast::Arguments* a);

  static bool has_annotations(const ast::Arguments* a, const ast::Expr* returns);

  // Scope of the function that computes annotations. Keyed by `key`.
  Scope* annotation_scope(const void* key);

  void type_parameters(const void* key, ast::List<ast::TypeParam*> params, Str* class_name = nullptr);

  void body(ast::Body b);

  void function(const ast::FunctionDef* f);

  void class_def(const ast::ClassDef* c);

  void stmt(const ast::Stmt* st);

  void check_async(const char* what, ast::Range r);

  void pattern(const ast::Pattern* p);

  static std::string_view first_part(std::string_view dotted) { return dotted.substr(0, dotted.find('.')); }

  SymbolTable& t_;
  Scope* at_ = nullptr;
  uint32_t depth_ = 0;
  bool in_iterable_ = false;
  uint16_t target_flags_ = 0;
  std::unordered_map<Scope*, Scope*> class_annotations_;
};

}  // namespace ap
