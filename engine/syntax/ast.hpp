// The tree of a Python program. Nodes are named and shaped as in Python's `ast` module, so what
// `ast.dump` shows is what is here; the differences are:
//   - one struct with `is_async` / `is_star` stands for AsyncFunctionDef, AsyncFor, AsyncWith, TryStar;
//   - `ast.Expr`, the statement, is ExprStmt (Expr is the base of expressions); `ast.List` is ListExpr;
//   - t-strings do not exist (the parser refuses them).
// All nodes, arrays and texts live in the Arena that was handed to parse().
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ap::syntax {

// Where something stands in the source: lines from 1, columns from 0 in UTF-8 bytes, end exclusive
// (as `ast`'s lineno, col_offset, end_lineno, end_col_offset).
struct Range {
  std::uint32_t line = 0;
  std::uint32_t col = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_col = 0;
};

// An array in the arena.
template <class T>
using List = std::span<T>;

// A name. Interned per parse: equal names have equal data(). Empty means absent.
using Identifier = std::string_view;

// ---------------------------------------------------------------------------------------------------------
// Bases

enum class ExprKind : std::uint8_t {
  BoolOp, NamedExpr, BinOp, UnaryOp, Lambda, IfExp, Dict, Set, ListComp, SetComp, DictComp, GeneratorExp,
  Await, Yield, YieldFrom, Compare, Call, FormattedValue, JoinedStr, Constant, Attribute, Subscript,
  Starred, Name, List, Tuple, Slice,
};

enum class StmtKind : std::uint8_t {
  FunctionDef, ClassDef, Return, Delete, Assign, TypeAlias, AugAssign, AnnAssign, For, While, If, With,
  Match, Raise, Try, Assert, Import, ImportFrom, Global, Nonlocal, ExprStmt, Pass, Break, Continue,
};

enum class PatternKind : std::uint8_t {
  MatchValue, MatchSingleton, MatchSequence, MatchMapping, MatchClass, MatchStar, MatchAs, MatchOr,
};

struct Expr {
  ExprKind kind;
  Range range;
};

struct Stmt {
  StmtKind kind;
  Range range;
};

struct Pattern {
  PatternKind kind;
  Range range;
};

using Body = List<Stmt*>;

// `as<Call>(expr)` asserts nothing: look at `kind` first, or use `try_as`, which gives nullptr.
template <class T, class Base>
T* as(Base* node) {
  return static_cast<T*>(node);
}
template <class T, class Base>
const T* as(const Base* node) {
  return static_cast<const T*>(node);
}
template <class T, class Base>
T* try_as(Base* node) {
  return node != nullptr && node->kind == T::Kind ? static_cast<T*>(node) : nullptr;
}
template <class T, class Base>
const T* try_as(const Base* node) {
  return node != nullptr && node->kind == T::Kind ? static_cast<const T*>(node) : nullptr;
}

// ---------------------------------------------------------------------------------------------------------
// Operators

enum class ExprContext : std::uint8_t { Load, Store, Del };
enum class BoolOperator : std::uint8_t { And, Or };
enum class BinaryOperator : std::uint8_t {
  Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv,
};
enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };
enum class CompareOperator : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

// ---------------------------------------------------------------------------------------------------------
// Parts that are neither expression nor statement

struct Comprehension {
  Expr* target;
  Expr* iter;
  List<Expr*> ifs;
  bool is_async;
};

struct Arg {
  Identifier arg;
  Expr* annotation;  // may be null
  Range range;
};

struct Arguments {
  List<Arg*> posonlyargs;
  List<Arg*> args;
  Arg* vararg;  // may be null
  List<Arg*> kwonlyargs;
  List<Expr*> kw_defaults;  // one for each of kwonlyargs; null where there is none
  Arg* kwarg;               // may be null
  List<Expr*> defaults;     // of the last defaults.size() of posonlyargs + args
};

struct Keyword {
  Identifier arg;  // empty for **value
  Expr* value;
  Range range;
};

struct Alias {
  Identifier name;  // may be dotted: "a.b"; "*" in from-imports
  Identifier asname;
  Range range;
};

struct WithItem {
  Expr* context_expr;
  Expr* optional_vars;  // may be null
};

struct MatchCase {
  Pattern* pattern;
  Expr* guard;  // may be null
  Body body;
};

struct ExceptHandler {
  Expr* type;  // null for a bare `except:`
  Identifier name;
  Body body;
  Range range;
};

enum class TypeParamKind : std::uint8_t { TypeVar, ParamSpec, TypeVarTuple };

struct TypeParam {
  TypeParamKind kind;
  Identifier name;
  Expr* bound;          // TypeVar only; may be null
  Expr* default_value;  // may be null
  Range range;
};

// ---------------------------------------------------------------------------------------------------------
// Expressions

struct BoolOp : Expr {
  static constexpr ExprKind Kind = ExprKind::BoolOp;
  BoolOperator op;
  List<Expr*> values;
};

struct NamedExpr : Expr {
  static constexpr ExprKind Kind = ExprKind::NamedExpr;
  Expr* target;  // a Name
  Expr* value;
};

struct BinOp : Expr {
  static constexpr ExprKind Kind = ExprKind::BinOp;
  Expr* left;
  BinaryOperator op;
  Expr* right;
};

struct UnaryOp : Expr {
  static constexpr ExprKind Kind = ExprKind::UnaryOp;
  UnaryOperator op;
  Expr* operand;
};

struct Lambda : Expr {
  static constexpr ExprKind Kind = ExprKind::Lambda;
  Arguments* args;
  Expr* body;
};

struct IfExp : Expr {
  static constexpr ExprKind Kind = ExprKind::IfExp;
  Expr* test;
  Expr* body;
  Expr* orelse;
};

struct Dict : Expr {
  static constexpr ExprKind Kind = ExprKind::Dict;
  List<Expr*> keys;  // null for **value
  List<Expr*> values;
};

struct Set : Expr {
  static constexpr ExprKind Kind = ExprKind::Set;
  List<Expr*> elts;
};

struct ListComp : Expr {
  static constexpr ExprKind Kind = ExprKind::ListComp;
  Expr* elt;
  List<Comprehension*> generators;
};

struct SetComp : Expr {
  static constexpr ExprKind Kind = ExprKind::SetComp;
  Expr* elt;
  List<Comprehension*> generators;
};

struct DictComp : Expr {
  static constexpr ExprKind Kind = ExprKind::DictComp;
  Expr* key;
  Expr* value;
  List<Comprehension*> generators;
};

struct GeneratorExp : Expr {
  static constexpr ExprKind Kind = ExprKind::GeneratorExp;
  Expr* elt;
  List<Comprehension*> generators;
};

struct Await : Expr {
  static constexpr ExprKind Kind = ExprKind::Await;
  Expr* value;
};

struct Yield : Expr {
  static constexpr ExprKind Kind = ExprKind::Yield;
  Expr* value;  // may be null
};

struct YieldFrom : Expr {
  static constexpr ExprKind Kind = ExprKind::YieldFrom;
  Expr* value;
};

struct Compare : Expr {
  static constexpr ExprKind Kind = ExprKind::Compare;
  Expr* left;
  List<CompareOperator> ops;
  List<Expr*> comparators;
};

struct Call : Expr {
  static constexpr ExprKind Kind = ExprKind::Call;
  Expr* func;
  List<Expr*> args = {};  // may hold Starred
  List<Keyword*> keywords = {};
};

struct FormattedValue : Expr {
  static constexpr ExprKind Kind = ExprKind::FormattedValue;
  Expr* value;
  char conversion;    // 's', 'r', 'a', or 0 for none
  Expr* format_spec;  // a JoinedStr; may be null
};

// An f-string. Each value is a str Constant or a FormattedValue. For `{x=}` the text "x=" is part of
// the Constant before the FormattedValue, as in CPython's tree.
struct JoinedStr : Expr {
  static constexpr ExprKind Kind = ExprKind::JoinedStr;
  List<Expr*> values;
};

enum class ConstantKind : std::uint8_t { None, True, False, Ellipsis, Int, BigInt, Float, Imaginary, Str, Bytes };

struct Constant : Expr {
  static constexpr ExprKind Kind = ExprKind::Constant;
  ConstantKind type;
  std::uint8_t base = 0;  // BigInt: 2, 8, 10 or 16
  // Str: UTF-8, where lone surrogates written as escapes stand as three bytes each (WTF-8).
  // Bytes: the bytes. BigInt: the digits in `base`, without prefix, underscores or leading zeros.
  std::string_view text = {};
  union {
    std::int64_t integer = 0;  // Int: any literal that fits, never negative
    double real;               // Float, Imaginary
  };
};

struct Attribute : Expr {
  static constexpr ExprKind Kind = ExprKind::Attribute;
  Expr* value;
  Identifier attr;
  ExprContext ctx;
};

struct Subscript : Expr {
  static constexpr ExprKind Kind = ExprKind::Subscript;
  Expr* value;
  Expr* slice;
  ExprContext ctx;
};

struct Starred : Expr {
  static constexpr ExprKind Kind = ExprKind::Starred;
  Expr* value;
  ExprContext ctx;
};

struct Name : Expr {
  static constexpr ExprKind Kind = ExprKind::Name;
  Identifier id;
  ExprContext ctx;
};

struct ListExpr : Expr {
  static constexpr ExprKind Kind = ExprKind::List;
  List<Expr*> elts;
  ExprContext ctx;
};

struct Tuple : Expr {
  static constexpr ExprKind Kind = ExprKind::Tuple;
  List<Expr*> elts;
  ExprContext ctx;
};

struct Slice : Expr {
  static constexpr ExprKind Kind = ExprKind::Slice;
  Expr* lower;  // each may be null
  Expr* upper;
  Expr* step;
};

// ---------------------------------------------------------------------------------------------------------
// Statements

struct FunctionDef : Stmt {
  static constexpr StmtKind Kind = StmtKind::FunctionDef;
  bool is_async;
  Identifier name;
  Arguments* args;
  Body body;
  List<Expr*> decorator_list;
  Expr* returns;  // may be null
  List<TypeParam*> type_params;
};

struct ClassDef : Stmt {
  static constexpr StmtKind Kind = StmtKind::ClassDef;
  Identifier name;
  List<Expr*> bases;
  List<Keyword*> keywords;
  Body body;
  List<Expr*> decorator_list;
  List<TypeParam*> type_params;
};

struct Return : Stmt {
  static constexpr StmtKind Kind = StmtKind::Return;
  Expr* value;  // may be null
};

struct Delete : Stmt {
  static constexpr StmtKind Kind = StmtKind::Delete;
  List<Expr*> targets;
};

struct Assign : Stmt {
  static constexpr StmtKind Kind = StmtKind::Assign;
  List<Expr*> targets;
  Expr* value;
};

struct TypeAlias : Stmt {
  static constexpr StmtKind Kind = StmtKind::TypeAlias;
  Expr* name;  // a Name
  List<TypeParam*> type_params;
  Expr* value;
};

struct AugAssign : Stmt {
  static constexpr StmtKind Kind = StmtKind::AugAssign;
  Expr* target;
  BinaryOperator op;
  Expr* value;
};

struct AnnAssign : Stmt {
  static constexpr StmtKind Kind = StmtKind::AnnAssign;
  Expr* target;
  Expr* annotation;
  Expr* value;  // may be null
  bool simple;  // the target is a bare name, not in parentheses
};

struct For : Stmt {
  static constexpr StmtKind Kind = StmtKind::For;
  bool is_async;
  Expr* target;
  Expr* iter;
  Body body;
  Body orelse;
};

struct While : Stmt {
  static constexpr StmtKind Kind = StmtKind::While;
  Expr* test;
  Body body;
  Body orelse;
};

// `elif` is an If alone in orelse.
struct If : Stmt {
  static constexpr StmtKind Kind = StmtKind::If;
  Expr* test;
  Body body;
  Body orelse;
};

struct With : Stmt {
  static constexpr StmtKind Kind = StmtKind::With;
  bool is_async;
  List<WithItem*> items;
  Body body;
};

struct Match : Stmt {
  static constexpr StmtKind Kind = StmtKind::Match;
  Expr* subject;
  List<MatchCase*> cases;
};

struct Raise : Stmt {
  static constexpr StmtKind Kind = StmtKind::Raise;
  Expr* exc;  // each may be null
  Expr* cause;
};

struct Try : Stmt {
  static constexpr StmtKind Kind = StmtKind::Try;
  bool is_star;  // except*
  Body body;
  List<ExceptHandler*> handlers;
  Body orelse;
  Body finalbody;
};

struct Assert : Stmt {
  static constexpr StmtKind Kind = StmtKind::Assert;
  Expr* test;
  Expr* msg;  // may be null
};

struct Import : Stmt {
  static constexpr StmtKind Kind = StmtKind::Import;
  List<Alias*> names;
};

struct ImportFrom : Stmt {
  static constexpr StmtKind Kind = StmtKind::ImportFrom;
  Identifier module;  // empty in `from . import x`
  List<Alias*> names;
  std::uint32_t level;  // number of leading dots
};

struct Global : Stmt {
  static constexpr StmtKind Kind = StmtKind::Global;
  List<Identifier> names;
};

struct Nonlocal : Stmt {
  static constexpr StmtKind Kind = StmtKind::Nonlocal;
  List<Identifier> names;
};

struct ExprStmt : Stmt {
  static constexpr StmtKind Kind = StmtKind::ExprStmt;
  Expr* value;
};

struct Pass : Stmt {
  static constexpr StmtKind Kind = StmtKind::Pass;
};

struct Break : Stmt {
  static constexpr StmtKind Kind = StmtKind::Break;
};

struct Continue : Stmt {
  static constexpr StmtKind Kind = StmtKind::Continue;
};

// ---------------------------------------------------------------------------------------------------------
// Patterns

struct MatchValue : Pattern {
  static constexpr PatternKind Kind = PatternKind::MatchValue;
  Expr* value;  // a Constant, -Constant, real±imaginary, JoinedStr, or a dotted name
};

struct MatchSingleton : Pattern {
  static constexpr PatternKind Kind = PatternKind::MatchSingleton;
  ConstantKind value;  // None, True or False
};

struct MatchSequence : Pattern {
  static constexpr PatternKind Kind = PatternKind::MatchSequence;
  List<Pattern*> patterns;  // at most one MatchStar
};

struct MatchMapping : Pattern {
  static constexpr PatternKind Kind = PatternKind::MatchMapping;
  List<Expr*> keys;
  List<Pattern*> patterns;
  Identifier rest;  // of **rest; may be empty
};

struct MatchClass : Pattern {
  static constexpr PatternKind Kind = PatternKind::MatchClass;
  Expr* cls;
  List<Pattern*> patterns;
  List<Identifier> kwd_attrs;
  List<Pattern*> kwd_patterns;
};

struct MatchStar : Pattern {
  static constexpr PatternKind Kind = PatternKind::MatchStar;
  Identifier name;  // empty for *_
};

// `case pattern as name`, `case name` (no pattern), `case _` (neither).
struct MatchAs : Pattern {
  static constexpr PatternKind Kind = PatternKind::MatchAs;
  Pattern* pattern;
  Identifier name;
};

struct MatchOr : Pattern {
  static constexpr PatternKind Kind = PatternKind::MatchOr;
  List<Pattern*> patterns;
};

// ---------------------------------------------------------------------------------------------------------

struct Module {
  Body body;
};

// The text of a docstring standing first in `body`, or nullptr.
inline const Constant* docstring(Body body) {
  if (body.empty()) return nullptr;
  const auto* statement = try_as<ExprStmt>(static_cast<const Stmt*>(body[0]));
  if (statement == nullptr) return nullptr;
  const auto* constant = try_as<Constant>(static_cast<const Expr*>(statement->value));
  return constant != nullptr && constant->type == ConstantKind::Str ? constant : nullptr;
}

}  // namespace ap::syntax
