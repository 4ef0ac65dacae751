#include "object/protocol.hpp"

#include "object/values.hpp"

using namespace ap;
using namespace ap::values;

TEST_CASE("protocol: errors of operators") {
  Run run;
  Var one = number(1), a = string("a"), list = new_list();
  CHECK(shown(binary(one, a, BinaryOp::Add)) == "TypeError: unsupported operand type(s) for +: 'int' and 'str'");
  CHECK(shown(binary(a, one, BinaryOp::Add)) == "TypeError: can only concatenate str (not \"int\") to str");
  CHECK(shown(binary(list, one, BinaryOp::Add)) == "TypeError: can only concatenate list (not \"int\") to list");
  CHECK(shown(binary(list, a, BinaryOp::Mul)) == "TypeError: can't multiply sequence by non-int of type 'str'");
  CHECK(shown(binary(one, a, BinaryOp::Pow)) == "TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'");
  CHECK(shown(inplace(one, a, BinaryOp::Add)) == "TypeError: unsupported operand type(s) for +=: 'int' and 'str'");
  CHECK(shown(compare(one, a, Compare::Lt)) == "TypeError: '<' not supported between instances of 'int' and 'str'");
  CHECK(shown(compare(one, a, Compare::Eq)) == "False");
  CHECK(shown(unary(a, UnaryOp::Neg)) == "TypeError: bad operand type for unary -: 'str'");
  CHECK(shown(absolute(a)) == "TypeError: bad operand type for abs(): 'str'");
  CHECK(shown(power(one, a, one)) == "TypeError: unsupported operand type(s) for ** or pow(): 'int', 'str', 'int'");
}

TEST_CASE("protocol: errors of containers, iteration, calls") {
  Run run;
  Var one = number(1);
  CHECK(shown(call(one)) == "TypeError: 'int' object is not callable");
  CHECK(shown(iterate(one)) == "TypeError: 'int' object is not iterable");
  CHECK(shown(next(one)) == "TypeError: 'int' object is not an iterator");
  CHECK(shown(getitem(one, one)) == "TypeError: 'int' object is not subscriptable");
  CHECK_FALSE(setitem(one, one, one));
  CHECK(error() == "TypeError: 'int' object does not support item assignment");
  CHECK(length(one) == -1);
  CHECK(error() == "TypeError: object of type 'int' has no len()");
  CHECK(contains(one, one) == Tri::Error);
  CHECK(error() == "TypeError: argument of type 'int' is not a container or iterable");
  int64_t h;
  Var list = new_list();
  CHECK_FALSE(hash(list, &h));
  CHECK(error() == "TypeError: unhashable type: 'list'");
}

TEST_CASE("protocol: isinstance") {
  Run run;
  Var one = number(1);
  CHECK(isinstance(one, Value(rt.types.int_)) == Tri::True);
  CHECK(isinstance(True, Value(rt.types.int_)) == Tri::True);
  CHECK(isinstance(one, Value(rt.types.str)) == Tri::False);
  Var nested = tuple_of(Value(rt.types.str), tuple_of(Value(rt.types.int_)));
  CHECK(isinstance(one, nested) == Tri::True);
  Var either = binary(Value(rt.types.str), None, BinaryOp::Or);
  CHECK(shown(either) == "str | None");
  CHECK(isinstance(None, either) == Tri::True);
  CHECK(isinstance(one, either) == Tri::False);
  CHECK(isinstance(one, one) == Tri::Error);
  CHECK(error() == "TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union");
  Var alias = getitem(Value(rt.types.list), Value(rt.types.int_));
  CHECK(shown(alias) == "list[int]");
  CHECK(isinstance(one, alias) == Tri::Error);
  CHECK(error() == "TypeError: isinstance() argument 2 cannot be a parameterized generic");
}

TEST_CASE("protocol: keywords travel through call_star") {
  Run run;
  Ref<Dict> keywords = new_dict();
  Ref<Str> start = intern("start");
  dict_set_name(keywords.get(), start.get(), Value::from_int(5));
  Ref<Tuple> args = tuple_of(tuple_of(string("a")));
  Var pairs = call_star(Value(rt.types.enumerate), args.get(), keywords.get());
  CHECK(shown(to_list(pairs)) == "[(5, 'a')]");
}
