#include "coro/co.hpp"

#include "coro/iterator_link.hpp"
#include "object/values.hpp"

using namespace ap;
using namespace ap::values;

namespace {

int ended;

struct Ends {
  ~Ends() { ++ended; }
};

// What lies at the bottom of a chain: it yields once.
Co bottom(Var answer, bool fails) {
  Ends here;
  (void)co_await yield_value(None);
  if (fails) co_return value_error("at the bottom");
  co_return answer;
}
Co down(Var answer, int64_t depth, bool fails) {
  Ends here;
  if (!depth) co_return co_await bottom(answer, fails);
  co_return co_await down(answer, depth - 1, fails);
}

const CoroutineDef def = {"down", "down", "test.py", 1};

Var chain(int64_t depth, bool fails) {
  ended = 0;
  return native_coroutine(down(number(42), depth, fails), def);
}

struct CoroutineRun : Run {
  CoroutineRun() {
    driver = nullptr;
    init_coroutine_types();
    init_iterator_link_type();
  }
};

}  // namespace

constexpr int64_t kMillion = 1'000'000;

TEST_CASE("a chain of a million native awaits returns") {
  CoroutineRun run;
  Var coroutine = chain(kMillion, false);
  Step step = drive(link_of(coroutine), None);
  CHECK(step.kind == Step::Yielded);
  CHECK(ended == 0);
  step = drive(link_of(coroutine), None);
  CHECK(step.kind == Step::Returned);
  CHECK(shown(step.value) == "42");
  CHECK(ended == kMillion + 2);
}

TEST_CASE("an error goes up a million native awaits, ending each") {
  CoroutineRun run;
  Var coroutine = chain(kMillion, true);
  CHECK(drive(link_of(coroutine), None).kind == Step::Yielded);
  Step step = drive(link_of(coroutine), None);
  CHECK(step.kind == Step::Raised);
  CHECK(error() == "ValueError: at the bottom");
  CHECK(ended == kMillion + 2);
}

TEST_CASE("a suspended chain of a million native awaits is closed, and dropped") {
  CoroutineRun run;
  Var coroutine = chain(kMillion, false);
  CHECK(drive(link_of(coroutine), None).kind == Step::Yielded);
  CHECK(close_chain(link_of(coroutine)));
  CHECK(ended == kMillion + 2);
  coroutine = chain(kMillion, false);
  CHECK(drive(link_of(coroutine), None).kind == Step::Yielded);
  coroutine.reset();
  CHECK(ended == kMillion + 2);
}
