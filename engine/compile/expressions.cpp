// Expressions.
#include "compile/codegen.hpp"
#include "compile/unsupported.hpp"
#include "object/bytes.hpp"
#include "object/complex.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"
#include "object/set.hpp"

namespace ap {

using K = ast::ExprKind;

void Compiler::load_const(Value v) { a().emit(Op::LOAD_CONST, a().constant(v)); }
void Compiler::load_const_steal(Var v) { load_const(v); }
void Compiler::load_str(std::string_view s) { load_const_steal(intern(s)); }

// ------------------------------------------------------------------------------------------- constants

BinaryOp binary_op(ast::BinaryOperator op) {
  using O = ast::BinaryOperator;
  switch (op) {
    case O::Add: return BinaryOp::Add;
    case O::Sub: return BinaryOp::Sub;
    case O::Mult: return BinaryOp::Mul;
    case O::MatMult: return BinaryOp::MatMul;
    case O::Div: return BinaryOp::Div;
    case O::Mod: return BinaryOp::Mod;
    case O::Pow: return BinaryOp::Pow;
    case O::LShift: return BinaryOp::LShift;
    case O::RShift: return BinaryOp::RShift;
    case O::BitOr: return BinaryOp::Or;
    case O::BitXor: return BinaryOp::Xor;
    case O::BitAnd: return BinaryOp::And;
    default: return BinaryOp::FloorDiv;
  }
}

namespace {

Var literal(const ast::Constant* c) {
  using C = ast::ConstantKind;
  switch (c->type) {
    case C::None: return None;
    case C::True: return True;
    case C::False: return False;
    case C::Ellipsis: return Ellipsis;
    case C::Int: return make_int(c->integer);
    case C::BigInt: return parse_int_digits(c->text, c->base);
    case C::Float: return Value::from_float(c->real);
    case C::Imaginary: return make_complex(0.0, c->real);
    case C::Str: {
      bool name_like = c->text.size() < 64;
      for (char ch : c->text)
        if (!(ch == '_' || (ch >= '0' && ch <= '9') || (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z'))) name_like = false;
      return name_like ? Var(intern(c->text)) : Var(make_str(c->text));
    }
    case C::Bytes: return make_bytes(c->text);
  }
  return None;
}

bool is_number(Value v) { return v.is_small_int() || v.is_float() || is_kind(v, Kind::Int) || type_of(v) == rt.types.complex; }

// Folding must not make constants that are expensive to have or to make.
bool cheap(Value left, Value right, BinaryOp op) {
  auto small = [](Value v, int64_t limit) { return v.is_small_int() && v.as_int() >= -limit && v.as_int() <= limit; };
  switch (op) {
    case BinaryOp::Pow: return (left.is_float() || small(left, 1000)) && (right.is_float() || small(right, 40));
    case BinaryOp::LShift: return small(left, 1 << 20) && small(right, 64);
    case BinaryOp::Mul:
      return is_number(left) && is_number(right) && !is_kind(left, Kind::Int) && !is_kind(right, Kind::Int);
    case BinaryOp::Mod: return is_number(left) && is_number(right);
    default: return is_number(left) && is_number(right);
  }
}

}  // namespace

Var Compiler::constant_value(const ast::Expr* e) {
  switch (e->kind) {
    case K::Constant: return literal(ast::as<ast::Constant>(e));
    case K::UnaryOp: {
      auto* n = ast::as<ast::UnaryOp>(e);
      Var v = constant_value(n->operand);
      if (!v) return v;
      Var r;
      if (n->op == ast::UnaryOperator::Not) return Var();
      if (!is_number(v) && !v->is_bool()) return Var();
      if (n->op == ast::UnaryOperator::Invert && v->is_bool()) return Var();
      r = unary(v, n->op == ast::UnaryOperator::USub   ? UnaryOp::Neg
                   : n->op == ast::UnaryOperator::UAdd ? UnaryOp::Pos
                                                       : UnaryOp::Invert);
      if (!r) clear_error();
      return r;
    }
    case K::BinOp: {
      auto* n = ast::as<ast::BinOp>(e);
      if (nesting_ > 100) return Var();
      ++nesting_;
      Var left = constant_value(n->left);
      Var right = left ? constant_value(n->right) : Var();
      --nesting_;
      if (!right || !cheap(left, right, binary_op(n->op))) return Var();
      Var r = binary(left, right, binary_op(n->op));
      if (!r) clear_error();
      return r;
    }
    case K::Tuple: {
      auto* n = ast::as<ast::Tuple>(e);
      if (n->ctx != ast::ExprContext::Load) return Var();
      Ref<Tuple> t = new_tuple(n->elts.size());
      for (size_t i = 0; i < n->elts.size(); ++i) {
        Var v = constant_value(n->elts[i]);
        if (!v) return v;
        t->items()[i] = v.release();
      }
      return t;
    }
    default: return Var();
  }
}

// ----------------------------------------------------------------------------------------- expressions

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
      if (right && cheap(value, right, binary_op(b->op))) {
        if (Var r = binary(value, right, binary_op(b->op))) {
          value = std::move(r);
          continue;
        }
        clear_error();
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
    case K::Constant: load_const_steal(literal(ast::as<ast::Constant>(e))); break;
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

// ----------------------------------------------------------------------------------------------- calls

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  for (std::string_view n : names)
    if (n == name) return true;
  return false;
}

// Built-in functions that do not change their arguments, unless the program has others of the same names.
bool function_only_looks(std::string_view name) {
  return is_one_of(name, {"len", "print", "str", "repr", "sum", "min", "max", "sorted", "any", "all", "isinstance", "list", "tuple",
                          "set", "frozenset", "dict", "enumerate", "zip", "bool", "type", "id", "format", "reversed"});
}
// Methods of built-in types and of asyncio that change nothing.
bool only_looks(std::string_view name) {
  return is_one_of(name, {"get_name", "keys", "values", "items", "index", "count", "copy", "qsize", "empty", "full", "done", "cancelled",
                          "locked", "is_set", "result", "exception", "get_loop", "union", "intersection", "difference", "issubset",
                          "issuperset", "isdisjoint"});
}

}  // namespace

void Compiler::call(const ast::Call* c) {
  for (size_t i = 0; i < c->keywords.size(); ++i)
    for (size_t j = i + 1; j < c->keywords.size(); ++j)
      if (!c->keywords[i]->arg.empty() && c->keywords[i]->arg == c->keywords[j]->arg) {
        fail(c->keywords[j]->range, "keyword argument repeated: " + std::string(c->keywords[j]->arg));
        return;
      }
  auto* attribute = ast::try_as<ast::Attribute>(c->func);
  bool stars = false;
  for (ast::Expr* e : c->args) stars |= e->kind == K::Starred;
  for (auto* k : c->keywords) stars |= k->arg.empty();
  if (attribute && !stars) {
    note_attribute(attribute);
    if (only_looks(attribute->attr))
      expr_looked_at(attribute->value);
    else
      expr(attribute->value);
    a().at(attribute->range);
    a().emit(Op::LOAD_METHOD, a().name(t_.mangled(attribute->attr, u_->scope)));
  } else {
    expr(c->func);
    a().emit(Op::PUSH_EMPTY);
  }
  a().at(c->range);
  if (auto* f = ast::try_as<ast::Name>(c->func); f && !stars && options_.watch) arguments_looked_at_ = function_only_looks(f->id);
  if (stars)
    call_with_stars(c->args, c->keywords, {});
  else
    call_arguments(c->args, c->keywords, 0);
}

// `pushed` positional arguments lie on the stack already. Makes the call.
void Compiler::call_arguments(ast::List<ast::Expr*> args, ast::List<ast::Keyword*> keywords, int pushed) {
  Position here = a().position();
  if (std::exchange(arguments_looked_at_, false)) {
    for (ast::Expr* e : args) expr_looked_at(e);
  } else {
    exprs(args);
  }
  Ref<Tuple> names = new_tuple(keywords.size());
  for (size_t i = 0; i < keywords.size(); ++i) {
    expr(keywords[i]->value);
    names->items()[i] = Var(Value(t_.mangled(keywords[i]->arg, u_->scope))).release();
  }
  a().set_position(here);
  auto n = static_cast<uint32_t>(args.size() + keywords.size() + static_cast<size_t>(pushed));
  if (keywords.empty()) {
    a().emit(Op::CALL, n);
  } else {
    load_const(names);
    a().emit(Op::CALL_KW, n);
  }
}

// f(*args, **kwargs) and mixtures. `pushed`: names whose values go first (bases of generic classes).
void Compiler::call_with_stars(ast::List<ast::Expr*> args, ast::List<ast::Keyword*> keywords, const std::vector<Str*>& pushed) {
  Position here = a().position();
  if (pushed.empty() && args.size() == 1 && args[0]->kind == K::Starred) {
    expr(ast::as<ast::Starred>(args[0])->value);  // CALL_EX makes the tuple
  } else {
    a().emit(Op::BUILD_LIST, 0);
    for (Str* s : pushed) {
      load(s);
      a().emit(Op::LIST_APPEND, 1);
    }
    for (ast::Expr* e : args) {
      if (auto* s = ast::try_as<ast::Starred>(e)) {
        expr(s->value);
        a().set_position(here);
        a().emit(Op::LIST_EXTEND, 1);
      } else {
        expr(e);
        a().emit(Op::LIST_APPEND, 1);
      }
    }
    a().emit(Op::LIST_TO_TUPLE);
  }
  if (!keywords.empty()) {
    a().emit(Op::BUILD_MAP, 0);
    for (size_t i = 0; i < keywords.size();) {
      if (keywords[i]->arg.empty()) {
        expr(keywords[i]->value);
        ++i;
      } else {
        uint32_t n = 0;
        for (; i < keywords.size() && !keywords[i]->arg.empty(); ++i, ++n) {
          load_const(Value(t_.mangled(keywords[i]->arg, u_->scope)));
          expr(keywords[i]->value);
        }
        a().emit(Op::BUILD_MAP, n);
      }
      a().set_position(here);
      a().emit(Op::DICT_MERGE, 1);
    }
  }
  a().set_position(here);
  a().emit(Op::CALL_EX, keywords.empty() ? 0 : 1);
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

// ---------------------------------------------------------------------------------------------- targets

void Compiler::assign_to(const ast::Expr* target) {
  Position outer = a().position();
  a().at(target->range);
  switch (target->kind) {
    case K::Name: store(place(ast::as<ast::Name>(target)->id).name); break;
    case K::Attribute: {
      auto* n = ast::as<ast::Attribute>(target);
      note_static_attribute(n);
      expr(n->value);
      a().at(target->range);
      watch(Watch::AttributeWrite, a().name(t_.mangled(n->attr, u_->scope)));
      a().emit(Op::STORE_ATTR, a().name(t_.mangled(n->attr, u_->scope)));
      break;
    }
    case K::Subscript: {
      auto* n = ast::as<ast::Subscript>(target);
      expr(n->value);
      subscript_key(n->slice);
      a().at(target->range);
      watch(Watch::ItemWrite);
      a().emit(Op::STORE_SUBSCR);
      break;
    }
    case K::List:
    case K::Tuple: {
      auto elts = target->kind == K::List ? ast::as<ast::ListExpr>(target)->elts : ast::as<ast::Tuple>(target)->elts;
      size_t star = elts.size();
      for (size_t i = 0; i < elts.size(); ++i)
        if (elts[i]->kind == K::Starred) {
          if (star != elts.size()) {
            fail(target->range, "multiple starred expressions in assignment");
            return;
          }
          star = i;
        }
      if (star == elts.size()) {
        a().emit(Op::UNPACK_SEQUENCE, static_cast<uint32_t>(elts.size()));
      } else {
        if (star > 255) {
          fail(target->range, "too many expressions in star-unpacking assignment");
          return;
        }
        a().emit(Op::UNPACK_EX, static_cast<uint32_t>(star | (elts.size() - star - 1) << 8));
      }
      for (ast::Expr* e : elts) assign_to(e->kind == K::Starred ? ast::as<ast::Starred>(e)->value : e);
      break;
    }
    case K::Starred: fail(target->range, "starred assignment target must be in a list or tuple"); break;
    default: fail(target->range, "cannot assign here");
  }
  a().set_position(outer);
}

void Compiler::delete_target(const ast::Expr* target) {
  a().at(target->range);
  switch (target->kind) {
    case K::Name: remove(place(ast::as<ast::Name>(target)->id).name); break;
    case K::Attribute: {
      auto* n = ast::as<ast::Attribute>(target);
      expr(n->value);
      a().at(target->range);
      a().emit(Op::DELETE_ATTR, a().name(t_.mangled(n->attr, u_->scope)));
      break;
    }
    case K::Subscript: {
      auto* n = ast::as<ast::Subscript>(target);
      expr(n->value);
      subscript_key(n->slice);
      a().at(target->range);
      a().emit(Op::DELETE_SUBSCR);
      break;
    }
    case K::List:
      for (ast::Expr* e : ast::as<ast::ListExpr>(target)->elts) delete_target(e);
      break;
    case K::Tuple:
      for (ast::Expr* e : ast::as<ast::Tuple>(target)->elts) delete_target(e);
      break;
    default: fail(target->range, "cannot delete here");
  }
}

void Compiler::note_static_attribute(const ast::Attribute* n) {
  auto* owner = ast::try_as<ast::Name>(n->value);
  if (!owner || owner->id != "self" || !u_->outer) return;
  for (Unit* u = u_->outer; u; u = u->outer)
    if (u->scope->kind == ScopeKind::Class) {
      Str* name = t_.name(n->attr);
      for (Str* s : u->static_attributes)
        if (s == name) return;
      u->static_attributes.push_back(name);
      return;
    }
}

}  // namespace ap
