#include "base/mersenne.hpp"

#include <doctest/doctest.h>

using ap::Mersenne;

TEST_CASE("mersenne: random.seed(0) and what follows") {
  Mersenne m;
  CHECK(m.random() == 0.8444218515250481);
  CHECK(m.random() == 0.7579544029403025);
  CHECK(m.bits(32) == 1806341205);
  uint32_t key = 42;
  m.seed(&key, 1);
  CHECK(m.random() == 0.6394267984578837);
}

TEST_CASE("mersenne: a seed of several words, and bits of any number") {
  uint32_t key[] = {0x89abcdef, 0x01234567, 0x1};
  Mersenne m;
  m.seed(key, 3);
  CHECK(m.bits(7) == 49);
  CHECK(m.bits(64) == 2686071887635447766u);
  uint32_t words[4];
  m.bits(100, words);
  CHECK(words[0] == 2683872722u);
  CHECK(words[3] == 15u);
}
