// Plays synthetic events to sinks, as the engine would tell them.
#pragma once
#include <string>
#include <vector>

#include "trace/events.hpp"

namespace ap::trace::testing {

inline void append(void* text, const char* data, std::size_t bytes) { static_cast<std::string*>(text)->append(data, bytes); }

struct Collect final : Sink {
  std::vector<std::vector<std::uint32_t>> chunks;
  bool ended = false;
  void on_chunk(Chunk chunk) override { chunks.emplace_back(chunk.begin(), chunk.end()); }
  void on_end() override { ended = true; }
};

// Records what `play(now)` emits; `now` is the clock.
template <class Play>
void play_to(Sink& sink, Play&& play, CategoryMask categories = kAllCategories, std::size_t chunk_words = 1024) {
  double now = 0;
  Recorder recorder(chunk_words);
  recorder.add_sink(sink);
  recorder.set_clock(&now);
  recorder.start(categories);
  play(now);
  recorder.finish();
}

template <class TextSink, class Play>
std::string text_of(Play&& play) {
  std::string text;
  TextSink sink(append, &text);
  play_to(sink, play);
  return text;
}

//  1 import asyncio
//  2
//  3 async def worker(name, seconds):
//  4     print(name, "starts")
//  5     await asyncio.sleep(seconds)
//  6     print(name, "is done")
//  7     return name
//  8
//  9 async def main():
// 10     await asyncio.gather(worker("rose", 2), worker("tulip", 1))
// 11
// 12 asyncio.run(main())
inline void two_workers(double& now) {
  emit(RunStarted{.schema = kSchema, .program = "two.py", .python = "3.14", .seed = 0, .categories = "all"});
  emit(CoroutineCreated{.coroutine = 1, .function = "main", .line = 12});
  emit(LoopCreated{.loop = 1});
  emit(TaskCreated{.task = 1, .name = "Task-1", .function = "main", .coroutine = 1, .loop = 1, .line = 12});
  emit(TaskScheduled{.handle = 1, .task = 1, .reason = ScheduleReason::created});
  emit(LoopStarted{.loop = 1, .future = 1});

  emit(IterationStarted{.iteration = 1, .ready = 1, .timers = 0});
  emit(TaskStepStarted{.task = 1, .handle = 1, .how = StepStart::first, .line = 9});
  emit(CoroutineCreated{.coroutine = 2, .function = "worker", .task = 1, .line = 10});
  emit(CoroutineCreated{.coroutine = 3, .function = "worker", .task = 1, .line = 10});
  emit(TaskCreated{.task = 2, .name = "Task-2", .function = "worker", .coroutine = 2, .creator = 1, .loop = 1, .line = 10});
  emit(TaskScheduled{.handle = 2, .task = 2, .reason = ScheduleReason::created, .by = 1});
  emit(AwaiterAdded{.future = 2, .task = 1});
  emit(FutureCallbackAdded{.future = 2, .label = "gather.<locals>._done_callback"});
  emit(TaskCreated{.task = 3, .name = "Task-3", .function = "worker", .coroutine = 3, .creator = 1, .loop = 1, .line = 10});
  emit(TaskScheduled{.handle = 3, .task = 3, .reason = ScheduleReason::created, .by = 1});
  emit(AwaiterAdded{.future = 3, .task = 1});
  emit(FutureCallbackAdded{.future = 3, .label = "gather.<locals>._done_callback"});
  emit(FutureCreated{.future = 4, .kind = FutureKind::gather, .task = 1, .line = 10});
  std::uint32_t children[] = {2, 3};
  emit(WaitStarted{.kind = WaitKind::gather, .children = children, .future = 4, .task = 1, .line = 10});
  emit(AwaitStarted{.task = 1, .depth = 1, .target = AwaitTarget::future, .future = 4, .label = "gather", .line = 10});
  emit(TaskStepFinished{.task = 1, .outcome = StepEnd::suspended, .future = 4, .line = 10});

  emit(IterationStarted{.iteration = 2, .ready = 2, .timers = 0});
  const char* names[] = {"rose", "tulip"};
  double seconds[] = {2.0, 1.0};
  for (std::uint32_t i = 0; i < 2; i++) {
    TaskId task = 2 + i;
    emit(TaskStepStarted{.task = task, .handle = 2 + i, .how = StepStart::first, .line = 3});
    std::string text = std::string(names[i]) + " starts\n";
    emit(Output{.stream = Stream::stdout_, .text = text, .task = task, .line = 4});
    emit(AwaitStarted{.task = task, .depth = 1, .target = AwaitTarget::coroutine, .coroutine = 4 + i, .label = "asyncio.sleep", .line = 5});
    emit(FutureCreated{.future = 5 + i, .kind = FutureKind::sleep, .task = task, .line = 5});
    emit(TimerAdded{.handle = 4 + i, .deadline = seconds[i], .order = i, .kind = TimerKind::sleep, .task = task, .future = 5 + i, .line = 5});
    emit(TaskStepFinished{.task = task, .outcome = StepEnd::suspended, .future = 5 + i, .line = 5});
  }
  HandleId next = 6;
  for (std::uint32_t i : {1u, 0u}) {
    TaskId task = 2 + i;
    double before = now;
    now = seconds[i];
    emit(ClockAdvanced{.from = before, .to = now, .cause = ClockCause::idle, .handle = 4 + i});
    emit(TimerFired{.handle = 4 + i, .deadline = now});
    emit(IterationStarted{.iteration = 3, .ready = 1, .timers = i});
    emit(HandleRunStarted{.handle = 4 + i});
    emit(FutureResolved{.future = 5 + i, .outcome = FutureOutcome::result});
    emit(TaskScheduled{.handle = next, .task = task, .reason = ScheduleReason::woken, .future = 5 + i});
    emit(HandleRunFinished{.handle = 4 + i});
    emit(IterationStarted{.iteration = 4, .ready = 1, .timers = i});
    emit(TaskStepStarted{.task = task, .handle = next++, .how = StepStart::resumed, .line = 5});
    emit(AwaitFinished{.task = task, .depth = 1});
    std::string text = std::string(names[i]) + " is done\n";
    emit(Output{.stream = Stream::stdout_, .text = text, .task = task, .line = 6});
    std::string value = "'" + std::string(names[i]) + "'";
    emit(TaskFinished{.task = task, .outcome = TaskOutcome::returned, .value = value, .line = 7});
    emit(HandleScheduled{.handle = next, .kind = HandleKind::future_callback, .label = "gather.<locals>._done_callback", .future = task, .by = task});
    emit(TaskStepFinished{.task = task, .outcome = StepEnd::finished});
    emit(IterationStarted{.iteration = 5, .ready = 1, .timers = i});
    emit(HandleRunStarted{.handle = next});
    emit(AwaiterRemoved{.future = task, .task = 1});
    if (i == 0) {
      emit(FutureResolved{.future = 4, .outcome = FutureOutcome::result, .value = "['rose', 'tulip']"});
      emit(TaskScheduled{.handle = next + 1, .task = 1, .reason = ScheduleReason::woken, .future = 4});
    }
    emit(HandleRunFinished{.handle = next++});
  }
  emit(IterationStarted{.iteration = 9, .ready = 1, .timers = 0});
  emit(TaskStepStarted{.task = 1, .handle = next, .how = StepStart::resumed, .line = 10});
  emit(AwaitFinished{.task = 1, .depth = 1});
  emit(TaskFinished{.task = 1, .outcome = TaskOutcome::returned, .line = 10});
  emit(TaskStepFinished{.task = 1, .outcome = StepEnd::finished});
  emit(LoopStopped{.loop = 1});
  emit(LoopClosed{.loop = 1});
  emit(RunFinished{.exit = 0, .virtual_seconds = now});
}

}  // namespace ap::trace::testing
