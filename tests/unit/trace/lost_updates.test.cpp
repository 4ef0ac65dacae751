#include "trace/lost_updates.hpp"

#include <doctest/doctest.h>

using namespace ap::trace;

namespace {

// Accesses by hand: a variable is an object's number, a frame is a task's.
struct Story {
  LostUpdates all;
  LostUpdate lost{};
  bool found = false;

  void access(AccessKind kind, TaskId task, std::uint64_t object, std::uint32_t name = 1) {
    found = all.follow({.seq = 0, .object = object, .name = name, .frame = task, .line = 10, .kind = kind}, task, 0.0, lost);
  }
  void statement(TaskId t) { access(AccessKind::statement, t, 0); }
  void read(TaskId t, std::uint64_t v) { access(AccessKind::read, t, v); }
  void write(TaskId t, std::uint64_t v) { access(AccessKind::write, t, v); }
  void keep(TaskId t, std::uint32_t slot) { access(AccessKind::local_write, t, 0, slot); }
  void use(TaskId t, std::uint32_t slot) { access(AccessKind::local_read, t, 0, slot); }
  // old = v
  void read_into(TaskId t, std::uint64_t v, std::uint32_t slot) {
    statement(t);
    read(t, v);
    keep(t, slot);
  }
  // v = f(old)
  void write_from(TaskId t, std::uint64_t v, std::uint32_t slot) {
    statement(t);
    use(t, slot);
    write(t, v);
  }
};

}  // namespace

TEST_CASE("read, await, write from the old value, and another task wrote in between") {
  Story s;
  s.read_into(1, 7, 3);
  s.all.next_step();
  s.read_into(2, 7, 3);
  s.write_from(2, 7, 3);
  CHECK(!s.found);
  s.all.next_step();
  s.write_from(1, 7, 3);
  CHECK(s.found);
  CHECK(s.lost.task == 1);
  CHECK(s.lost.other == 2);
}

TEST_CASE("nobody wrote in between") {
  Story s;
  s.read_into(1, 7, 3);
  s.all.next_step();
  s.read_into(2, 7, 3);
  s.all.next_step();
  s.write_from(1, 7, 3);
  CHECK(!s.found);
}

TEST_CASE("it looked again after the other one's write") {
  Story s;
  s.read_into(1, 7, 3);
  s.all.next_step();
  s.write_from(2, 7, 9);
  s.all.next_step();
  s.statement(1);
  s.read(1, 7);
  s.write_from(1, 7, 3);
  CHECK(!s.found);
}

TEST_CASE("what is written does not come from what was read") {
  Story s;
  s.read_into(1, 7, 3);
  s.all.next_step();
  s.write_from(2, 7, 9);
  s.all.next_step();
  s.write_from(1, 7, 4);
  CHECK(!s.found);
}

TEST_CASE("no await between reading and writing") {
  Story s;
  s.write_from(2, 7, 9);
  s.read_into(1, 7, 3);
  s.write_from(1, 7, 3);
  CHECK(!s.found);
}

TEST_CASE("through another local variable") {
  Story s;
  s.read_into(1, 7, 3);
  s.statement(1);
  s.use(1, 3);
  s.keep(1, 4);
  s.all.next_step();
  s.write_from(2, 7, 9);
  s.all.next_step();
  s.write_from(1, 7, 4);
  CHECK(s.found);
}

TEST_CASE("what only says where the value goes is not its source") {
  // v[key] = 0, after `key` was read from v before the await; then v[key] = key.
  for (bool value_too : {false, true}) {
    Story s;
    s.read_into(1, 7, 3);
    s.all.next_step();
    s.write_from(2, 7, 9);
    s.all.next_step();
    s.statement(1);
    if (value_too) s.use(1, 3);
    s.access(AccessKind::assigned, 1, 0);
    s.use(1, 3);
    s.write(1, 7);
    CHECK(s.found == value_too);
  }
}
