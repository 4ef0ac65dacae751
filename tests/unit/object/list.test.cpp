#include "object/list.hpp"

#include "object/literals.hpp"
#include "object/range.hpp"

using namespace ap;
using namespace ap::literals;

namespace {
std::string assign(std::string_view list, Var start, Var stop, Var step, std::string_view with) {
  Var l = value(list), key = make_slice(start, stop, step);
  Var v = with.empty() ? Var() : value(with);
  return setitem(l, key, v) ? text(l) : text(Var());
}
Value i(int64_t n) { return Value::from_int(n); }
}  // namespace

TEST_CASE("list: methods and their errors") {
  Run run;
  CHECK(after("[1]", "append", "2") == "[1, 2]");
  CHECK(after("[1]", "extend", "'ab'") == "[1, 'a', 'b']");
  CHECK(after("[1, 2]", "insert", "-1, 9") == "[1, 9, 2]");
  CHECK(on("[1, 2]", "pop") == "2");
  CHECK(on("[]", "pop") == "IndexError: pop from empty list");
  CHECK(on("[1]", "pop", "5") == "IndexError: pop index out of range");
  CHECK(on("[1]", "remove", "5") == "ValueError: list.remove(x): x not in list");
  CHECK(on("[1, 2, 1]", "index", "1, 1") == "2");
  CHECK(on("[1]", "index", "5") == "ValueError: list.index(x): x not in list");
  CHECK(after("[1, 2, 3]", "reverse") == "[3, 2, 1]");
  CHECK(item("[1]", "1") == "IndexError: list index out of range");
  CHECK(item("[1]", "'a'") == "TypeError: list indices must be integers or slices, not str");
  CHECK(operate("[1]", BinaryOp::Add, "(1,)") == "TypeError: can only concatenate list (not \"tuple\") to list");
  CHECK(operate("[1]", BinaryOp::Mul, "-1") == "[]");
  CHECK(operate("[0]", BinaryOp::Mul, "1000000000000") == "MemoryError");
  CHECK(less("[1, 2]", "[1, 3]"));
  CHECK(less("[1]", "[1, 0]"));
}

TEST_CASE("list: slices are replaced and deleted") {
  Run run;
  CHECK(assign("[1, 2, 3, 4]", i(1), i(3), None, "'xyz'") == "[1, 'x', 'y', 'z', 4]");
  CHECK(assign("[1, 2, 3, 4]", i(1), i(3), None, "[]") == "[1, 4]");
  CHECK(assign("[1, 2, 3, 4]", None, None, i(2), "(8, 9)") == "[8, 2, 9, 4]");
  CHECK(assign("[1, 2, 3, 4]", None, None, i(2), "[8]") ==
        "ValueError: attempt to assign sequence of size 1 to extended slice of size 2");
  CHECK(assign("[1, 2, 3]", None, None, None, "5") == "TypeError: must assign iterable to extended slice");
  CHECK(assign("[1, 2, 3, 4, 5]", None, None, i(-2), "") == "[2, 4]");
  CHECK(assign("[1, 2, 3, 4, 5]", i(1), i(4), None, "") == "[1, 5]");
}

TEST_CASE("list: one that contains itself") {
  Run run;
  Var l = value("[1]");
  CHECK(list_append(l.as<List>(), l.get()));
  CHECK(text(l) == "[1, [...]]");
  list_clear(l.as<List>());
}

TEST_CASE("list: a hundred thousand levels are freed without recursion") {
  Run run;
  Var nested = value("[]");
  for (int n = 0; n < 100000; ++n) {
    Ref<List> outer = new_list();
    CHECK(list_append(outer.get(), std::move(nested)));
    nested = outer;
  }
  CHECK(text(Var(repr(nested))).find("RecursionError: Stack overflow (used 10216 kB) while getting the repr of an object") == 0);
}
