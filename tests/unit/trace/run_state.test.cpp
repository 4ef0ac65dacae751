#include "trace/run_state.hpp"

#include <doctest/doctest.h>

#include "trace/every_event.generated.hpp"
#include "trace/play.hpp"

using namespace ap::trace;
using namespace ap::trace::testing;

namespace {

// Folds what was emitted so far, so that a test can look after each event.
struct Folded final : Sink {
  RunState state;
  double now = 0;
  Recorder recorder;
  Folded() {
    recorder.add_sink(*this);
    recorder.set_clock(&now);
    recorder.start(kAllCategories);
  }
  void on_chunk(Chunk chunk) override { visit(chunk, state); }
  RunState& operator()() {
    recorder.flush();
    return state;
  }
};

std::vector<HandleId> ready(RunState& state) { return {state.ready.begin(), state.ready.end()}; }
using Ids = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("the ready queue is rebuilt in order") {
  Folded folded;
  emit(TaskCreated{.task = 1, .name = "a", .function = "a"});
  emit(TaskScheduled{.handle = 1, .task = 1});
  emit(HandleScheduled{.handle = 2, .kind = HandleKind::callback, .label = "f"});
  emit(TimerAdded{.handle = 3, .deadline = 1, .order = 1});
  emit(TimerAdded{.handle = 4, .deadline = 1, .order = 0});
  emit(TimerAdded{.handle = 5, .deadline = 0.5, .order = 2});
  CHECK(ready(folded()) == Ids{1, 2});
  CHECK(folded().timers_in_order() == Ids{5, 4, 3});
  emit(HandleCancelled{.handle = 2});
  emit(TimerCancelled{.handle = 5});
  emit(TimerFired{.handle = 4, .deadline = 1});
  CHECK(ready(folded()) == Ids{1, 4});
  CHECK(folded().timers_in_order() == Ids{3});
  emit(TaskStepStarted{.task = 1, .handle = 1, .line = 4});
  CHECK(ready(folded()) == Ids{4});
  CHECK(folded().current() == 1);
  emit(TaskScheduled{.handle = 6, .task = 1, .reason = ScheduleReason::yielded, .by = 1});
  CHECK(folded().task(1)->phase == TaskPhase::running);
  emit(TaskStepFinished{.task = 1, .outcome = StepEnd::yielded, .line = 5});
  CHECK(ready(folded()) == Ids{4, 6});
  CHECK(folded().task(1)->phase == TaskPhase::ready);
  CHECK(folded().task(1)->line == 5);
  emit(HandleRunStarted{.handle = 4});
  CHECK(folded().running_handle == 4);
  emit(HandleRunFinished{.handle = 4});
  CHECK(ready(folded()) == Ids{6});
  CHECK(folded().handle(4) == nullptr);
}

TEST_CASE("a task's life, and who waits for whom") {
  Folded folded;
  emit(TaskCreated{.task = 1, .name = "main", .function = "main"});
  emit(TaskCreated{.task = 2, .name = "child", .function = "work", .creator = 1, .eager = true});
  emit(TaskStepStarted{.task = 1});
  // Eager: a step inside a step.
  emit(TaskStepStarted{.task = 2, .how = StepStart::first});
  CHECK(folded().running == Ids{1, 2});
  emit(FutureCreated{.future = 3, .kind = FutureKind::user, .task = 2});
  emit(TaskStepFinished{.task = 2, .outcome = StepEnd::suspended, .future = 3});
  CHECK(folded().current() == 1);
  CHECK(folded().waiters_of(3) == Ids{2});
  emit(AwaiterAdded{.future = 2, .task = 1});
  CHECK(folded().waiters_of(2) == Ids{1});
  emit(AwaiterRemoved{.future = 2, .task = 1});
  CHECK(folded().waiters_of(2) == Ids{});
  emit(TaskStepFinished{.task = 1, .outcome = StepEnd::suspended, .future = 2});
  CHECK(folded().waiters_of(2) == Ids{1});
  emit(CancelRequested{.task = 2, .by = 1, .requests = 2});
  CHECK(folded().task(2)->cancel_requests == 2);
  emit(TaskUncancelled{.task = 2, .requests = 1});
  CHECK(folded().task(2)->cancel_requests == 1);
  folded.now = 2;
  emit(FutureResolved{.future = 3, .outcome = FutureOutcome::exception, .exception = "ValueError"});
  emit(TaskScheduled{.handle = 9, .task = 2, .reason = ScheduleReason::woken, .future = 3});
  CHECK(folded().task(2)->phase == TaskPhase::ready);
  CHECK(folded().task(2)->since == 2);
  CHECK(folded().waiters_of(3) == Ids{});
  CHECK(folded().future(3)->done);
  emit(TaskStepStarted{.task = 2, .handle = 9, .how = StepStart::thrown});
  emit(TaskFinished{.task = 2, .outcome = TaskOutcome::raised, .exception = "ValueError"});
  emit(TaskStepFinished{.task = 2, .outcome = StepEnd::finished});
  CHECK(folded().task(2)->phase == TaskPhase::done);
  CHECK(folded().task(2)->outcome == TaskOutcome::raised);
  emit(TaskRenamed{.task = 1, .name = "chief"});
  CHECK(folded().task(1)->name == "chief");
}

TEST_CASE("the stack of awaits inside a task") {
  Folded folded;
  emit(TaskCreated{.task = 1, .name = "main", .function = "main"});
  emit(AwaitStarted{.task = 1, .depth = 1, .target = AwaitTarget::coroutine, .coroutine = 1, .label = "outer", .line = 3});
  emit(AwaitStarted{.task = 1, .depth = 2, .target = AwaitTarget::coroutine, .coroutine = 2, .label = "inner", .line = 7});
  REQUIRE(folded().task(1)->awaits.size() == 2);
  CHECK(folded().task(1)->awaits[1].label == "inner");
  emit(AwaitFinished{.task = 1, .depth = 2});
  CHECK(folded().task(1)->awaits.size() == 1);
  emit(AwaitStarted{.task = 1, .depth = 1, .target = AwaitTarget::future, .future = 4, .label = "f"});
  REQUIRE(folded().task(1)->awaits.size() == 1);
  CHECK(folded().task(1)->awaits[0].future == 4);
}

TEST_CASE("lines before locks and queues, and what groups hold") {
  Folded folded;
  emit(SyncCreated{.sync = 1, .kind = SyncKind::lock, .name = "door"});
  emit(SyncCreated{.sync = 2, .kind = SyncKind::semaphore, .size = 3});
  emit(SyncCreated{.sync = 3, .kind = SyncKind::lock});
  CHECK(folded().sync(2)->value == 3);
  CHECK(folded().sync(3)->number == 2);
  emit(SyncChanged{.sync = 1, .change = SyncChange::acquired, .value = 1, .task = 7});
  CHECK(folded().sync(1)->holder == 7);
  for (FutureId id : {11u, 12u, 13u}) {
    emit(FutureCreated{.future = id, .kind = FutureKind::waiter});
    emit(WaiterAdded{.sync = 1, .future = id});
  }
  emit(WaiterRemoved{.sync = 1, .future = 12});
  CHECK(folded().sync(1)->waiters == Ids{11, 13});
  CHECK(folded().future(13)->sync == 1);
  emit(SyncChanged{.sync = 1, .change = SyncChange::released, .task = 7});
  CHECK(folded().sync(1)->holder == 0);
  emit(TaskCreated{.task = 7, .name = "t", .function = "t"});
  emit(ScopeEntered{.scope = 1, .kind = ScopeKind::task_group, .task = 7});
  emit(TaskJoinedGroup{.scope = 1, .task = 7});
  CHECK(folded().scopes.find(1)->tasks == Ids{7});
  CHECK(folded().task(7)->group == 1);
  emit(TaskLeftGroup{.scope = 1, .task = 7});
  CHECK(folded().scopes.find(1)->tasks.empty());
  emit(ScopeExited{.scope = 1});
  CHECK(folded().scopes.empty());
}

TEST_CASE("two workers, to the end") {
  Folded folded;
  two_workers(folded.now);
  RunState& state = folded();
  CHECK(state.now == 2.0);
  CHECK(state.task_order == Ids{1, 2, 3});
  for (TaskId id : state.task_order) CHECK(state.task(id)->phase == TaskPhase::done);
  CHECK(state.ready.empty());
  CHECK(state.timers_in_order().empty());
  CHECK(state.awaiters.empty());
  CHECK(state.running.empty());
}

TEST_CASE("a stream that makes no sense is survived") {
  Folded folded;
  every_event(folded.now);
  every_event(folded.now);
  folded();
}
