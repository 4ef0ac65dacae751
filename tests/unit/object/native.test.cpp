#include "object/native.hpp"

#include "object/values.hpp"

using namespace ap;
using namespace ap::values;

namespace {

// Shows what it was called with.
Var show(Call& c) {
  Ref<List> seen = new_list();
  for (int i = 0; i < 3; ++i) (void)list_append(seen.get(), c[i] ? c[i] : Ellipsis);
  for (uint32_t i = 0; i < c.rest_count; ++i) (void)list_append(seen.get(), c.rest[i]);
  if (c.keywords) (void)list_append(seen.get(), Value(c.keywords));
  return seen;
}
Var nothing(Call&) { return None; }

const MethodDef kThree = {"three", "a, b=1, *, c=2", show};
const MethodDef kRest = {"rest", "a, b, c, /, *rest, **more", show};
const MethodDef kOne = {"one", "a, /", nothing};
const MethodDef kNone = {"none", "", nothing};
const MethodDef kPositional = {"positional", "a, b=1, /", nothing};
const MethodDef kExact = {"exact", "a, b, /", nothing};
const MethodDef kMixed = {"mixed", "a, b, /, c=1", nothing};
const MethodDef kKeywordOnly = {"keyword_only", "*, key=None", nothing};
const MethodDef kCounts = {"counts", "a, /, *, key=None", nothing, kCountsPositional};
const MethodDef kPython = {"sleep", "delay, result=None", nothing, kPythonFunction};
const MethodDef kPythonKeyword = {"f", "a, /, b, c, d, *, key", nothing, kPythonFunction};
const MethodDef kDefaults = {"defaults", "a=(1, 2), b=\"x,y\", c='it', /", show};

}  // namespace

TEST_CASE("native functions: arguments reach their parameters") {
  Run run;
  CHECK(shown(call_with(function(kThree), {number(1)})) == "[1, Ellipsis, Ellipsis]");
  CHECK(shown(call_with(function(kThree), {number(1), number(2)})) == "[1, 2, Ellipsis]");
  CHECK(shown(call_keyword(function(kThree), {number(1)}, "c", number(3))) == "[1, Ellipsis, 3]");
  CHECK(shown(call_keyword(function(kThree), {}, "a", number(3))) == "[3, Ellipsis, Ellipsis]");
  CHECK(shown(call_with(function(kRest), {number(1), number(2), number(3), number(4), number(5)})) == "[1, 2, 3, 4, 5]");
  CHECK(shown(call_keyword(function(kRest), {number(1), number(2), number(3)}, "a", number(9))) == "[1, 2, 3, {'a': 9}]");
  CHECK(shown(call_with(function(kDefaults), {number(1), number(2)})) == "[1, 2, Ellipsis]");
}

TEST_CASE("native functions: errors as of functions written in C") {
  Run run;
  auto fails = [](const MethodDef& def, std::initializer_list<Var> args) { return shown(call_with(function(def), args)); };
  Var n = number(1);
  CHECK(fails(kNone, {n}) == "TypeError: none() takes no arguments (1 given)");
  CHECK(fails(kOne, {}) == "TypeError: one() takes exactly one argument (0 given)");
  CHECK(fails(kOne, {n, n}) == "TypeError: one() takes exactly one argument (2 given)");
  CHECK(fails(kPositional, {}) == "TypeError: positional expected at least 1 argument, got 0");
  CHECK(fails(kPositional, {n, n, n}) == "TypeError: positional expected at most 2 arguments, got 3");
  CHECK(fails(kExact, {n}) == "TypeError: exact expected 2 arguments, got 1");
  CHECK(fails(kCounts, {n, n}) == "TypeError: counts expected 1 argument, got 2");
  CHECK(fails(kMixed, {n}) == "TypeError: mixed() takes at least 2 positional arguments (1 given)");
  CHECK(fails(kMixed, {n, n, n, n}) == "TypeError: mixed() takes at most 3 arguments (4 given)");
  CHECK(fails(kThree, {}) == "TypeError: three() missing required argument 'a' (pos 1)");
  CHECK(fails(kKeywordOnly, {n}) == "TypeError: keyword_only() takes no positional arguments");
  CHECK(shown(call_keyword(function(kOne), {}, "a", n)) == "TypeError: one() takes no keyword arguments");
  CHECK(shown(call_keyword(function(kThree), {n}, "z", n)) == "TypeError: three() got an unexpected keyword argument 'z'");
  CHECK(shown(call_keyword(function(kThree), {n}, "a", n)) ==
        "TypeError: argument for three() given by name ('a') and position (1)");
}

TEST_CASE("native functions: errors as of functions written in Python") {
  Run run;
  auto fails = [](const MethodDef& def, std::initializer_list<Var> args) { return shown(call_with(function(def), args)); };
  Var n = number(1);
  CHECK(fails(kPython, {}) == "TypeError: sleep() missing 1 required positional argument: 'delay'");
  CHECK(fails(kPython, {n, n, n}) == "TypeError: sleep() takes from 1 to 2 positional arguments but 3 were given");
  CHECK(shown(call_keyword(function(kPython), {}, "dealy", n)) ==
        "TypeError: sleep() got an unexpected keyword argument 'dealy'. Did you mean 'delay'?");
  CHECK(shown(call_keyword(function(kPython), {n}, "delay", n)) == "TypeError: sleep() got multiple values for argument 'delay'");
  CHECK(fails(kPythonKeyword, {}) == "TypeError: f() missing 4 required positional arguments: 'a', 'b', 'c', and 'd'");
  CHECK(fails(kPythonKeyword, {n, n}) == "TypeError: f() missing 2 required positional arguments: 'c' and 'd'");
  CHECK(fails(kPythonKeyword, {n, n, n, n}) == "TypeError: f() missing 1 required keyword-only argument: 'key'");
  CHECK(shown(call_keyword(function(kPythonKeyword), {n, n, n, n, n}, "key", n)) ==
        "TypeError: f() takes 4 positional arguments but 5 positional arguments (and 1 keyword-only argument) were given");
  CHECK(shown(call_keyword(function(kPythonKeyword), {}, "a", n)) ==
        "TypeError: f() got some positional-only arguments passed as keyword arguments: 'a'");
}

TEST_CASE("native methods: binding, reprs, the check of self") {
  Run run;
  Var list = new_list();
  Var bound = getattr(list, "append");
  CHECK(shown(bound).starts_with("<built-in method append of list object at 0x7f"));
  CHECK(shown(getattr(Value(rt.types.list), "append")) == "<method 'append' of 'list' objects>");
  CHECK(shown(call_with(bound, {number(3)})) == "None");
  CHECK(shown(list) == "[3]");
  Var unbound = getattr(Value(rt.types.list), "append");
  CHECK(shown(call(unbound)) == "TypeError: unbound method list.append() needs an argument");
  CHECK(shown(call_with(unbound, {number(1)})) ==
        "TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object");
  CHECK(shown(call_with(unbound, {list})) == "TypeError: list.append() takes exactly one argument (0 given)");
  CHECK(shown(function(kPython)).starts_with("<function sleep at 0x7f"));
  CHECK(shown(function(kOne)) == "<built-in function one>");
}

TEST_CASE("slot wrappers stand for the slots of built-in types") {
  Run run;
  Var add = getattr(Value(rt.types.int_), "__add__");
  CHECK(shown(add) == "<slot wrapper '__add__' of 'int' objects>");
  CHECK(shown(call_with(add, {number(3), number(4)})) == "7");
  CHECK(shown(call(add)) == "TypeError: descriptor '__add__' of 'int' object needs an argument");
  CHECK(shown(call_with(add, {string("a"), number(1)})) ==
        "TypeError: descriptor '__add__' requires a 'int' object but received a 'str'");
  CHECK(shown(call_with(add, {number(1)})) == "TypeError: expected 1 argument, got 0");
  CHECK(shown(method(number(5), "__lt__", {number(6)})) == "True");
  CHECK(shown(method(number(5), "__radd__", {number(6)})) == "11");
  CHECK(shown(method(number(5), "__eq__", {string("x")})) == "NotImplemented");
  CHECK(shown(getattr(Value(rt.types.list), "__sub__")) == "AttributeError: type object 'list' has no attribute '__sub__'. Did you mean: '__mul__'?");
  Var make_object = getattr(Value(rt.types.object), "__new__");
  CHECK(shown(call_with(make_object, {Var(Value(rt.types.list))})) ==
        "TypeError: object.__new__(list) is not safe, use list.__new__()");
}
