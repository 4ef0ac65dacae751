#include "compile/compile.hpp"

#include "compile/codegen.hpp"

namespace ap {

Ref<Code> Compiler::module(const ast::Module& m) {
  filename_ = intern(options_.filename);
  enter(t_.module(), "<module>");
  if (const ast::Constant* doc = ast::docstring(m.body)) {
    a().at(m.body[0]->range);
    load_const_steal(make_docstring(doc->text));
    a().emit(Op::STORE_NAME, a().name(t_.name("__doc__")));
  }
  bool first = true;
  for (ast::Stmt* s : m.body) {
    auto* f = ast::try_as<ast::ImportFrom>(s);
    bool doc = first && ast::docstring(m.body);
    if (!(f && f->module == "__future__") && !doc) future_allowed_ = false;
    first = false;
    if (error) break;
    stmt(s);
  }
  body_annotations(u_->scope, u_->scope->node);
  load_const(None);
  a().emit(Op::RETURN_VALUE);
  return leave(1);
}

Ref<Code> Compiler::expression(const ast::Expr* e) {
  filename_ = intern(options_.filename);
  enter(t_.module(), "<module>");
  expr(e);
  a().at(e->range);
  a().emit(Op::RETURN_VALUE);
  return leave(1);
}

namespace {

bool is_name(const ast::Expr* e, std::string_view id) {
  auto* n = ast::try_as<ast::Name>(e);
  if (n) return n->id == id;
  auto* a = ast::try_as<ast::Attribute>(e);
  return a && a->attr == id;
}

// A handler that a failed import ends in.
bool catches_import_error(const ast::Try* t) {
  for (auto* h : t->handlers) {
    if (!h->type) return true;
    auto one = [](const ast::Expr* e) {
      return is_name(e, "ImportError") || is_name(e, "ModuleNotFoundError") || is_name(e, "Exception") || is_name(e, "BaseException");
    };
    if (one(h->type)) return true;
    if (auto* tuple = ast::try_as<ast::Tuple>(h->type))
      for (ast::Expr* e : tuple->elts)
        if (one(e)) return true;
  }
  return false;
}

// The first import that cannot be served and whose failure nobody expects.
struct ImportCheck {
  bool (*known)(std::string_view);
  Unsupported* out;
  bool found = false;

  void module(std::string_view name, int line) {
    if (found || known(name)) return;
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
        if (!catches_import_error(t)) body(t->body);
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

namespace {

// The compiler's warnings come after the parser's, and only where there is no error.
void add_compiler_warnings(CompileResult& result, const ast::ParseResult& parsed) {
  syntax::SyntaxWarning** end = &result.warnings;
  while (*end) end = &(*end)->next;
  *end = parsed.compiler_warnings;
}

}  // namespace

CompileResult compile_module(std::string_view source, Arena& arena, const CompileOptions& options,
                             bool (*is_known_module)(std::string_view)) {
  CompileResult result;
  ast::ParseResult parsed = ast::parse(source, arena);
  result.warnings = parsed.warnings;
  if (parsed.error) {
    result.error = parsed.error;
    return result;
  }
  SymbolTable table(arena, source);
  if (!table.build(*parsed.module)) {
    result.error = table.error;
    result.error_by_compiler = true;
    return result;
  }
  Compiler compiler(arena, source, options, table);
  result.code = compiler.module(*parsed.module);
  result.error = compiler.error;
  result.error_by_compiler = result.error;
  if (result.error) {
    result.code = {};
    return result;
  }
  add_compiler_warnings(result, parsed);
  if (is_known_module) {
    ImportCheck check{is_known_module, &result.unsupported};
    check.body(parsed.module->body);
    result.unsupported_found = check.found;
    if (check.found) result.code = {};
  }
  return result;
}

CompileResult compile_source(std::string_view source, Arena& arena, const CompileOptions& options, int mode) {
  if (mode == 0) return compile_module(source, arena, options, nullptr);
  CompileResult result;
  ast::ParseResult parsed = ast::parse(source, arena, ast::Mode::Eval);
  result.warnings = parsed.warnings;
  if (parsed.error) {
    result.error = parsed.error;
    return result;
  }
  SymbolTable table(arena, source);
  if (!table.build_expression(parsed.expression)) {
    result.error = table.error;
    result.error_by_compiler = true;
    return result;
  }
  Compiler compiler(arena, source, options, table);
  result.code = compiler.expression(parsed.expression);
  result.error = compiler.error;
  result.error_by_compiler = result.error;
  if (result.error)
    result.code = {};
  else
    add_compiler_warnings(result, parsed);
  return result;
}

}  // namespace ap
