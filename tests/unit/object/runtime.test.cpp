#include "object/runtime.hpp"

#include "object/values.hpp"
#include "object/weakref.hpp"

using namespace ap;
using namespace ap::values;

namespace {

int deletions = 0;
Var count_deletion(Call&) {
  ++deletions;
  return None;
}
const MethodDef kDel = {"__del__", nullptr, count_deletion, kStaticMethod};

Var note_callback(Call& c) {
  CHECK(weakref_target(c[0]).is_none());
  ++deletions;
  return None;
}
const MethodDef kCallback = {"callback", "ref, /", note_callback};

}  // namespace

TEST_CASE("freeing a list nested a million deep") {
  Run run;
  Var deep = new_list();
  for (int i = 0; i < 1'000'000; ++i) {
    Value inner = deep;
    deep = make_list(&inner, 1);
  }
  CHECK_FALSE(bool(repr(deep)));
  CHECK(error() == "RecursionError: Stack overflow (used 10216 kB) while getting the repr of an object");
  size_t before = heap.used();
  deep.reset();
  // Pooled slots are used again.
  deep = new_list();
  for (int i = 0; i < 1'000'000; ++i) {
    Value inner = deep;
    deep = make_list(&inner, 1);
  }
  if (!Heap::kSanitized) CHECK(heap.used() <= before + (1 << 20));
}

TEST_CASE("__del__ runs once, when the last reference goes") {
  Run run;
  deletions = 0;
  Var cls = make("A", {}, {{"__del__", function(kDel)}});
  Var a = call(cls), b = a;
  a.reset();
  CHECK(deletions == 0);
  b.reset();
  CHECK(deletions == 1);
}

TEST_CASE("weak references: cleared, then told") {
  Run run;
  deletions = 0;
  Var cls = make("A", {}), a = call(cls);
  Var plain = new_weakref(rt.types.weakref, a, None);
  CHECK(new_weakref(rt.types.weakref, a, None).get() == plain.get());
  Var callback = function(kCallback);
  Var told = new_weakref(rt.types.weakref, a, callback);
  CHECK(weakref_count(a) == 2);
  CHECK(weakref_target(plain).get() == a.get());
  a.reset();
  CHECK(deletions == 1);
  CHECK(weakref_target(plain).is_none());
  CHECK(shown(new_weakref(rt.types.weakref, Value::from_int(5), None)) ==
        "TypeError: cannot create weak reference to 'int' object");
}

TEST_CASE("addresses: in the order of asking, the same in every run") {
  uint64_t seen[2];
  for (uint64_t& address : seen) {
    Run run;
    Var a = new_list(), b = new_list();
    uint64_t of_b = address_of(b.get().object());
    address = address_of(a.get().object());
    CHECK(address_of(b.get().object()) == of_b);
    CHECK(of_b < address);
    CHECK((of_b >> 40) == 0x7f);
  }
  CHECK(seen[0] == seen[1]);
}

TEST_CASE("a loop that is too long is stopped, again and again") {
  Run run({.steps = 10'000});
  bool ok = true;
  for (int i = 0; i < 10'001 && ok; ++i) ok = check();
  CHECK_FALSE(ok);
  CHECK(error() == "RunLimitReached: the program was stopped: it ran for more than 10000 steps");
  CHECK_FALSE(check());
  clear_error();
}

TEST_CASE("a run finds nothing of the one before") {
  {
    Run run;
    Var cls = make("A", {});
    (void)raise(rt.types.ValueError, "left over");
  }
  Run run;
  CHECK_FALSE(failed());
  CHECK(rt.native_depth == 0);
}
