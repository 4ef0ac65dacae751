#include "compile/compile.hpp"

#include "compile/codegen.hpp"
#include "compile/unsupported.hpp"

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
  compiler.is_known_module = is_known_module;
  result.code = compiler.module(*parsed.module);
  result.uses = std::move(compiler.uses);
  result.error = compiler.error;
  result.error_by_compiler = result.error;
  if (result.error) {
    result.code = {};
    return result;
  }
  add_compiler_warnings(result, parsed);
  if (is_known_module) {
    add_undefined_attributes(compiler.attribute_loads, parsed.source, arena, &result.uses);
    result.unsupported_found = find_unknown_import(parsed.module->body, is_known_module, &result.unsupported);
    if (result.unsupported_found) result.code = {};
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
