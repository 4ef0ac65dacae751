#include "trace/diagnoser.hpp"

#include <doctest/doctest.h>

using namespace ap::trace;

namespace {

struct Diagnosed {
  double now = 0;
  Diagnoser diagnoser{"import asyncio\nasync def f():\n    await g()\n"};
  Recorder recorder;
  Diagnosed() {
    recorder.add_sink(diagnoser);
    recorder.set_clock(&now);
    recorder.start(kAllCategories);
  }
  const std::vector<Finding>& operator()() {
    recorder.flush();
    diagnoser.settle();
    return diagnoser.findings();
  }
};

}  // namespace

TEST_CASE("a task that is freed while the loop runs has vanished; afterwards it was left") {
  Diagnosed d;
  emit(LoopStarted{.loop = 1, .future = 1});
  emit(TaskCreated{.task = 2, .name = "Task-2", .function = "f", .line = 3});
  d.now = 1.5;
  emit(TaskDestroyed{.task = 2});
  emit(TaskCreated{.task = 3, .name = "Task-3", .function = "f", .line = 2});
  emit(LoopStopped{.loop = 1});
  emit(TaskDestroyed{.task = 3});
  const auto& found = d();
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == "left_running");
  CHECK(found[1].code == "task_destroyed");
  CHECK(found[1].at == 1.5);
  CHECK(found[1].line == 3);
  CHECK(found[1].severity == Severity::error);
}

TEST_CASE("an idiom is known by what Python says, and said once") {
  Diagnosed d;
  emit(TaskCreated{.task = 1, .name = "Task-1", .function = "f", .line = 2});
  emit(TaskFinished{.task = 1, .outcome = TaskOutcome::raised, .exception = "TypeError",
                    .message = "Passing coroutines is forbidden, use tasks explicitly.", .line = 3});
  emit(ExceptionUnhandled{.kind = UnhandledKind::uncaught, .exception = "TypeError",
                          .message = "Passing coroutines is forbidden, use tasks explicitly.", .line = 3});
  const auto& found = d();
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "wait_on_coroutines");
  CHECK(found[0].times == 1);
}

TEST_CASE("a hold of the loop that nobody notices is a hint, from a tenth of a second on") {
  Diagnosed d;
  emit(LoopStarted{.loop = 1, .future = 1});
  emit(TaskCreated{.task = 1, .name = "Task-1", .function = "f", .line = 2});
  for (double took : {0.05, 0.2}) {
    emit(TaskStepStarted{.task = 1, .handle = 1, .how = StepStart::resumed, .line = 3});
    double from = d.now;
    d.now += took;
    emit(ClockAdvanced{.from = from, .to = d.now, .cause = ClockCause::blocking, .task = 1, .function = "time.sleep", .line = 3});
    emit(TaskStepFinished{.task = 1, .outcome = StepEnd::yielded, .line = 3});
  }
  const auto& found = d();
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "loop_blocked");
  CHECK(found[0].severity == Severity::hint);
  CHECK(found[0].times == 1);
}

TEST_CASE("a hint says what to write instead of what older Pythons had, and nothing else") {
  CHECK(hint_for("RuntimeError", "There is no current event loop in thread 'MainThread'.").starts_with("asyncio.run(main()) instead of loop = "));
  CHECK(hint_for("AttributeError", "type object '_asyncio.Task' has no attribute 'all_tasks'") == "asyncio.all_tasks()");
  CHECK(hint_for("TypeError", "sleep() got an unexpected keyword argument 'loop'") == "leave loop=... out");
  CHECK(hint_for("RuntimeError", "cannot reuse already awaited coroutine").empty());
  CHECK(hint_for("ValueError", "There is no current event loop").empty());
  std::string_view old = "import asyncio\ntask = asyncio.async(f())\n";
  CHECK(hint_for(old, Line(2)) == "task = asyncio.create_task(...)");
  CHECK(hint_for(old, Line(1)).empty());
  CHECK(hint_for(old, Line(99)).empty());
}
