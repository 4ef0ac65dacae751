#include "trace/text_trace.hpp"

#include <doctest/doctest.h>

#include "trace/play.hpp"

using namespace ap::trace;
using namespace ap::trace::testing;

namespace {

// The rows that `scene` adds after three tasks, the last of which runs: who, line and text, a row a line.
template <class Scene>
std::string told(Scene&& scene) {
  std::string text;
  struct Told {
    std::string* text;
    bool on = false;
  } told{&text};
  Narrator narrator(
      [](void* user, const TraceRow& row) {
        auto* told = static_cast<Told*>(user);
        if (!told->on) return;
        *told->text += std::string(row.kind == RowKind::rule ? "---" : row.who) + " " +
                       (row.line ? std::to_string(row.line) : "-") + (row.kind == RowKind::problem ? " ! " : " ") +
                       std::string(row.text) + "\n";
      },
      &told);
  struct Direct final : Sink {
    Narrator* narrator;
    void on_chunk(Chunk chunk) override { visit(chunk, *narrator); }
  } sink;
  sink.narrator = &narrator;
  double now = 0;
  Recorder recorder;
  recorder.add_sink(sink);
  recorder.set_clock(&now);
  recorder.start(kAllCategories);
  emit(LoopStarted{.loop = 1});
  for (TaskId id : {1u, 2u, 3u}) {
    std::string name = id == 1 ? "main" : id == 2 ? "rose" : "tulip";
    emit(TaskCreated{.task = id, .name = name, .function = name, .creator = id > 1 ? 1u : 0u});
    emit(TaskScheduled{.handle = id, .task = id});
  }
  // rose sleeps until 2.0, main waits for rose.
  emit(TaskStepStarted{.task = 1, .handle = 1});
  emit(TaskStepFinished{.task = 1, .outcome = StepEnd::suspended, .future = 2, .line = 30});
  emit(TaskStepStarted{.task = 2, .handle = 2});
  emit(FutureCreated{.future = 20, .kind = FutureKind::sleep, .task = 2});
  emit(TimerAdded{.handle = 20, .deadline = 2, .order = 0, .kind = TimerKind::sleep, .task = 2, .future = 20});
  emit(TaskStepFinished{.task = 2, .outcome = StepEnd::suspended, .future = 20, .line = 7});
  emit(TaskStepStarted{.task = 3, .handle = 3, .line = 40});
  recorder.flush();
  narrator.settle();
  told.on = true;
  scene(now);
  recorder.finish();
  narrator.settle();
  return text;
}

const std::string kArrow = "  \xe2\x86\x92 ready queue: ";

}  // namespace

TEST_CASE("the trace of two workers reads as a story") {
  CHECK(text_of<TextTraceSink>(two_workers) == R"( time    task      line  what happens
  0.0    program     12  creates Task-1 for main()  → ready queue: [Task-1]
                         starts the event loop
  0.0    Task-1       9  starts main()
                     10  creates Task-2 for worker()  → ready queue: [Task-2]
                     10  creates Task-3 for worker()  → ready queue: [Task-2, Task-3]
                     10  pauses: waits for Task-2 and Task-3 (gather)
  0.0    Task-2       3  starts worker()
                      4  prints: rose starts
                      5  pauses: sleeps until 2.0
  0.0    Task-3       3  starts worker()
                      4  prints: tulip starts
                      5  pauses: sleeps until 1.0
─── nothing is ready: the clock jumps from 0.0 to 1.0 s, when Task-3's sleep ends
  1.0    loop            Task-3 wakes: its sleep is over  → ready queue: [Task-3]
  1.0    Task-3       5  goes on: its sleep is over
                      6  prints: tulip is done
                      7  ends: returns 'tulip'
                         gather will be told  → ready queue: [gather]
  1.0    loop            tells gather: Task-3 is done
─── nothing is ready: the clock jumps from 1.0 to 2.0 s, when Task-2's sleep ends
  2.0    loop            Task-2 wakes: its sleep is over  → ready queue: [Task-2]
  2.0    Task-2       5  goes on: its sleep is over
                      6  prints: rose is done
                      7  ends: returns 'rose'
                         gather will be told  → ready queue: [gather]
  2.0    loop            tells gather: Task-2 is done
                         Task-1 wakes: gather is complete  → ready queue: [Task-1]
  2.0    Task-1      10  goes on: gather is complete
                     10  ends: returns None
  2.0    program         closes the event loop
─── the program ends at 2.0 s, exit status 0
)");
}

TEST_CASE("columns keep their place for wide names, long times and several lines of output") {
  std::string text = text_of<TextTraceSink>([](double& now) {
    emit(TaskCreated{.task = 1, .name = "\xf0\x9f\x8c\xb9", .function = "grow"});
    emit(TaskScheduled{.handle = 1, .task = 1});
    emit(TaskStepStarted{.task = 1, .handle = 1, .line = 1});
    now = 12.3456;
    emit(Output{.text = "one\ntwo\n", .task = 1, .line = 1234});
    emit(Output{.text = "never ", .task = 1, .line = 2});
    emit(Output{.text = "ended", .task = 1, .line = 2});
  });
  CHECK(text == R"( time    task      line  what happens
  0.0    program         creates 🌹 for grow()  → ready queue: [🌹]
  0.0    🌹           1  starts grow()
 12.3456  🌹        1234  prints: one
                                  two
                       2  prints: never ended
)");
}

TEST_CASE("cancelling: the request, the delivery, the end") {
  CHECK(told([](double&) {
    emit(CancelRequested{.task = 2, .by = 3, .requests = 1, .future = 20, .line = 41});
    emit(FutureResolved{.future = 20, .outcome = FutureOutcome::cancelled, .by = 3});
    emit(TaskScheduled{.handle = 21, .task = 2, .reason = ScheduleReason::woken, .future = 20, .by = 3});
    emit(TaskStepFinished{.task = 3, .outcome = StepEnd::yielded, .line = 42});
    emit(TaskStepStarted{.task = 2, .handle = 21, .how = StepStart::thrown, .line = 7});
    emit(CancelDelivered{.task = 2, .message = "enough", .line = 7});
    emit(TaskFinished{.task = 2, .outcome = TaskOutcome::cancelled, .line = 7});
    emit(TaskScheduled{.handle = 22, .task = 1, .reason = ScheduleReason::woken, .future = 2, .by = 2});
    emit(TaskStepFinished{.task = 2, .outcome = StepEnd::finished});
  }) == "tulip 41 asks rose to cancel, which sleeps until 2.0\n"
        "tulip - wakes rose: its wait is cancelled" + kArrow + "[rose]\n"
        "tulip 42 pauses: lets the others go first" + kArrow + "[rose]\n"
        "rose 7 goes on: CancelledError is raised at its await (enough)\n"
        "rose 7 ends: cancelled\n"
        "rose - wakes main: rose is cancelled" + kArrow + "[main]\n");
}

TEST_CASE("a task cancelled before it starts, and one that does not listen") {
  CHECK(told([](double&) {
    emit(TaskCreated{.task = 4, .name = "lily", .function = "grow", .creator = 3, .line = 50});
    emit(TaskScheduled{.handle = 21, .task = 4, .by = 3});
    emit(CancelRequested{.task = 4, .by = 3, .requests = 2});
    emit(TaskStepFinished{.task = 3, .outcome = StepEnd::suspended, .future = 4});
    emit(TaskStepStarted{.task = 4, .handle = 21, .how = StepStart::thrown});
    emit(CancelDelivered{.task = 4});
    emit(CancelSwallowed{.task = 2, .line = 9});
    emit(TaskUncancelled{.task = 2, .requests = 0});
  }) == "tulip 50 creates lily for grow()" + kArrow + "[lily]\n"
        "tulip - asks lily to cancel, which is ready to run (2 requests by now)\n"
        "tulip - pauses: waits for lily\n"
        "lily - is cancelled before it has started: none of its body runs\n"
        "rose 9 has caught CancelledError and goes on as if nobody had asked\n"
        "lily - takes back a request to cancel rose (0 left)\n");
}

TEST_CASE("holding the loop, and a sleeper that wakes late") {
  CHECK(told([](double& now) {
    now = 3;
    emit(ClockAdvanced{.from = 0, .to = 3, .cause = ClockCause::blocking, .task = 3, .function = "time.sleep", .line = 44});
    emit(TaskStepFinished{.task = 3, .outcome = StepEnd::yielded, .line = 45});
    emit(TimerFired{.handle = 20, .deadline = 2});
    emit(HandleRunStarted{.handle = 20});
    emit(FutureResolved{.future = 20});
    emit(TaskScheduled{.handle = 21, .task = 2, .reason = ScheduleReason::woken, .future = 20});
    emit(HandleRunFinished{.handle = 20});
  }) == "tulip 44 time.sleep holds the loop from 0.0 to 3.0: nothing else can run meanwhile\n"
        "tulip 45 pauses: lets the others go first" + kArrow + "[]\n"
        "loop - rose wakes: its sleep is over, late: it was due at 2.0" + kArrow + "[rose]\n");
}

TEST_CASE("an error that passes from task to task") {
  CHECK(told([](double&) {
    emit(ExceptionRaised{.exception = "ValueError", .message = "no water", .task = 3, .line = 46});
    emit(ExceptionRaised{.exception = "StopIteration", .task = 3});
    emit(TaskFinished{.task = 3, .outcome = TaskOutcome::raised, .exception = "ValueError", .message = "no water", .line = 46});
    emit(TaskScheduled{.handle = 21, .task = 1, .reason = ScheduleReason::woken, .future = 3, .by = 3});
    emit(TaskStepFinished{.task = 3, .outcome = StepEnd::finished});
    emit(TaskStepStarted{.task = 1, .handle = 21, .how = StepStart::thrown, .line = 30});
    emit(ExceptionUnhandled{.kind = UnhandledKind::never_retrieved, .exception = "ValueError", .message = "no water", .task = 3});
  }) == "tulip 46 raises ValueError: no water\n"
        "tulip 46 ends with ValueError: no water\n"
        "tulip - wakes main: tulip is done" + kArrow + "[main]\n"
        "main 30 goes on: its await raises ValueError\n"
        "main - ! nobody ever looked at the failure of tulip: ValueError: no water\n");
}

TEST_CASE("a coroutine object is told only if nothing comes of it at once") {
  CHECK(told([](double&) {
    emit(CoroutineCreated{.coroutine = 5, .function = "greet", .task = 3, .line = 47});
    emit(AwaitStarted{.task = 3, .depth = 1, .target = AwaitTarget::coroutine, .coroutine = 5, .label = "greet", .line = 47});
    emit(AwaitFinished{.task = 3, .depth = 1});
    emit(CoroutineCreated{.coroutine = 6, .function = "asyncio.sleep", .task = 3, .line = 48});
    emit(CoroutineCreated{.coroutine = 7, .function = "greet", .task = 3, .line = 49});
    emit(Output{.text = "hm\n", .task = 3, .line = 50});
    emit(CoroutineNeverAwaited{.coroutine = 7, .function = "greet", .line = 49});
    emit(WarningIssued{.category = "RuntimeWarning", .message = "coroutine 'greet' was never awaited", .task = 3, .line = 49});
  }) == "tulip 47 enters greet()\n"
        "tulip 47 comes back from greet()\n"
        "tulip 49 calls greet(): a coroutine object, none of it has run yet\n"
        "tulip 50 prints: hm\n"
        "tulip 49 ! RuntimeWarning: coroutine 'greet' was never awaited\n");
}

TEST_CASE("locks, queues, semaphores: why one waits and what wakes it") {
  CHECK(told([](double&) {
    emit(SyncCreated{.sync = 1, .kind = SyncKind::lock});
    emit(SyncCreated{.sync = 2, .kind = SyncKind::queue, .name = "orders", .size = 2});
    emit(SyncCreated{.sync = 3, .kind = SyncKind::semaphore, .size = 2});
    emit(SyncChanged{.sync = 1, .change = SyncChange::acquired, .value = 1, .task = 2, .line = 6});
    emit(SyncChanged{.sync = 3, .change = SyncChange::acquired, .value = 1, .task = 3});
    emit(SyncChanged{.sync = 2, .change = SyncChange::put, .value = 1, .task = 3, .item = "'pizza'"});
    emit(FutureCreated{.future = 30, .kind = FutureKind::waiter, .task = 3});
    emit(WaiterAdded{.sync = 1, .future = 30, .task = 3});
    emit(TaskStepFinished{.task = 3, .outcome = StepEnd::suspended, .future = 30, .line = 60});
    emit(FutureResolved{.future = 30});
    emit(TaskScheduled{.handle = 31, .task = 3, .reason = ScheduleReason::woken, .future = 30});
    emit(TaskStepStarted{.task = 3, .handle = 31, .how = StepStart::resumed, .line = 60});
    emit(FutureCreated{.future = 32, .kind = FutureKind::waiter, .task = 3});
    emit(WaiterAdded{.sync = 2, .future = 32, .side = WaiterSide::putter, .task = 3});
    emit(TaskStepFinished{.task = 3, .outcome = StepEnd::suspended, .future = 32, .line = 61});
  }) == "rose 6 takes the lock\n"
        "tulip - takes a permit of the semaphore (1 left)\n"
        "tulip - puts 'pizza' into the queue orders, which holds 1 item\n"
        "tulip 60 pauses: waits for the lock, which rose holds\n"
        "loop - tulip wakes: it is its turn at the lock" + kArrow + "[tulip]\n"
        "tulip 60 goes on: it is its turn at the lock\n"
        "tulip 61 pauses: waits for room in the queue orders\n");
}

TEST_CASE("groups, timeouts, callbacks, deadlock") {
  CHECK(told([](double& now) {
    emit(ScopeEntered{.scope = 1, .kind = ScopeKind::task_group, .task = 3, .line = 70});
    emit(ScopeCancelled{.scope = 1, .cause = ScopeCause::child_failed, .task = 2});
    emit(ScopeExited{.scope = 1, .outcome = ScopeOutcome::raised, .exception = "ExceptionGroup", .line = 70});
    emit(ScopeEntered{.scope = 2, .kind = ScopeKind::timeout, .task = 3, .deadline = 1.5, .line = 71});
    emit(ScopeCancelled{.scope = 2, .cause = ScopeCause::expired});
    emit(TimerAdded{.handle = 40, .deadline = 1.0, .order = 1, .kind = TimerKind::call_later, .label = "ring", .task = 3, .line = 72});
    emit(HandleScheduled{.handle = 41, .kind = HandleKind::callback, .label = "beep", .by = 3});
    emit(TaskStepFinished{.task = 3, .outcome = StepEnd::suspended, .future = 2, .line = 73});
    emit(HandleRunStarted{.handle = 41});
    emit(HandleRunFinished{.handle = 41});
    now = 1;
    emit(ClockAdvanced{.from = 0, .to = 1, .cause = ClockCause::idle, .handle = 40});
    emit(TimerFired{.handle = 40, .deadline = 1.0});
    emit(HandleRunStarted{.handle = 40});
    emit(HandleRunFinished{.handle = 40});
    std::uint32_t tasks[] = {1, 3};
    emit(DeadlockDetected{.tasks = tasks, .message = "main waits for rose", .line = 30});
    emit(RunFinished{.exit = 1, .virtual_seconds = 1, .deadlock = true});
  }) == "tulip 70 enters a TaskGroup\n"
        "tulip - tulip's TaskGroup cancels its other tasks, since rose has failed\n"
        "tulip 70 leaves the TaskGroup with ExceptionGroup\n"
        "tulip 71 sets a timeout at 1.5\n"
        "tulip - tulip's timeout expires\n"
        "tulip 72 sets a timer: ring() at 1.0\n"
        "tulip - schedules beep()" + kArrow + "[callback]\n"
        "tulip 73 pauses: waits for rose\n"
        "loop - calls beep()\n"
        "--- - nothing is ready: the clock jumps from 0.0 to 1.0 s, when ring is due\n"
        "loop - calls ring(): its timer is due\n"
        "--- - deadlock: nothing is ready and no timer is set\n"
        "loop 30 ! main waits for rose\n"
        "--- - the program ends at 1.0 s, exit status 1, in a deadlock\n");
}

TEST_CASE("several who wake together are one row; a long ready queue is cut") {
  std::string text = told([](double&) {
    for (TaskId id = 10; id < 20; id++) {
      std::string name = "w" + std::to_string(id);
      emit(TaskCreated{.task = id, .name = name, .function = "w", .creator = 3});
      emit(TaskScheduled{.handle = id + 100, .task = id, .by = 3});
    }
    emit(FutureCreated{.future = 50, .kind = FutureKind::user, .label = "start", .task = 3});
    emit(FutureResolved{.future = 50, .value = "1", .by = 3, .line = 80});
    emit(TaskScheduled{.handle = 200, .task = 1, .reason = ScheduleReason::woken, .future = 50, .by = 3});
    emit(TaskScheduled{.handle = 201, .task = 2, .reason = ScheduleReason::woken, .future = 50, .by = 3});
    emit(TaskStepFinished{.task = 3, .outcome = StepEnd::yielded});
  });
  CHECK(text.ends_with("tulip 80 gives start its result, 1\n"
                       "tulip - wakes main and rose" + kArrow + "[w10, w11, w12, w13, w14, w15, \xe2\x80\xa6 6 more]\n"
                       "tulip - pauses: lets the others go first" + kArrow + "[w10, w11, w12, w13, w14, w15, \xe2\x80\xa6 6 more]\n"));
}

TEST_CASE("lines show their source") {
  auto sink_text = std::string();
  TextTraceSink* sink = new TextTraceSink(append, &sink_text);
  sink->set_source("a = 1\n  b = 2  # two\n");
  play_to(*sink, [](double&) {
    emit(LineReached{.line = 2, .function = "<module>"});
    emit(LineReached{.line = 9, .function = "<module>"});
  });
  delete sink;
  CHECK(sink_text.ends_with("program      2  | b = 2  # two\n                      9  runs a line\n"));
}

TEST_CASE("rows as JSON for the page") {
  std::string text = text_of<RowsSink>(two_workers);
  CHECK(text.starts_with(R"({"seq":3,"t":0.0,"kind":"step","who":"program","line":12,"text":"creates Task-1 for main()  → ready queue: [Task-1]"})"));
  CHECK(text.find(R"("kind":"rule","who":"loop","text":"nothing is ready)") != text.npos);
}
