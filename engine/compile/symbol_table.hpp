// Which variable a name means: one pass over the tree makes the scopes, a second one resolves their names.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "object/str.hpp"
#include "syntax/ast.hpp"
#include "syntax/error.hpp"

namespace ap {

namespace ast = syntax;

enum class ScopeKind : uint8_t { Module, Class, Function, Lambda, Comprehension, GeneratorExp, Annotation, TypeParams };
enum class Binding : uint8_t { Unresolved, Local, Cell, Free, GlobalExplicit, GlobalImplicit, Name };

enum SymbolFlag : uint16_t {
  kUsed = 1, kAssigned = 2, kParameter = 4, kGlobalDeclared = 8, kNonlocalDeclared = 16, kAnnotated = 32,
  kImportedName = 64, kIterationVariable = 128, kTypeParameter = 256,
};

struct Symbol {
  Str* name;
  uint16_t flags = 0;
  Binding binding = Binding::Unresolved;
  int slot = -1;
  ast::Range first_use;
  bool bound() const {
    return (flags & (kAssigned | kParameter | kImportedName | kIterationVariable | kTypeParameter)) &&
           !(flags & (kGlobalDeclared | kNonlocalDeclared));
  }
};

struct Scope {
  ScopeKind kind;
  Scope* parent = nullptr;
  const void* node = nullptr;
  Str* name = nullptr;
  Str* class_name = nullptr;     // of the innermost class, for mangling
  std::vector<Symbol*> symbols;  // in order of appearance
  std::unordered_map<const Str*, Symbol*> by_name;
  std::vector<Scope*> children;
  bool is_async_function = false;
  bool has_yield = false, has_await = false, has_return_value = false;
  bool inlined = false;          // a comprehension that runs in its parent's frame
  bool has_functions = false;    // functions, lambdas, generator expressions inside
  bool needs_class_cell = false; // a class: some method uses super() or __class__
  bool needs_class_dict = false; // a class: some annotation scope looks into it
  bool sees_class = false;       // an annotation scope right inside a class
  const char* part = nullptr;    // what no yield, await or := may be within: "an annotation", "a type alias"; null elsewhere
  ast::Range yield_range, return_range;
  std::vector<std::pair<Str*, int>> parameters;

  Symbol* find(const Str* name) const {
    auto at = by_name.find(name);
    return at == by_name.end() ? nullptr : at->second;
  }
  bool is_function_like() const { return kind != ScopeKind::Module && kind != ScopeKind::Class; }
};

class SymbolTable {
 public:
  SymbolTable(Arena& arena, std::string_view source) : arena_(arena), source_(source) {}
  ~SymbolTable();
  SymbolTable(const SymbolTable&) = delete;
  // False: `error` is set.
  bool build(const ast::Module& module);
  bool build_expression(const ast::Expr* expression);
  Scope* scope_of(const void* node) const {
    auto at = scopes_.find(node);
    return at == scopes_.end() ? nullptr : at->second;
  }
  Scope* module() const { return module_; }
  // The interned string of an identifier; mangled when it is private to the class.
  Str* name(std::string_view identifier);
  Str* mangled(std::string_view identifier, const Scope* scope);
  void keep(Ref<Str> s) { kept_.push_back(std::move(s)); }
  // A parameter that the compiler makes up.
  void add_parameter(Scope* scope, Str* name) { declare(scope, name, kParameter, {})->binding = Binding::Local; }
  ast::SyntaxError* error = nullptr;
  bool future_annotations = false;

 private:
  friend class SymbolVisitor;
  bool fail(ast::Range range, std::string message);
  void fail_too_deep();
  bool resolve(Scope* scope);
  Symbol* declare(Scope* scope, Str* name, uint16_t flags, ast::Range range);

  Arena& arena_;
  std::string_view source_;
  Scope* module_ = nullptr;
  std::unordered_map<const void*, Scope*> scopes_;
  std::unordered_map<const char*, Str*> names_;
  std::vector<Scope*> all_scopes_;
  std::vector<Ref<Str>> kept_;
};

}  // namespace ap
