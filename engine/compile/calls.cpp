// Calls, and what events should know of those that only look.
#include "compile/codegen.hpp"

namespace ap {

using K = ast::ExprKind;

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
  // getattr(asyncio, "run_in_threads") is refused as asyncio.run_in_threads is.
  if (auto* f = ast::try_as<ast::Name>(c->func); f && f->id == "getattr" && c->args.size() == 2)
    if (Var name = constant_value(c->args[1]); is_kind(name, Kind::Str)) note_use(library_module(c->args[0]), to_utf8(name.as<Str>()), c->range);
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
    names->items()[i] = Var(Value(t_.name(keywords[i]->arg))).release();
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
          load_const(Value(t_.name(keywords[i]->arg)));
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

}  // namespace ap
