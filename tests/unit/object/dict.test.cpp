#include "object/dict.hpp"

#include <random>

#include "object/literals.hpp"

using namespace ap;
using namespace ap::literals;

TEST_CASE("dict: names, by pointer and not") {
  Run run;
  Ref<Dict> d = new_dict();
  Ref<Str> names[40];
  for (int i = 0; i < 40; ++i) {
    names[i] = intern(format_str("name%d", i).get());
    CHECK(dict_set_name(d.get(), names[i].get(), Value::from_int(i)));
    for (int k = 0; k <= i; ++k) CHECK(dict_get_name(d.get(), names[k].get()) == Value::from_int(k));
  }
  CHECK(!dict_get_name(d.get(), intern("other").get()));
  uint32_t hint = 0;
  CHECK(dict_get_hinted(d.get(), names[30].get(), &hint) == Value::from_int(30));
  CHECK(hint == 30);
  // A key that is equal and no interned string is found by name as well.
  Ref<Dict> small = new_dict();
  Ref<Str> fresh = format_str("key%d", 7);
  CHECK(dict_set(small.get(), fresh, Value::from_int(7)));
  CHECK(dict_get_name(small.get(), intern("key7").get()) == Value::from_int(7));
  CHECK(dict_remove_name(small.get(), intern("key7").get()));
  CHECK(small->used == 0);
}

TEST_CASE("dict: order and contents after many changes") {
  Run run;
  std::mt19937 random(11);
  Ref<Dict> d = new_dict();
  std::vector<std::pair<int, int>> model;
  auto find = [&](int key) {
    size_t i = 0;
    while (i < model.size() && model[i].first != key) ++i;
    return i;
  };
  for (int round = 0; round < 20000; ++round) {
    int key = static_cast<int>(random() % 300), number = static_cast<int>(random() % 1000);
    size_t at = find(key);
    if (random() % 5 < 3) {
      CHECK(dict_set(d.get(), Value::from_int(key), Value::from_int(number)));
      if (at < model.size())
        model[at].second = number;
      else
        model.push_back({key, number});
    } else {
      CHECK(dict_remove(d.get(), Value::from_int(key)) == (at < model.size() ? Tri::True : Tri::False));
      if (at < model.size()) model.erase(model.begin() + static_cast<long>(at));
    }
    if (round % 100) continue;
    uint32_t position = 0;
    Value k, v;
    size_t n = 0;
    bool same = true;
    for (; dict_next(d.get(), &position, &k, &v); ++n)
      same = same && n < model.size() && k.as_int() == model[n].first && v.as_int() == model[n].second;
    CHECK(same);
    CHECK(n == model.size());
    CHECK(d->used == n);
  }
}

TEST_CASE("dict: methods and their errors") {
  Run run;
  CHECK(on("{'a': 1}", "get", "'b', 5") == "5");
  CHECK(on("{'a': 1}", "pop", "'b'") == "KeyError: 'b'");
  CHECK(on("{}", "popitem") == "KeyError: 'popitem(): dictionary is empty'");
  CHECK(on("{1: 2, 3: 4}", "popitem") == "(3, 4)");
  CHECK(on("{1: 2}", "setdefault", "1, 9") == "2");
  CHECK(after("{1: 2}", "update", "[(3, 4)]") == "{1: 2, 3: 4}");
  CHECK(on("{}", "update", "[(1, 2, 3)]") == "ValueError: dictionary update sequence element #0 has length 3; 2 is required");
  CHECK(on("{1: 2, 3: 4}", "items") == "dict_items([(1, 2), (3, 4)])");
  CHECK(on("{}", "fromkeys", "'ab'") == "{'a': None, 'b': None}");
  CHECK(item("{1: 2}", "True") == "2");
  CHECK(item("{1: 2}", "1.0") == "2");
  CHECK(item("{1: 2}", "[]") == "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')");
  CHECK(operate("{1: 2}", BinaryOp::Or, "{1: 3, 4: 5}") == "{1: 3, 4: 5}");
  Var d = value("{'a': 1, 'b': []}");
  CHECK(dict_set_name(d.as<Dict>(), intern("self").get(), d));
  CHECK(text(d) == "{'a': 1, 'b': [], 'self': {...}}");
  dict_clear(d.as<Dict>());
}

TEST_CASE("dict: one that changes under an iterator") {
  Run run;
  Var d = value("{1: 2, 3: 4}");
  Var it = iterate(d);
  CHECK(text(next(it)) == "1");
  CHECK(dict_set(d.as<Dict>(), Value::from_int(5), None));
  CHECK(text(next(it)) == "RuntimeError: dictionary changed size during iteration");
}
