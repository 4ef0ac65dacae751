#include "object/literals.hpp"

using namespace ap;
using namespace ap::literals;

TEST_CASE("tuple: hashes, order, errors") {
  Run run;
  auto hash_of = [](std::string_view t) {
    int64_t h = 0;
    Var v = value(t);
    CHECK(hash(v, &h));
    return h;
  };
  CHECK(hash_of("()") == 5740354900026072187);
  CHECK(hash_of("(1, 2)") == -3550055125485641917);
  CHECK(hash_of("('a', (None,), 2.5)") == 1646982662905013188);
  CHECK(shown("(1,)") == "(1,)");
  CHECK(less("(1, 2)", "(1, 2, 0)"));
  CHECK(item("(1,)", "1") == "IndexError: tuple index out of range");
  CHECK(operate("(1,)", BinaryOp::Add, "[2]") == "TypeError: can only concatenate tuple (not \"list\") to tuple");
  CHECK(operate("(1, 2)", BinaryOp::Mul, "2") == "(1, 2, 1, 2)");
  CHECK(on("(1, 2)", "index", "5") == "ValueError: tuple.index(x): x not in tuple");
  Var bad = value("([],)");
  int64_t h;
  CHECK(!hash(bad, &h));
  CHECK(text(Var()) == "TypeError: unhashable type: 'list'");
}
