// Constant expressions, which are worked out once.
#include "compile/codegen.hpp"
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

Var fold(Value left, Value right, BinaryOp op) {
  if (!cheap(left, right, op)) return Var();
  Var r = binary(left, right, op);
  if (!r) clear_error();
  return r;
}

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
      return right ? fold(left, right, binary_op(n->op)) : Var();
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

}  // namespace ap
