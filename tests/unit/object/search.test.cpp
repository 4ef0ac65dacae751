#include <random>

#include "object/literals.hpp"
#include "object/text.hpp"

using namespace ap;
using namespace ap::literals;

namespace {
int64_t plain_find(const std::u32string& hay, const std::u32string& part, size_t from, size_t to) {
  size_t at = hay.substr(0, to).find(part, from);
  return at == hay.npos ? -1 : static_cast<int64_t>(at);
}
}  // namespace

TEST_CASE("search: agrees with a plain search in random texts of all widths") {
  Run run;
  std::mt19937 random(7);
  const std::u32string alphabets[] = {U"ab", U"abé", U"aλ", U"a😀b"};
  for (int round = 0; round < 4000; ++round) {
    const std::u32string& alphabet = alphabets[random() % 4];
    auto make = [&](size_t most) {
      std::u32string s;
      for (size_t n = random() % most; n > 0; --n) s += alphabet[random() % alphabet.size()];
      return s;
    };
    std::u32string hay = make(60), part = make(5) + U"a";
    size_t from = random() % (hay.size() + 1), to = from + random() % (hay.size() - from + 1);
    Ref<Str> h = make_str(hay), p = make_str(part);
    Needle needle(h.get(), p.get());
    CHECK(needle.find(from, to) == plain_find(hay, part, from, to));
    int64_t last = -1;
    size_t count = 0;
    for (size_t i = from; i + part.size() <= to; ++i)
      if (hay.compare(i, part.size(), part) == 0) last = static_cast<int64_t>(i);
    for (int64_t i = plain_find(hay, part, from, to); i >= 0; i = plain_find(hay, part, i + part.size(), to)) ++count;
    CHECK(needle.find_last(from, to) == last);
    CHECK(needle.count(from, to, SIZE_MAX) == count);
  }
}

TEST_CASE("search: texts made to be slow are not") {
  Run run;
  std::string hay(400000, 'a'), part(150000, 'a');
  Ref<Str> h = make_str(hay);
  CHECK(find_str(h.get(), make_str(part + "b").get(), 0, h->length) == -1);
  CHECK(find_str(h.get(), make_str(part.substr(2) + "ba").get(), 0, h->length) == -1);
  Ref<Str> b = make_str("b" + part);
  CHECK(Needle(h.get(), b.get()).find_last(0, h->length) == -1);
  Ref<Str> both = make_str(hay + "b" + hay), middle = make_str(part + "b" + part);
  CHECK(Needle(both.get(), middle.get()).find(0, both->length) == 250000);
  CHECK(Needle(both.get(), middle.get()).find_last(0, both->length) == 250000);
}
