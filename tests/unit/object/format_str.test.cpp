#include "object/literals.hpp"

using namespace ap;
using namespace ap::literals;

TEST_CASE("format_str: every conversion") {
  Run run;
  Var list = value("[1, 'é']");
  Var word = value("'wörd'");
  auto show = [](Ref<Str> s) { return to_utf8(s.get()); };
  CHECK(show(format_str("%s|%d|%u|%c|%%", "text é", -5, 7u, 'x')) == "text é|-5|7|x|%");
  CHECK(show(format_str("%lld %zu %llu", -9223372036854775807ll - 1, size_t(12), ~0ull)) ==
        "-9223372036854775808 12 18446744073709551615");
  CHECK(show(format_str("%S %R %S", list.get(), word.get(), word.get())) == "[1, 'é'] 'wörd' wörd");
  CHECK(show(format_str("'%T' %N %U", list.get(), rt.types.dict, word.as<Str>())) == "'list' dict wörd");
  CHECK(show(format_str("%g", 0.1)) == "0.1");
}
