#include "object/set.hpp"

#include "object/literals.hpp"

using namespace ap;
using namespace ap::literals;

TEST_CASE("set: the order is that of a 64-bit CPython with PYTHONHASHSEED=0") {
  Run run;
  CHECK(shown("{'red', 'green', 'blue', 'yellow'}") == "{'red', 'yellow', 'blue', 'green'}");
  CHECK(shown("{100, 1, 50, 7, 33}") == "{1, 33, 100, 7, 50}");
  CHECK(shown("{(1, 2), (3, 4), (5,), ()}") == "{(), (1, 2), (3, 4), (5,)}");
  CHECK(shown("{-1, -2, 0, 3.5, None, True}") == "{0, None, True, 3.5, -2, -1}");
  // The same steps in CPython give this sum over the order after each of them.
  Ref<Set> s = new_set();
  uint64_t x = 12345, sum = 0;
  for (int step = 0; step < 3000; ++step) {
    x = x * 6364136223846793005u + 1442695040888963407u;
    Value key = Value::from_int(static_cast<int64_t>(x >> 33) % 1000 * (step % 3 ? 1 : 1024));
    if (x >> 62 == 0)
      CHECK(set_discard(s.get(), key) != Tri::Error);
    else
      CHECK(set_add(s.get(), key));
    if (step % 700 == 699) s = Ref<Set>::from(call_on(s, "copy", ""));
    if (step % 50) continue;
    Value item;
    for (uint32_t at = 0; set_next(s.get(), &at, &item);) sum = sum * 31 + static_cast<uint64_t>(item.as_int());
  }
  CHECK(sum == 3411886827952364230u);
}

TEST_CASE("set: algebra") {
  Run run;
  CHECK(operate("{1, 2, 3}", BinaryOp::Or, "{3, 4}") == "{1, 2, 3, 4}");
  CHECK(operate("{1, 2, 3}", BinaryOp::And, "{3, 4}") == "{3}");
  CHECK(operate("{1, 2, 3}", BinaryOp::Sub, "{3, 4}") == "{1, 2}");
  CHECK(operate("{1, 2, 3}", BinaryOp::Xor, "{3, 4}") == "{1, 2, 4}");
  CHECK(operate("{1}", BinaryOp::Or, "[2]") == "TypeError: unsupported operand type(s) for |: 'set' and 'list'");
  CHECK(on("{1, 2}", "union", "[3], (4,)") == "{1, 2, 3, 4}");
  CHECK(on("{1, 2}", "issubset", "[1, 2, 3]") == "True");
  CHECK(on("{1, 2}", "isdisjoint", "[3]") == "True");
  CHECK(less("{1}", "{1, 2}"));
  CHECK(!less("{1, 2}", "{1, 2}"));
  CHECK(on("{1}", "remove", "2") == "KeyError: 2");
  CHECK(on("set()", "pop") == "KeyError: 'pop from an empty set'");
  CHECK(on("{1}", "add", "[]") == "TypeError: cannot use 'list' as a set element (unhashable type: 'list')");
}

TEST_CASE("set: frozensets hash by their items") {
  Run run;
  auto hash_of = [](std::string_view items) {
    Var list = value(items), frozen = call(Value(rt.types.frozenset), list);
    int64_t h = 0;
    CHECK(hash(frozen, &h));
    return h;
  };
  CHECK(hash_of("[]") == 133146708735736);
  CHECK(hash_of("[1, 2, 3]") == -272375401224217160);
  CHECK(hash_of("[3, 2, 1]") == hash_of("[1, 2, 3]"));
  CHECK(hash_of("['a', 'bc', ()]") == -6477305965702020363);
}

TEST_CASE("set: ordered ones keep the order of insertion, also in what is made of them") {
  Run run;
  Ref<Set> s = new_ordered_set();
  for (int64_t i : {50, 3, 99, 1, 7, 20}) CHECK(set_add(s.get(), Value::from_int(i)));
  CHECK(set_add(s.get(), Value::from_int(99)));
  CHECK(text(Var(s)) == "{50, 3, 99, 1, 7, 20}");
  CHECK(text(call_on(s, "pop", "")) == "50");
  CHECK(set_discard(s.get(), Value::from_int(1)) == Tri::True);
  CHECK(text(Var(s)) == "{3, 99, 7, 20}");
  Var other = value("{7, 8}");
  CHECK(text(binary(s, other, BinaryOp::Sub)) == "{3, 99, 20}");
  CHECK(text(binary(s, other, BinaryOp::Or)) == "{3, 99, 7, 20, 8}");
  CHECK(text(call_on(s, "copy", "")) == "{3, 99, 7, 20}");
  for (int i = 0; i < 200; ++i) CHECK(set_add(s.get(), Value::from_int(1000 - i)));
  for (int i = 0; i < 150; ++i) text(call_on(s, "pop", ""));
  CHECK(s->used == 54);
  CHECK(text(call_on(s, "pop", "")) == "854");
}
