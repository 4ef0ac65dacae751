// Comprehensions: in their function's own frame where nothing captures their variables (PEP 709), else as functions;
// generator expressions always as functions.
#include "compile/codegen.hpp"

namespace ap {

namespace {
bool is_async(const Scope* s, ast::List<ast::Comprehension*> generators) {
  for (auto* g : generators)
    if (g->is_async) return true;
  return s->has_await;
}
}  // namespace

void Compiler::comprehension(const ast::Expr* node, ast::List<ast::Comprehension*> generators, const ast::Expr* elt,
                             const ast::Expr* value, Op build, Op add) {
  Scope* scope = t_.scope_of(node);
  bool generator = add == Op::YIELD_VALUE;
  if (scope->inlined) {
    expr(generators[0]->iter);
    a().at(generators[0]->iter->range);
    a().emit(generators[0]->is_async ? Op::GET_AITER : Op::GET_ITER);
    for (Symbol* y : scope->symbols)
      if (y->bound() && y->name != t_.name(".0")) y->slot = new_slot(y->name, kHiddenSlot);
    a().at(node->range);
    a().emit(build, 0);
    a().emit(Op::SWAP, 2);
    u_->inlined.push_back(scope);
    comprehension_loops(generators, 0, elt, value, add, 1);
    u_->inlined.pop_back();
    a().at(node->range);
    for (Symbol* y : scope->symbols)
      if (y->bound() && y->name != t_.name(".0")) {
        a().emit(Op::PUSH_EMPTY);
        a().emit(Op::STORE_FAST, y->slot);
      }
    return;
  }
  bool async = is_async(scope, generators);
  const char* part = generator ? "<genexpr>" : build == Op::BUILD_LIST ? "<listcomp>" : build == Op::BUILD_SET ? "<setcomp>" : "<dictcomp>";
  enter(scope, part);
  a().at(node->range);
  if (!generator) a().emit(build, 0);
  a().emit(Op::LOAD_FAST, 0);
  comprehension_loops(generators, 0, elt, value, add, generator ? 0 : 1);
  a().at(node->range);
  if (generator) load_const(None);
  a().emit(Op::RETURN_VALUE);
  if (generator)
    u_->flags |= async ? kAsyncGenerator : kGenerator;
  else if (async)
    u_->flags |= kCoroutine;
  Ref<Code> code = leave(static_cast<int>(node->range.line));
  if (!code) return;
  code->arg_count = 1;
  a().at(node->range);
  make_closure(code.get(), scope, 0);
  a().emit(Op::PUSH_EMPTY);
  expr(generators[0]->iter);
  a().at(generators[0]->iter->range);
  a().emit(generators[0]->is_async ? Op::GET_AITER : Op::GET_ITER);
  a().at(node->range);
  a().emit(Op::CALL, 1);
  if (async && !generator) await_value();
}

// The iterator of generators[i] is on top; `depth` values below it belong to the collection.
void Compiler::comprehension_loops(ast::List<ast::Comprehension*> generators, size_t i, const ast::Expr* elt,
                                   const ast::Expr* value, Op add, int depth) {
  const ast::Comprehension* g = generators[i];
  int top = a().new_label(), next = a().new_label(), end = a().new_label();
  int handler = -1, region = -1;
  a().at(g->target->range);
  a().place(top);
  if (g->is_async) {
    handler = a().new_label();
    region = a().open_region(handler, static_cast<uint32_t>(a().depth()));
    a().emit(Op::GET_ANEXT);
    a().emit(Op::AWAIT);
    a().close_region(region);
  } else {
    a().emit_jump(Op::FOR_ITER, end);
  }
  assign_to(g->target);
  for (ast::Expr* condition : g->ifs) jump_if(condition, next, false);
  if (i + 1 < generators.size()) {
    auto* inner = generators[i + 1];
    expr(inner->iter);
    a().at(inner->iter->range);
    a().emit(inner->is_async ? Op::GET_AITER : Op::GET_ITER);
    comprehension_loops(generators, i + 1, elt, value, add, depth + 1);
  } else {
    expr(elt);
    a().at(elt->range);
    if (add == Op::YIELD_VALUE) {
      a().emit(Op::YIELD_VALUE);
      a().emit(Op::POP_TOP);
    } else if (value) {
      expr(value);
      a().emit(add, static_cast<uint32_t>(depth + 1));
    } else {
      a().emit(add, static_cast<uint32_t>(depth + 1));
    }
  }
  a().at(g->target->range);
  a().place(next);
  a().emit_jump(Op::JUMP_BACK, top);
  if (g->is_async) {
    int at_loop = a().labels[top].depth;
    a().place_handler(handler, at_loop);
    a().emit(Op::END_ASYNC_FOR);
  } else {
    a().place(end);
  }
}

}  // namespace ap
