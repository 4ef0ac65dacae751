#include <algorithm>
#include <random>

#include "object/literals.hpp"
#include "object/native.hpp"

using namespace ap;
using namespace ap::literals;

TEST_CASE("sort: random lists; equal items keep their order, also reversed") {
  Run run;
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    size_t n = random() % 600;
    int range = 1 + random() % (round % 3 ? 1000 : 5);
    bool reverse = round % 2;
    std::vector<std::pair<int, int>> expected;
    Ref<List> list = new_list();
    for (size_t i = 0; i < n; ++i) {
      // Stretches in order, so that runs are found and merged by galloping.
      int key = random() % 4 ? static_cast<int>(i) % range : static_cast<int>(random() % range);
      expected.push_back({key, static_cast<int>(i)});
      Ref<Tuple> pair = tuple_of(Value::from_int(key), Value::from_int(static_cast<int64_t>(i)));
      CHECK(list_append(list.get(), pair));
    }
    std::sort(expected.begin(), expected.end(), [&](auto& a, auto& b) {
      if (a.first == b.first) return a.second < b.second;
      return reverse ? b.first < a.first : a.first < b.first;
    });
    // The key of a pair is its first item.
    static const MethodDef def = {"first", "pair, /", [](Call& c) -> Var { return (*c[0].as<Tuple>())[0]; }};
    Ref<NativeFunction> key = new_function(&def, intern("tests").get());
    CHECK(list_sort(list.get(), key, reverse));
    bool same = true;
    for (size_t i = 0; i < n; ++i) same = same && (*list->items[i].as<Tuple>())[1].as_int() == expected[i].second;
    CHECK(same);
  }
}

TEST_CASE("sort: words, floats, mixed numbers, what has no order") {
  Run run;
  CHECK(after("['b', 'é', 'a', '', '😀', 'B']", "sort") == "['', 'B', 'a', 'b', 'é', '😀']");
  CHECK(after("[2.5, -1.0, 0.5]", "sort") == "[-1.0, 0.5, 2.5]");
  CHECK(after("[2.5, True, -3, 100000000000000000000]", "sort") == "[-3, True, 2.5, 100000000000000000000]");
  CHECK(after("[3, 'a', 1]", "sort") == "TypeError: '<' not supported between instances of 'str' and 'int'");
}
