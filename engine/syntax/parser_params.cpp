// Parameters of functions and lambdas; type parameters.
#include "syntax/format.hpp"
#include "syntax/parser_impl.hpp"

namespace ap::syntax {

Arg* Parser::parameter(bool is_lambda, bool star_annotation) {
  const std::uint32_t first = pos_;
  if (!at(Tok::Name)) return nullptr;
  const Identifier name = identifier(token());
  advance();
  Expr* annotation = nullptr;
  if (!is_lambda && at(Tok::Colon)) {
    advance();
    annotation = star_annotation ? star_expression() : expression();
    if (annotation == nullptr) {
      // Without its annotation it is still a parameter, and the colon what should not be there.
      pos_ = first + 1;
    }
  }
  return arena_.make<Arg>(name, annotation, range_from(first));
}

// `=` and an expression.
Expr* Parser::default_value() {
  const std::uint32_t first = pos_;
  if (!accept(Tok::Equal)) return nullptr;
  if (Expr* value = expression()) return value;
  if (diagnosing_ && (at(Tok::RPar) || at(Tok::Comma))) {
    raise_tokens(first, first, "expected default value expression");
  }
  return back(first);
}

// Up to the closing parenthesis or the lambda's colon, which stays.
Arguments* Parser::parameters(bool is_lambda) {
  const Tok closing = is_lambda ? Tok::Colon : Tok::RPar;
  auto* result = arena_.make<Arguments>();
  if (at(closing)) return result;
  const std::uint32_t first = pos_;
  if (diagnosing_) {
    invalid_parameters(is_lambda);
    pos_ = first;
    if (error_ != nullptr) return nullptr;
  }
  const std::uint32_t mark = stack_.size();
  if (!parameters_plain(*result, is_lambda, closing)) {
    stack_.cut(mark);
    return back(first);
  }
  return result;
}

bool Parser::parameters_plain(Arguments& out, bool is_lambda, Tok closing) {
  // Three lists grow at once; those that are done are taken from the stack when the next begins.
  const std::uint32_t args = stack_.size();
  PointerStack defaults;
  PointerStack kw_defaults;
  bool seen_slash = false;
  bool seen_star = false;
  bool star_is_bare = false;

  const auto ends = [&] { return at(closing) || at(Tok::Comma); };

  for (;;) {
    if (at(Tok::Slash)) {
      if (seen_slash || seen_star || stack_.size() == args) return false;
      seen_slash = true;
      advance();
      if (!ends()) return false;
      out.posonlyargs = take<Arg>(args);
    } else if (at(Tok::Star)) {
      if (seen_star) return false;
      seen_star = true;
      out.args = take<Arg>(args);
      advance();
      if (at(Tok::Comma)) {
        star_is_bare = true;
      } else {
        out.vararg = parameter(is_lambda, true);
        if (out.vararg == nullptr || !ends()) return false;
      }
    } else if (at(Tok::DoubleStar)) {
      if (star_is_bare && stack_.size() == args) return false;
      advance();
      out.kwarg = parameter(is_lambda, false);
      if (out.kwarg == nullptr) return false;
      if (at(closing)) break;
      if (!accept(Tok::Comma) || !at(closing)) return false;
      break;
    } else {
      Arg* arg = parameter(is_lambda, false);
      if (arg == nullptr) return false;
      Expr* value = nullptr;
      if (at(Tok::Equal)) {
        value = default_value();
        if (value == nullptr) return false;
      }
      if (!ends()) return false;
      if (seen_star) {
        kw_defaults.push(value);
      } else if (value != nullptr) {
        defaults.push(value);
      } else if (defaults.size() > 0) {
        // Here CPython has looked for a default in vain.
        return false;
      }
      stack_.push(arg);
    }
    if (at(closing)) break;
    advance();
    if (at(closing)) break;
  }
  if (star_is_bare && stack_.size() == args) return false;
  (seen_star ? out.kwonlyargs : out.args) = take<Arg>(args);
  const auto copy = [this](const PointerStack& from) -> List<Expr*> {
    void** data = arena_.copy(from.from(0), from.size()).data();
    return {reinterpret_cast<Expr**>(data), from.size()};
  };
  out.defaults = copy(defaults);
  out.kw_defaults = copy(kw_defaults);
  return true;
}

// `[T: bound = default, *Ts, **P]`; true also where there are none.
bool Parser::type_params(List<TypeParam*>& out) {
  out = {};
  if (!at(Tok::LSqb)) return true;
  const std::uint32_t first = pos_;
  advance();
  if (at(Tok::RSqb)) {
    if (diagnosing_) raise_from(range_of(token()), "Type parameter list cannot be empty");
    pos_ = first;
    return false;
  }
  const std::uint32_t mark = stack_.size();
  while (TypeParam* parameter = type_param()) {
    stack_.push(parameter);
    if (!accept(Tok::Comma)) break;
  }
  out = take<TypeParam>(mark);
  if (!out.empty() && accept(Tok::RSqb)) return true;
  out = {};
  pos_ = first;
  return false;
}

TypeParam* Parser::type_param() {
  const std::uint32_t first = pos_;
  TypeParamKind kind = TypeParamKind::TypeVar;
  if (accept(Tok::Star)) {
    kind = TypeParamKind::TypeVarTuple;
  } else if (accept(Tok::DoubleStar)) {
    kind = TypeParamKind::ParamSpec;
  }
  if (!at(Tok::Name)) return back(first);
  const Identifier name = identifier(token());
  advance();
  Expr* bound = nullptr;
  if (at(Tok::Colon) && (kind == TypeParamKind::TypeVar || diagnosing_)) {
    const Range colon = range_of(token());
    const std::uint32_t mark = pos_;
    advance();
    bound = expression();
    if (bound == nullptr) {
      pos_ = mark;
    } else if (kind != TypeParamKind::TypeVar) {
      const bool is_tuple = bound->kind == ExprKind::Tuple;
      raise_from(colon, concat(arena_, {is_tuple ? "cannot use constraints with " : "cannot use bound with ",
                                        kind == TypeParamKind::TypeVarTuple ? "TypeVarTuple" : "ParamSpec"}));
      return back(first);
    }
  }
  Expr* default_value = nullptr;
  const std::uint32_t mark = pos_;
  if (accept(Tok::Equal)) {
    default_value = kind == TypeParamKind::TypeVarTuple ? star_expression() : expression();
    if (default_value == nullptr) pos_ = mark;
  }
  return arena_.make<TypeParam>(kind, name, bound, default_value, range_from(first));
}

}  // namespace ap::syntax
