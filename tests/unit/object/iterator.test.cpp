#include "object/iterator.hpp"

#include "object/literals.hpp"

using namespace ap;
using namespace ap::literals;

namespace {
std::string all_of(Type* t, std::string_view args) {
  Ref<List> list = Reader(std::string(args) + ")").items(')');
  Var it = call(Value(t), Args{list->items, list->size});
  if (!it) return text(it);
  Ref<List> items = to_list(it);
  return items ? to_utf8(repr(items).get()) : text(Var());
}
}  // namespace

TEST_CASE("iterators: enumerate, zip, filter, reversed") {
  Run run;
  CHECK(all_of(rt.types.enumerate, "'ab', 5") == "[(5, 'a'), (6, 'b')]");
  CHECK(all_of(rt.types.enumerate, "'ab', 140737488355327") == "[(140737488355327, 'a'), (140737488355328, 'b')]");
  CHECK(all_of(rt.types.zip, "'ab', [1, 2, 3]") == "[('a', 1), ('b', 2)]");
  CHECK(all_of(rt.types.zip, "") == "[]");
  CHECK(all_of(rt.types.zip, "[], 5") == "TypeError: 'int' object is not iterable");
  CHECK(all_of(rt.types.filter, "None, [0, 1, '', 'a']") == "[1, 'a']");
  CHECK(all_of(rt.types.reversed, "[1, 2, 3]") == "[3, 2, 1]");
  CHECK(all_of(rt.types.reversed, "'abc'") == "['c', 'b', 'a']");
  CHECK(all_of(rt.types.reversed, "{1, 2}") == "TypeError: 'set' object is not reversible");
}

TEST_CASE("iterators: a pair that somebody keeps is not used again") {
  Run run;
  Var letters = value("'abc'"), zip = call(Value(rt.types.zip), letters, letters);
  Var first = next(zip), second = next(zip);
  CHECK(text(first) == "('a', 'a')");
  CHECK(text(second) == "('b', 'b')");
}

TEST_CASE("iterators: over a list that grows and shrinks") {
  Run run;
  Var l = value("[1, 2]"), it = iterate(l);
  CHECK(text(next(it)) == "1");
  CHECK(list_append(l.as<List>(), Value::from_int(3)));
  CHECK(text(next(it)) == "2");
  CHECK(text(next(it)) == "3");
  CHECK(!next(it));
  CHECK(list_append(l.as<List>(), Value::from_int(4)));
  CHECK(!next(it));  // once exhausted, for good
  CHECK(!failed());
}
