// Expressions.
#include "compile/codegen.hpp"
#include "compile/unsupported.hpp"
#include "object/protocol.hpp"
#include "object/set.hpp"

namespace ap {

using K = ast::ExprKind;

void Compiler::expr_looked_at(const ast::Expr* e) {
  looking_ = e->kind == K::Name || e->kind == K::Attribute;
  expr(e);
  looking_ = false;
}

void Compiler::exprs(ast::List<ast::Expr*> list) {
  for (ast::Expr* e : list) expr(e);
}

void Compiler::await_value() {
  a().emit(Op::GET_AWAITABLE, 0);
  a().emit(Op::AWAIT);
}

// `a + b + c ...`, the tree of which is as deep to the left as it is long: from the innermost outwards, as far as possible
// computed now.
void Compiler::binary_chain(const ast::BinOp* outermost) {
  std::vector<const ast::BinOp*> chain;
  const ast::Expr* first = outermost;
  for (; auto* b = ast::try_as<ast::BinOp>(first); first = b->left) chain.push_back(b);
  Var value = constant_value(first);
  if (!value) expr(first);
  for (size_t i = chain.size(); i-- > 0 && !error;) {
    const ast::BinOp* b = chain[i];
    if (value) {
      Var right = constant_value(b->right);
      if (Var r = right ? fold(value, right, binary_op(b->op)) : Var()) {
        value = std::move(r);
        continue;
      }
      a().at(b->left->range);
      load_const_steal(std::move(value));
      value = Var();
    }
    expr(b->right);
    a().at(b->range);
    a().emit(Op::BINARY, static_cast<uint32_t>(binary_op(b->op)));
  }
  a().at(outermost->range);
  if (value) load_const_steal(std::move(value));
}

void Compiler::expr(const ast::Expr* e) {
  if (error) return;
  Position outer = a().position();
  a().at(e->range);
  switch (e->kind) {
    case K::Constant: load_const_steal(constant_value(e)); break;
    case K::BoolOp: {
      auto* b = ast::as<ast::BoolOp>(e);
      int end = a().new_label();
      Op op = b->op == ast::BoolOperator::And ? Op::JUMP_IF_FALSE_OR_POP : Op::JUMP_IF_TRUE_OR_POP;
      for (size_t i = 0; i + 1 < b->values.size(); ++i) {
        expr(b->values[i]);
        a().emit_jump(op, end);
      }
      expr(b->values.back());
      a().place(end);
      break;
    }
    case K::NamedExpr: {
      auto* n = ast::as<ast::NamedExpr>(e);
      expr(n->value);
      a().emit(Op::COPY, 1);
      assign_to(n->target);
      break;
    }
    case K::BinOp: binary_chain(ast::as<ast::BinOp>(e)); break;
    case K::UnaryOp: {
      auto* n = ast::as<ast::UnaryOp>(e);
      if (Var v = constant_value(e)) {
        load_const_steal(std::move(v));
        break;
      }
      expr(n->operand);
      a().at(e->range);
      switch (n->op) {
        case ast::UnaryOperator::Invert: a().emit(Op::UNARY_INVERT); break;
        case ast::UnaryOperator::Not: a().emit(Op::UNARY_NOT); break;
        case ast::UnaryOperator::UAdd: a().emit(Op::UNARY_POSITIVE); break;
        case ast::UnaryOperator::USub: a().emit(Op::UNARY_NEGATIVE); break;
      }
      break;
    }
    case K::Lambda: lambda(ast::as<ast::Lambda>(e)); break;
    case K::IfExp: {
      auto* n = ast::as<ast::IfExp>(e);
      int otherwise = a().new_label(), end = a().new_label();
      jump_if(n->test, otherwise, false);
      bool asks = asks_whether_there(n->test);
      expects_missing_ += asks;
      expr(n->body);
      expects_missing_ -= asks;
      a().emit_jump(Op::JUMP, end);
      a().place(otherwise);
      expr(n->orelse);
      a().place(end);
      break;
    }
    case K::Dict: dict_display(ast::as<ast::Dict>(e)); break;
    case K::Set: display(ast::as<ast::Set>(e)->elts, Op::BUILD_SET, Op::SET_ADD, Op::SET_UPDATE); break;
    case K::ListComp: {
      auto* c = ast::as<ast::ListComp>(e);
      comprehension(e, c->generators, c->elt, nullptr, Op::BUILD_LIST, Op::LIST_APPEND);
      break;
    }
    case K::SetComp: {
      auto* c = ast::as<ast::SetComp>(e);
      comprehension(e, c->generators, c->elt, nullptr, Op::BUILD_SET, Op::SET_ADD);
      break;
    }
    case K::DictComp: {
      auto* c = ast::as<ast::DictComp>(e);
      comprehension(e, c->generators, c->key, c->value, Op::BUILD_MAP, Op::MAP_ADD);
      break;
    }
    case K::GeneratorExp: {
      auto* c = ast::as<ast::GeneratorExp>(e);
      comprehension(e, c->generators, c->elt, nullptr, Op::NOP, Op::YIELD_VALUE);
      break;
    }
    case K::Await:
      if (believes_here(bit(Belief::every_await_switches))) [[unlikely]] {
        load_const(None);
        believe(Believe::Switch);
        a().emit(Op::POP_TOP);
      }
      expr(ast::as<ast::Await>(e)->value);
      a().at(e->range);
      await_value();
      break;
    case K::Yield: {
      auto* y = ast::as<ast::Yield>(e);
      if (y->value)
        expr(y->value);
      else
        load_const(None);
      a().at(e->range);
      a().emit(Op::YIELD_VALUE);
      break;
    }
    case K::YieldFrom:
      expr(ast::as<ast::YieldFrom>(e)->value);
      a().at(e->range);
      u_->flags |= kDelegates;
      a().emit(Op::GET_YIELD_FROM_ITER);
      a().emit(Op::AWAIT);
      break;
    case K::Compare: compare(ast::as<ast::Compare>(e)); break;
    case K::Call:
      call(ast::as<ast::Call>(e));
      if (believes_here(bit(Belief::sleep_blocks_only_me) | bit(Belief::many_threads))) [[unlikely]] believe(Believe::Call);
      break;
    case K::FormattedValue: formatted(ast::as<ast::FormattedValue>(e)); break;
    case K::JoinedStr: joined(ast::as<ast::JoinedStr>(e)); break;
    case K::Attribute: {
      auto* n = ast::as<ast::Attribute>(e);
      note_attribute(n);
      expr(n->value);
      a().at(e->range);
      watch(Watch::AttributeRead, a().name(t_.mangled(n->attr, u_->scope)));
      a().emit(Op::LOAD_ATTR, a().name(t_.mangled(n->attr, u_->scope)));
      watch_value();
      break;
    }
    case K::Subscript: {
      auto* n = ast::as<ast::Subscript>(e);
      expr_looked_at(n->value);
      subscript_key(n->slice);
      a().at(e->range);
      watch(Watch::ItemRead);
      a().emit(Op::BINARY_SUBSCR);
      break;
    }
    case K::Starred: fail(e->range, "can't use starred expression here"); break;
    case K::Name:
      note_free_name(ast::as<ast::Name>(e)->id, e->range);
      load(place(ast::as<ast::Name>(e)->id).name);
      break;
    case K::List: display(ast::as<ast::ListExpr>(e)->elts, Op::BUILD_LIST, Op::LIST_APPEND, Op::LIST_EXTEND); break;
    case K::Tuple: {
      auto* n = ast::as<ast::Tuple>(e);
      if (Var v = constant_value(e)) {
        load_const_steal(std::move(v));
        break;
      }
      display(n->elts, Op::BUILD_TUPLE, Op::LIST_APPEND, Op::LIST_EXTEND);
      break;
    }
    case K::Slice: {
      auto* s = ast::as<ast::Slice>(e);
      for (const ast::Expr* part : {s->lower, s->upper}) {
        if (part)
          expr(part);
        else
          load_const(None);
      }
      if (s->step) expr(s->step);
      a().emit(Op::BUILD_SLICE, s->step ? 3 : 2);
      break;
    }
  }
  a().set_position(outer);
}

void Compiler::subscript_key(const ast::Expr* slice) { expr(slice); }

void Compiler::display(ast::List<ast::Expr*> elts, Op build, Op add, Op extend) {
  bool stars = false;
  for (ast::Expr* e : elts) stars |= e->kind == K::Starred;
  if (!stars && elts.size() < 4000) {
    exprs(elts);
    a().emit(build, static_cast<uint32_t>(elts.size()));
    return;
  }
  bool tuple = build == Op::BUILD_TUPLE;
  size_t i = 0;
  if (elts.size() < 4000)
    for (; i < elts.size() && elts[i]->kind != K::Starred; ++i) expr(elts[i]);
  a().emit(tuple ? Op::BUILD_LIST : build, static_cast<uint32_t>(i));
  for (; i < elts.size(); ++i) {
    if (auto* s = ast::try_as<ast::Starred>(elts[i])) {
      expr(s->value);
      a().emit(extend, 1);
    } else {
      expr(elts[i]);
      a().emit(add, 1);
    }
  }
  if (tuple) a().emit(Op::LIST_TO_TUPLE);
}

void Compiler::dict_display(const ast::Dict* d) {
  size_t i = 0, n = d->keys.size();
  size_t straight = 0;
  while (straight < n && straight < 2000 && d->keys[straight]) ++straight;
  for (; i < straight; ++i) {
    expr(d->keys[i]);
    expr(d->values[i]);
  }
  a().emit(Op::BUILD_MAP, static_cast<uint32_t>(straight));
  for (; i < n; ++i) {
    if (d->keys[i]) {
      expr(d->keys[i]);
      expr(d->values[i]);
      a().emit(Op::MAP_ADD, 1);
    } else {
      expr(d->values[i]);
      a().emit(Op::DICT_UPDATE, 1);
    }
  }
}

namespace {

void emit_compare(Assembler& a, ast::CompareOperator op) {
  using C = ast::CompareOperator;
  switch (op) {
    case C::Eq: a.emit(Op::COMPARE, static_cast<uint32_t>(Compare::Eq)); break;
    case C::NotEq: a.emit(Op::COMPARE, static_cast<uint32_t>(Compare::Ne)); break;
    case C::Lt: a.emit(Op::COMPARE, static_cast<uint32_t>(Compare::Lt)); break;
    case C::LtE: a.emit(Op::COMPARE, static_cast<uint32_t>(Compare::Le)); break;
    case C::Gt: a.emit(Op::COMPARE, static_cast<uint32_t>(Compare::Gt)); break;
    case C::GtE: a.emit(Op::COMPARE, static_cast<uint32_t>(Compare::Ge)); break;
    case C::Is: a.emit(Op::IS_OP, 0); break;
    case C::IsNot: a.emit(Op::IS_OP, 1); break;
    case C::In: a.emit(Op::CONTAINS_OP, 0); break;
    case C::NotIn: a.emit(Op::CONTAINS_OP, 1); break;
  }
}

}  // namespace

void Compiler::compare(const ast::Compare* c) {
  expr_looked_at(c->left);
  size_t n = c->ops.size();
  if (n == 1) {
    // `x in {1, 2}`, `x in [1, 2]`: the display is a constant.
    using C = ast::CompareOperator;
    const ast::Expr* right = c->comparators[0];
    if ((c->ops[0] == C::In || c->ops[0] == C::NotIn) && (right->kind == K::Set || right->kind == K::List)) {
      auto elts = right->kind == K::Set ? ast::as<ast::Set>(right)->elts : ast::as<ast::ListExpr>(right)->elts;
      Ref<Tuple> items = new_tuple(elts.size());
      bool all = true;
      for (size_t i = 0; i < elts.size() && all; ++i) {
        Var v = elts[i]->kind == K::Starred ? Var() : constant_value(elts[i]);
        all = bool(v);
        if (all) items->items()[i] = v.release();
      }
      if (all) {
        Var folded = items;
        if (right->kind == K::Set) {
          Ref<Set> s = new_set(true);
          if (set_update(s.get(), items)) folded = s;
        }
        if (failed()) clear_error();
        load_const_steal(std::move(folded));
        a().at(c->range);
        emit_compare(a(), c->ops[0]);
        return;
      }
    }
    expr_looked_at(right);
    a().at(c->range);
    emit_compare(a(), c->ops[0]);
    return;
  }
  int cleanup = a().new_label(), end = a().new_label();
  for (size_t i = 0; i < n; ++i) {
    expr(c->comparators[i]);
    a().at(c->range);
    if (i + 1 < n) {
      a().emit(Op::SWAP, 2);
      a().emit(Op::COPY, 2);
      emit_compare(a(), c->ops[i]);
      a().emit_jump(Op::JUMP_IF_FALSE_OR_POP, cleanup);
    } else {
      emit_compare(a(), c->ops[i]);
    }
  }
  a().emit_jump(Op::JUMP, end);
  a().place(cleanup);
  a().emit(Op::SWAP, 2);
  a().emit(Op::POP_TOP);
  a().place(end);
}

void Compiler::jump_if(const ast::Expr* e, int target, bool when) {
  Position outer = a().position();
  a().at(e->range);
  if (auto* n = ast::try_as<ast::UnaryOp>(e); n && n->op == ast::UnaryOperator::Not) {
    jump_if(n->operand, target, !when);
  } else if (auto* b = ast::try_as<ast::BoolOp>(e)) {
    bool is_or = b->op == ast::BoolOperator::Or;
    if (is_or == when) {
      for (ast::Expr* v : b->values) jump_if(v, target, when);
    } else {
      int end = a().new_label();
      for (size_t i = 0; i + 1 < b->values.size(); ++i) jump_if(b->values[i], end, !when);
      jump_if(b->values.back(), target, when);
      a().place(end);
    }
  } else if (auto* i = ast::try_as<ast::IfExp>(e)) {
    int otherwise = a().new_label(), end = a().new_label();
    jump_if(i->test, otherwise, false);
    jump_if(i->body, target, when);
    a().emit_jump(Op::JUMP, end);
    a().place(otherwise);
    jump_if(i->orelse, target, when);
    a().place(end);
  } else if (auto* c = ast::try_as<ast::Compare>(e); c && c->ops.size() == 1) {
    auto* right = ast::try_as<ast::Constant>(c->comparators[0]);
    bool is_none = right && right->type == ast::ConstantKind::None;
    if (is_none && (c->ops[0] == ast::CompareOperator::Is || c->ops[0] == ast::CompareOperator::IsNot)) {
      expr(c->left);
      bool want_none = (c->ops[0] == ast::CompareOperator::Is) == when;
      a().emit_jump(want_none ? Op::POP_JUMP_IF_NONE : Op::POP_JUMP_IF_NOT_NONE, target);
    } else {
      expr(e);
      a().emit_jump(when ? Op::POP_JUMP_IF_TRUE : Op::POP_JUMP_IF_FALSE, target);
    }
  } else if (auto* k = ast::try_as<ast::Constant>(e); k && (k->type == ast::ConstantKind::True || k->type == ast::ConstantKind::False)) {
    if ((k->type == ast::ConstantKind::True) == when) {
      a().emit_jump(Op::JUMP, target);
    }
  } else {
    expr_looked_at(e);
    a().emit_jump(when ? Op::POP_JUMP_IF_TRUE : Op::POP_JUMP_IF_FALSE, target);
  }
  a().set_position(outer);
}

// -------------------------------------------------------------------------------------------- f-strings

void Compiler::formatted(const ast::FormattedValue* v) {
  expr_looked_at(v->value);
  a().at(v->range);
  if (v->conversion) a().emit(Op::CONVERT, v->conversion == 's' ? 1 : v->conversion == 'r' ? 2 : 3);
  if (v->format_spec) {
    expr(v->format_spec);
    a().at(v->range);
    a().emit(Op::FORMAT_WITH_SPEC);
  } else {
    a().emit(Op::FORMAT_SIMPLE);
  }
}

void Compiler::joined(const ast::JoinedStr* j) {
  if (j->values.empty()) {
    load_const(Value(rt.empty_str));
    return;
  }
  if (j->values.size() == 1) {
    expr(j->values[0]);
    return;
  }
  if (j->values.size() > 1000) {
    // ''.join([...]) keeps the stack small.
    load_const(Value(rt.empty_str));
    a().emit(Op::LOAD_METHOD, a().name(t_.name("join")));
    a().emit(Op::BUILD_LIST, 0);
    for (ast::Expr* e : j->values) {
      expr(e);
      a().emit(Op::LIST_APPEND, 1);
    }
    a().emit(Op::CALL, 1);
    return;
  }
  exprs(j->values);
  a().emit(Op::BUILD_STRING, static_cast<uint32_t>(j->values.size()));
}

}  // namespace ap
