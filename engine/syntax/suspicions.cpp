// What is no error but looks like one: CPython's compiler warns of it, once the program has been parsed.
#include "syntax/format.hpp"
#include "syntax/parser_impl.hpp"

namespace ap::syntax {

namespace {

// The type that the value of an expression surely has, or nothing.
std::string_view type_of(const Expr* expr) {
  switch (expr->kind) {
    case ExprKind::Tuple: return "tuple";
    case ExprKind::List:
    case ExprKind::ListComp: return "list";
    case ExprKind::Dict:
    case ExprKind::DictComp: return "dict";
    case ExprKind::Set:
    case ExprKind::SetComp: return "set";
    case ExprKind::GeneratorExp: return "generator";
    case ExprKind::Lambda: return "function";
    case ExprKind::JoinedStr: return "str";
    case ExprKind::Constant:
      switch (as<Constant>(expr)->type) {
        case ConstantKind::None: return "NoneType";
        case ConstantKind::True:
        case ConstantKind::False: return "bool";
        case ConstantKind::Ellipsis: return "ellipsis";
        case ConstantKind::Int:
        case ConstantKind::BigInt: return "int";
        case ConstantKind::Float: return "float";
        case ConstantKind::Imaginary: return "complex";
        case ConstantKind::Str: return "str";
        case ConstantKind::Bytes: return "bytes";
      }
      return {};
    default: return {};
  }
}

// A constant other than None, True, False and `...`, or a tuple of constants.
bool is_literal(const Expr* expr) {
  if (const auto* constant = try_as<Constant>(expr)) return constant->type > ConstantKind::Ellipsis;
  const auto* tuple = try_as<Tuple>(expr);
  if (tuple == nullptr) return false;
  for (const Expr* element : tuple->elts) {
    if (element->kind != ExprKind::Constant) return false;
  }
  return true;
}

}  // namespace

void Parser::suspect(const Range& range, std::initializer_list<std::string_view> message) {
  if (!diagnosing_) suspicions_.add(concat(arena_, message), range.line, pos_);
}

void Parser::suspect_comparison(const Compare& compare) {
  const Expr* left = compare.left;
  for (std::size_t i = 0; i < compare.ops.size(); ++i) {
    const Expr* right = compare.comparators[i];
    const bool is = compare.ops[i] == CompareOperator::Is;
    if (is || compare.ops[i] == CompareOperator::IsNot) {
      const Expr* literal = is_literal(left) ? left : is_literal(right) ? right : nullptr;
      if (literal != nullptr) {
        return suspect(compare.range, {is ? "\"is\" with '" : "\"is not\" with '", type_of(literal),
                                       is ? "' literal. Did you mean \"==\"?" : "' literal. Did you mean \"!=\"?"});
      }
    }
    left = right;
  }
}

void Parser::suspect_call(const Expr* func) {
  const std::string_view type = type_of(func);
  if (type.empty() || func->kind == ExprKind::Lambda) return;
  suspect(func->range, {"'", type, "' object is not callable; perhaps you missed a comma?"});
}

void Parser::suspect_subscript(const Expr* value, const Expr* index) {
  const std::string_view type = type_of(value);
  if (type.empty() || type == "dict") return;
  if (type == "str" || type == "bytes" || type == "list" || type == "tuple") {
    const std::string_view index_type = type_of(index);
    if (index_type.empty() || index_type == "int" || index_type == "bool") return;
    suspect(value->range, {type, " indices must be integers or slices, not ", index_type,
                           "; perhaps you missed a comma?"});
  } else {
    suspect(value->range, {"'", type, "' object is not subscriptable; perhaps you missed a comma?"});
  }
}

// `return`, `break` or `continue` in a finally block drops the exception.
void Parser::suspect_exit(std::string_view word, std::uint32_t token) {
  suspect(range_of(tokens_[token]), {"'", word, "' in a 'finally' block"});
}

}  // namespace ap::syntax
