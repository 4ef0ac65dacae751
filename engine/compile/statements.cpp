// Statements, but for try and with (exceptions.cpp) and match (patterns.cpp).
#include "base/give_up.hpp"
#include "compile/codegen.hpp"
#include "compile/unsupported.hpp"

namespace ap {

using S = ast::StmtKind;

void Compiler::line_event(ast::Range r) {
  if (!options_.trace_lines || static_cast<int>(r.line) == last_line_event_) return;
  last_line_event_ = static_cast<int>(r.line);
  a().emit(Op::LINE, r.line);
}

void Compiler::line_again(ast::Range r) {
  last_line_event_ = -1;
  line_event(r);
  last_line_event_ = -1;  // what follows in the text is not what follows in the run
}

void Compiler::body(ast::Body b) {
  for (size_t i = 0; i < b.size(); ++i) {
    if (error) return;
    if (i % 1024 == 1023 && give_up && give_up()) return (void)fail(b[i]->range, "stopped");
    if (options_.beliefs && believed_run_of_awaits(b, &i)) [[unlikely]] continue;
    stmt(b[i]);
  }
}

void Compiler::stmt(const ast::Stmt* s) {
  a().at(s->range);
  line_event(s->range);
  watch(Watch::Statement);
  switch (s->kind) {
    case S::FunctionDef: function(ast::as<ast::FunctionDef>(s)); break;
    case S::ClassDef: class_def(ast::as<ast::ClassDef>(s)); break;
    case S::Return: return_stmt(ast::as<ast::Return>(s)); break;
    case S::Delete:
      for (ast::Expr* e : ast::as<ast::Delete>(s)->targets) delete_target(e);
      break;
    case S::Assign: {
      auto* n = ast::as<ast::Assign>(s);
      expr(n->value);
      if (options_.beliefs && u_->scope->kind == ScopeKind::Module) [[unlikely]] believed_statement_value(n->value);
      watch(Watch::Assigned);
      for (size_t i = 0; i < n->targets.size(); ++i) {
        if (i + 1 < n->targets.size()) a().emit(Op::COPY, 1);
        assign_to(n->targets[i]);
      }
      break;
    }
    case S::TypeAlias: type_alias(ast::as<ast::TypeAlias>(s)); break;
    case S::AugAssign: aug_assign(ast::as<ast::AugAssign>(s)); break;
    case S::AnnAssign: ann_assign(ast::as<ast::AnnAssign>(s)); break;
    case S::For: {
      auto* f = ast::as<ast::For>(s);
      if (options_.beliefs && believed_for(f)) [[unlikely]] break;
      if (f->is_async)
        async_for(f);
      else
        for_stmt(f);
      break;
    }
    case S::While: while_stmt(ast::as<ast::While>(s)); break;
    case S::If: if_stmt(ast::as<ast::If>(s)); break;
    case S::With: with_stmt(ast::as<ast::With>(s), 0); break;
    case S::Match: match_stmt(ast::as<ast::Match>(s)); break;
    case S::Raise: {
      auto* r = ast::as<ast::Raise>(s);
      uint32_t n = 0;
      if (r->exc) {
        expr(r->exc);
        ++n;
      }
      if (r->cause) {
        expr(r->cause);
        ++n;
      }
      a().at(s->range);
      a().emit(Op::RAISE, n);
      break;
    }
    case S::Try: try_stmt(ast::as<ast::Try>(s)); break;
    case S::Assert: assert_stmt(ast::as<ast::Assert>(s)); break;
    case S::Import: import_stmt(ast::as<ast::Import>(s)); break;
    case S::ImportFrom: import_from(ast::as<ast::ImportFrom>(s)); break;
    case S::ExprStmt: {
      auto* e = ast::as<ast::ExprStmt>(s);
      if (e->value->kind == ast::ExprKind::Constant) break;
      expr(e->value);
      if (options_.beliefs) [[unlikely]] believed_statement_value(e->value);
      a().at(s->range);
      a().emit(Op::POP_TOP);
      break;
    }
    case S::Break: leave_loop(s, true); break;
    case S::Continue: leave_loop(s, false); break;
    case S::Global:
    case S::Nonlocal:
    case S::Pass: break;
  }
}

void Compiler::if_stmt(const ast::If* s) {
  int otherwise = a().new_label(), end = a().new_label();
  jump_if(s->test, otherwise, false);
  bool asks = asks_whether_there(s->test);
  expects_missing_ += asks;
  body(s->body);
  expects_missing_ -= asks;
  if (s->orelse.empty()) {
    a().place(otherwise);
    return;
  }
  if (a().reachable()) a().emit_jump(Op::JUMP, end);
  a().place(otherwise);
  body(s->orelse);
  a().place(end);
}

void Compiler::for_stmt(const ast::For* s) {
  int top = a().new_label(), exhausted = a().new_label(), end = a().new_label(), next = a().new_label();
  expr_looked_at(s->iter);
  a().at(s->iter->range);
  a().emit(Op::GET_ITER);
  a().place(top);
  a().at(s->target->range);
  a().emit_jump(Op::FOR_ITER, exhausted);
  u_->blocks.push_back({.kind = Block::ForLoop, .continue_label = next, .break_label = end});
  assign_to(s->target);
  body(s->body);
  u_->blocks.pop_back();
  a().at(s->target->range);
  a().place(next);
  line_again(s->range);
  a().emit_jump(Op::JUMP_BACK, top);
  a().place(exhausted);
  body(s->orelse);
  a().place(end);
}

void Compiler::async_for(const ast::For* s) {
  int top = a().new_label(), handler = a().new_label(), end = a().new_label(), next = a().new_label();
  expr(s->iter);
  a().at(s->iter->range);
  a().emit(Op::GET_AITER);
  a().place(top);
  int depth = a().depth();
  int region = a().open_region(handler, static_cast<uint32_t>(depth));
  a().at(s->iter->range);
  a().emit(Op::GET_ANEXT);
  a().emit(Op::AWAIT);
  a().close_region(region);
  u_->blocks.push_back({.kind = Block::ForLoop, .continue_label = next, .break_label = end});
  assign_to(s->target);
  body(s->body);
  u_->blocks.pop_back();
  a().at(s->iter->range);
  a().place(next);
  line_again(s->range);
  a().emit_jump(Op::JUMP_BACK, top);
  a().place_handler(handler, depth);
  a().emit(Op::END_ASYNC_FOR);
  body(s->orelse);
  a().place(end);
}

void Compiler::while_stmt(const ast::While* s) {
  int top = a().new_label(), otherwise = a().new_label(), end = a().new_label();
  a().place(top);
  u_->blocks.push_back({.kind = Block::WhileLoop, .continue_label = top, .break_label = end, .range = s->range});
  jump_if(s->test, otherwise, false);
  body(s->body);
  u_->blocks.pop_back();
  a().at(s->test->range);
  line_again(s->range);
  a().emit_jump(Op::JUMP_BACK, top);
  a().place(otherwise);
  body(s->orelse);
  a().place(end);
}

bool Compiler::leaves_star(ast::Range range, size_t from) {
  for (size_t i = u_->blocks.size(); i > from; --i)
    if (u_->blocks[i - 1].star) {
      fail(range, "'break', 'continue' and 'return' cannot appear in an except* block");
      return true;
    }
  return false;
}

void Compiler::return_stmt(const ast::Return* s) {
  if (leaves_star(s->value ? s->value->range : s->range, 0)) return;
  int depth = a().depth();
  bool with_value = s->value && !constant_value(s->value);
  if (with_value) expr(s->value);
  a().at(s->range);
  unwind_to(0, with_value);
  a().at(s->range);
  if (!with_value) {
    if (s->value)
      load_const_steal(constant_value(s->value));
    else
      load_const(None);
  }
  a().emit(Op::RETURN_VALUE);
  a().set_depth(depth);
  resume_regions();
}

void Compiler::leave_loop(const ast::Stmt* s, bool is_break) {
  size_t i = u_->blocks.size();
  while (i > 0 && u_->blocks[i - 1].kind != Block::ForLoop && u_->blocks[i - 1].kind != Block::WhileLoop) --i;
  if (leaves_star(s->range, i)) return;
  if (i == 0) {
    fail(s->range, is_break ? "'break' outside loop" : "'continue' not properly in loop");
    return;
  }
  const Block loop = u_->blocks[i - 1];
  int depth = a().depth();
  unwind_to(i, false);
  a().at(s->range);
  if (is_break) {
    if (loop.kind == Block::ForLoop) a().emit(Op::POP_TOP);
    a().emit_jump(Op::JUMP, loop.break_label);
  } else {
    // A `while` goes straight back to its test; a `for` to the jump at its end.
    if (loop.kind == Block::WhileLoop) line_again(loop.range);
    a().emit_jump(loop.kind == Block::WhileLoop ? Op::JUMP_BACK : Op::JUMP, loop.continue_label);
  }
  a().set_depth(depth);
  resume_regions();
}

void Compiler::assert_stmt(const ast::Assert* s) {
  int ok = a().new_label();
  jump_if(s->test, ok, true);
  a().at(s->range);
  a().emit(Op::LOAD_ASSERTION_ERROR);
  if (s->msg) {
    a().emit(Op::PUSH_EMPTY);
    expr(s->msg);
    a().at(s->range);
    a().emit(Op::CALL, 1);
  }
  a().at(s->test->range);
  a().emit(Op::RAISE, 1);
  a().place(ok);
}

void Compiler::import_stmt(const ast::Import* s) {
  for (auto* alias : s->names) {
    load_const(Value::from_int(0));
    load_const(None);
    a().emit(Op::IMPORT_NAME, a().name(t_.name(alias->name)));
    if (alias->asname.empty()) {
      // `import a.b` binds a.
      note_import(alias->name.substr(0, alias->name.find('.')), alias->name.substr(0, alias->name.find('.')));
      store(place(alias->name.substr(0, alias->name.find('.'))).name);
      continue;
    }
    size_t dot = alias->name.find('.');
    while (dot != std::string_view::npos) {
      size_t next = alias->name.find('.', dot + 1);
      std::string_view part = alias->name.substr(dot + 1, next == std::string_view::npos ? next : next - dot - 1);
      Ref<Str> name = intern(part);
      a().emit(Op::IMPORT_FROM, a().name(name.get()));
      t_.keep(std::move(name));
      a().emit(Op::SWAP, 2);
      a().emit(Op::POP_TOP);
      dot = next;
    }
    note_import(alias->asname, alias->name);
    store(place(alias->asname).name);
  }
}

void Compiler::import_from(const ast::ImportFrom* s) {
  if (s->module == "__future__") {
    static const char* const known[] = {"nested_scopes", "generators", "division", "absolute_import", "with_statement",
                                        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"};
    for (auto* alias : s->names) {
      bool ok = false;
      for (const char* k : known) ok |= alias->name == k;
      if (alias->name == "braces") {
        fail(alias->range, "not a chance");
        return;
      }
      if (!ok) {
        fail(alias->range, "future feature " + std::string(alias->name) + " is not defined");
        return;
      }
    }
    if (!future_allowed_) {
      fail(s->range, "from __future__ imports must occur at the beginning of the file");
      return;
    }
  }
  Ref<Tuple> names = new_tuple(s->names.size());
  for (size_t i = 0; i < s->names.size(); ++i) names->items()[i] = Var(Value(t_.name(s->names[i]->name))).release();
  load_const(Value::from_int(s->level));
  load_const(names);
  a().emit(Op::IMPORT_NAME, a().name(s->module.empty() ? rt.empty_str : t_.name(s->module)));
  if (s->names.size() == 1 && s->names[0]->name == "*") {
    a().emit(Op::IMPORT_STAR);
    return;
  }
  for (auto* alias : s->names) {
    if (!s->level) note_use(std::string(s->module), alias->name, alias->range);
    a().emit(Op::IMPORT_FROM, a().name(t_.name(alias->name)));
    store(place(alias->asname.empty() ? alias->name : alias->asname).name);
  }
  a().emit(Op::POP_TOP);
}

void Compiler::aug_assign(const ast::AugAssign* s) {
  auto op = static_cast<uint32_t>(binary_op(s->op));
  const ast::Expr* t = s->target;
  switch (t->kind) {
    case ast::ExprKind::Name: {
      Str* name = place(ast::as<ast::Name>(t)->id).name;
      a().at(t->range);
      load(name);
      expr(s->value);
      a().at(s->range);
      a().emit(Op::INPLACE, op);
      store(name);
      break;
    }
    case ast::ExprKind::Attribute: {
      auto* n = ast::as<ast::Attribute>(t);
      note_static_attribute(n);
      Str* name = t_.mangled(n->attr, u_->scope);
      expr(n->value);
      a().at(t->range);
      a().emit(Op::COPY, 1);
      watch(Watch::AttributeRead, a().name(name));
      a().emit(Op::LOAD_ATTR, a().name(name));
      watch_value();
      expr(s->value);
      a().at(s->range);
      a().emit(Op::INPLACE, op);
      a().emit(Op::SWAP, 2);
      a().at(t->range);
      watch(Watch::AttributeWrite, a().name(name));
      a().emit(Op::STORE_ATTR, a().name(name));
      break;
    }
    case ast::ExprKind::Subscript: {
      auto* n = ast::as<ast::Subscript>(t);
      expr(n->value);
      subscript_key(n->slice);
      a().at(t->range);
      a().emit(Op::COPY, 2);
      a().emit(Op::COPY, 2);
      watch(Watch::ItemRead);
      a().emit(Op::BINARY_SUBSCR);
      expr(s->value);
      a().at(s->range);
      a().emit(Op::INPLACE, op);
      // container, key, value -> value, container, key
      a().emit(Op::SWAP, 3);
      a().emit(Op::SWAP, 2);
      a().at(t->range);
      watch(Watch::ItemWrite);
      a().emit(Op::STORE_SUBSCR);
      break;
    }
    default: fail(t->range, "illegal expression for augmented assignment");
  }
}

void Compiler::ann_assign(const ast::AnnAssign* s) {
  bool in_body = u_->scope->kind == ScopeKind::Class || u_->scope->kind == ScopeKind::Module;
  if (s->value) {
    expr(s->value);
    watch(Watch::Assigned);
    assign_to(s->target);
  } else if (auto* n = ast::try_as<ast::Attribute>(s->target)) {
    expr(n->value);
    a().emit(Op::POP_TOP);
  } else if (auto* m = ast::try_as<ast::Subscript>(s->target)) {
    expr(m->value);
    a().emit(Op::POP_TOP);
    expr(m->slice);
    a().emit(Op::POP_TOP);
  }
  if (in_body && s->simple && s->target->kind == ast::ExprKind::Name)
    u_->annotations.push_back({s, place(ast::as<ast::Name>(s->target)->id).name});
}

}  // namespace ap
