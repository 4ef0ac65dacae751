#include <doctest/doctest.h>

#include "syntax/parser.hpp"
#include "syntax/words.hpp"

using namespace ap;

TEST_CASE("a word is counted as a name and within strings, not in comments or longer words") {
  Arena arena;
  auto parsed = syntax::parse("a.size = 1  # size\nresize(\"--size and max-size, sizes\", f'{b.size} size')\n", arena);
  REQUIRE(parsed.error == nullptr);
  syntax::Words words(parsed.source, arena);
  CHECK(words.count("size") == 5);
  CHECK(words.count("max_size") == 1);
  CHECK(words.count("resize") == 1);
  CHECK(words.count("siz") == 0);
}
