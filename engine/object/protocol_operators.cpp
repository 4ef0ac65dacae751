// Comparison and arithmetic of any values: which operand's type is asked first, and what is said when none knows.
#include "object/class.hpp"
#include "object/float.hpp"
#include "object/int.hpp"

namespace ap {

namespace {

const char* const kCompareSigns[] = {"<", "<=", "==", "!=", ">", ">="};
const char* const kBinarySigns[] = {"+", "-", "*", "/", "//", "%", "** or pow()", "@", "<<", ">>", "&", "|", "^"};
const char* const kInplaceSigns[] = {"+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "<<=", ">>=", "&=", "|=", "^="};

Compare swapped(Compare op) {
  constexpr Compare kSwapped[] = {Compare::Gt, Compare::Ge, Compare::Eq, Compare::Ne, Compare::Lt, Compare::Le};
  return kSwapped[static_cast<int>(op)];
}

bool known(const Var& v) { return !v || !v->is_not_implemented(); }

// + and * of these belong to the sequence protocol: the other operand's __radd__ or __rmul__ comes first.
bool is_sequence(Value v) {
  switch (v.is_object() ? v.object()->kind : Kind::Other) {
    case Kind::Str: case Kind::Bytes: case Kind::ByteArray: case Kind::Tuple: case Kind::List: return true;
    default: return false;
  }
}

Raised operator_error(Value a, Value b, BinaryOp op, const char* sign) {
  if (op == BinaryOp::Add && is_sequence(a)) {
    if (is_kind(a, Kind::Bytes) || is_kind(a, Kind::ByteArray)) return type_error("can't concat %T to %T", b, a);
    const char* what = is_kind(a, Kind::Str) ? "str" : is_kind(a, Kind::List) ? "list" : "tuple";
    return type_error("can only concatenate %s (not \"%T\") to %s", what, b, what);
  }
  if (op == BinaryOp::Mul && (is_sequence(a) || is_sequence(b)))
    return type_error("can't multiply sequence by non-int of type '%T'", is_sequence(a) ? b : a);
  if (op == BinaryOp::RShift && is_kind(a, Kind::NativeFunction) && equal(a.as<NativeFunction>()->name, "print")) {
    return type_error("unsupported operand type(s) for %s: '%T' and '%T'. Did you mean \"print(<message>, file=<output_stream>)\"?",
                      sign, a, b);
  }
  return type_error("unsupported operand type(s) for %s: '%T' and '%T'", sign, a, b);
}

// Each operand's slot in the right order; NotImplemented when neither knows.
Var try_binary(Value a, Value b, BinaryOp op) {
  Type *ta = type_of(a), *tb = type_of(b);
  auto left = ta->binary, right = tb->binary;
  if (ta == tb || left == right) right = nullptr;
  if (right && (op == BinaryOp::Add || op == BinaryOp::Mul) && is_sequence(a) && !is_sequence(b)) {
    Var r = right(a, b, op);
    if (known(r)) return r;
    right = nullptr;
  }
  if (left) {
    if (right && is_subtype(tb, ta)) {
      Var r = right(a, b, op);
      if (known(r)) return r;
      right = nullptr;
    }
    Var r = left(a, b, op);
    if (known(r)) return r;
  }
  if (right) return right(a, b, op);
  return NotImplemented;
}

}  // namespace

Var compare(Value a, Value b, Compare op) {
  if (a.is_small_int() && b.is_small_int()) {
    int64_t x = a.as_int(), y = b.as_int();
    switch (op) {
      case Compare::Lt: return Value::from_bool(x < y);
      case Compare::Le: return Value::from_bool(x <= y);
      case Compare::Eq: return Value::from_bool(x == y);
      case Compare::Ne: return Value::from_bool(x != y);
      case Compare::Gt: return Value::from_bool(x > y);
      default: return Value::from_bool(x >= y);
    }
  }
  Type *ta = type_of(a), *tb = type_of(b);
  if (!(ta == rt.types.str && tb == ta)) {
    NativeNesting nesting(" in comparison");
    if (!nesting) return {};
    bool reflected = false;
    if (ta != tb && is_subtype(tb, ta)) {
      reflected = true;
      Var r = tb->compare(b, a, swapped(op));
      if (known(r)) return r;
    }
    Var r = ta->compare(a, b, op);
    if (known(r)) return r;
    if (!reflected) {
      r = tb->compare(b, a, swapped(op));
      if (known(r)) return r;
    }
  } else {
    return ta->compare(a, b, op);
  }
  if (op == Compare::Eq) return Value::from_bool(a == b);
  if (op == Compare::Ne) return Value::from_bool(a != b);
  return type_error("'%s' not supported between instances of '%T' and '%T'", kCompareSigns[static_cast<int>(op)], a, b);
}

Tri compare_truth(Value a, Value b, Compare op) {
  Var r = compare(a, b, op);
  if (!r) return Tri::Error;
  return truth(r);
}

Tri equal(Value a, Value b) {
  if (a == b) return Tri::True;
  if (a.is_small_int() && b.is_small_int()) return Tri::False;
  return compare_truth(a, b, Compare::Eq);
}

Var binary(Value a, Value b, BinaryOp op) {
  Var r = try_binary(a, b, op);
  if (known(r)) [[likely]] return r;
  return operator_error(a, b, op, kBinarySigns[static_cast<int>(op)]);
}

Var inplace(Value a, Value b, BinaryOp op) {
  Type* t = type_of(a);
  if (t->inplace) {
    // list += x and list *= x are sequence operations: a number-like right operand is asked first.
    Type* tb = type_of(b);
    if (t->inplace == rt.types.list->inplace && tb->binary == class_binary && !is_sequence(b)) {
      Var r = tb->binary(a, b, op);
      if (known(r)) return r;
    }
    Var r = t->inplace(a, b, op);
    if (known(r)) return r;
  }
  Var r = try_binary(a, b, op);
  if (known(r)) [[likely]] return r;
  return operator_error(a, b, op, kInplaceSigns[static_cast<int>(op)]);
}

Var power(Value a, Value b, Value modulus) {
  if (modulus.is_none()) return binary(a, b, BinaryOp::Pow);
  if (is_int(a) && is_int(b) && is_int(modulus)) return int_pow_mod(a, b, modulus);
  if (type_of(a)->binary == class_binary) {
    bool found;
    Value args[] = {b, modulus};
    Var r = call_dunder(a, Dunder::__pow__, args, 2, &found);
    if (found && known(r)) return r;
  }
  if ((is_int(a) || is_float(a)) && (is_int(b) || is_float(b)) && (is_int(modulus) || is_float(modulus)))
    return type_error("pow() 3rd argument not allowed unless all arguments are integers");
  return type_error("unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", a, b, modulus);
}

Var unary(Value v, UnaryOp op) {
  Type* t = type_of(v);
  if (t->unary) {
    Var r = t->unary(v, op);
    if (r || failed()) return r;
  }
  return type_error("bad operand type for unary %s: '%T'", op == UnaryOp::Neg ? "-" : op == UnaryOp::Pos ? "+" : "~", v);
}

Var absolute(Value v) {
  if (is_int(v) && !is_heap(type_of(v))) return int_absolute(v);
  if (v.is_float()) return Value::from_float(__builtin_fabs(v.as_float()));
  Var method = lookup_special(v, rt.names.__abs__);
  if (method) return call(method);
  if (failed()) return {};
  return type_error("bad operand type for abs(): '%T'", v);
}

}  // namespace ap
