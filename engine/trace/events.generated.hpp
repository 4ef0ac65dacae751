// Generated from events.def by generate.mjs. Do not edit: change events.def and run it again.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "trace/bytes.hpp"
#include "trace/recorder.hpp"

// Inlined so that nobody listening costs one load and one branch.
#define AP_EMIT [[gnu::always_inline]] inline

namespace ap::trace {

inline constexpr std::uint32_t kSchema = 1;

enum class Category : std::uint8_t {
  run,         // the run's first and last event; recorded whenever anything is
  scheduling,  // the loop, tasks, their steps, handles, timers, futures, cancellation, the clock
  awaits,      // coroutine objects, and which coroutine awaits which inside a task
  sync,        // locks, events, conditions, semaphores, barriers, queues; task groups, timeouts, gathers
  output,      // what the program writes
  problems,    // warnings, lost exceptions, deadlocks, limits, diagnoses
  exceptions,  // each exception at the place where it is raised
  threads,     // threads and executors
  network,     // simulated requests, connections and the data on them
  contexts,    // context variables
  lines,       // each line of the program as it is reached
};
std::string_view name(Category value);

constexpr CategoryMask bit(Category category) { return CategoryMask{1} << static_cast<unsigned>(category); }
inline constexpr CategoryMask kAllCategories = bit(Category::run) | bit(Category::scheduling) | bit(Category::awaits) | bit(Category::sync) | bit(Category::output) | bit(Category::problems) | bit(Category::exceptions) | bit(Category::threads) | bit(Category::network) | bit(Category::contexts) | bit(Category::lines);
inline constexpr CategoryMask kDefaultCategories = bit(Category::run) | bit(Category::scheduling) | bit(Category::awaits) | bit(Category::sync) | bit(Category::output) | bit(Category::problems) | bit(Category::exceptions) | bit(Category::threads) | bit(Category::network) | bit(Category::contexts);
inline constexpr std::size_t kCategoryCount = 11;

// Is anyone listening to events of this category? Ask before preparing what only an event needs, such as a repr.
AP_EMIT bool wants(Category category) { return live_categories & bit(category); }

enum class EventType : std::uint8_t {
  time,                     // no event: see recorder.hpp
  run_started,
  run_finished,
  loop_created,
  loop_started,
  loop_stopped,
  loop_closed,
  iteration_started,
  clock_advanced,
  handle_scheduled,
  handle_run_started,
  handle_run_finished,
  handle_cancelled,
  timer_added,
  timer_fired,
  timer_cancelled,
  task_created,
  task_scheduled,
  task_step_started,
  task_step_finished,
  task_finished,
  task_renamed,
  task_destroyed,
  cancel_requested,
  cancel_delivered,
  cancel_swallowed,
  task_uncancelled,
  future_created,
  future_resolved,
  future_callback_added,
  future_callback_removed,
  awaiter_added,
  awaiter_removed,
  wait_started,
  coroutine_created,
  coroutine_never_awaited,
  await_started,
  await_finished,
  sync_created,
  sync_changed,
  waiter_added,
  waiter_removed,
  scope_entered,
  scope_rescheduled,
  scope_cancelled,
  scope_exited,
  task_joined_group,
  task_left_group,
  output,
  exception_raised,
  exception_unhandled,
  warning_issued,
  deadlock_detected,
  limit_reached,
  diagnosis,
  thread_started,
  thread_blocked,
  thread_finished,
  request_started,
  request_answered,
  connection_opened,
  data_sent,
  data_received,
  connection_closed,
  context_copied,
  context_var_set,
  context_var_reset,
  line_reached,
  lines_left_out,
};
std::string_view name(EventType value);

Category category_of(EventType type);

enum class ClockCause : std::uint8_t {
  idle,       // nothing was ready, so the clock jumped to the next timer
  blocking,   // a call that blocks, such as time.sleep, held the loop meanwhile
  busy_wait,  // the program read the clock again and again; told once, when it stops
};
std::string_view name(ClockCause value);

enum class HandleKind : std::uint8_t {
  callback,         // given to call_soon
  future_callback,  // a done callback of a future that is now done
  threadsafe,       // given to call_soon_threadsafe
  internal,         // of the loop's own machinery
};
std::string_view name(HandleKind value);

enum class TimerKind : std::uint8_t {
  sleep,       // asyncio.sleep
  timeout,     // asyncio.timeout, wait_for or wait
  call_later,  // the program's own call_later or call_at
  network,     // the answer of a simulated request
  thread,      // a thread's end
  internal,    // of the loop's own machinery
};
std::string_view name(TimerKind value);

enum class ScheduleReason : std::uint8_t {
  created,    // to take its first step
  yielded,    // it gave up control for one round (sleep(0))
  woken,      // the future it waits for is done
  cancelled,  // to have a cancellation thrown in, or an error for a bad await
};
std::string_view name(ScheduleReason value);

enum class StepStart : std::uint8_t {
  first,    // its coroutine begins
  resumed,  // the await gives its value
  thrown,   // the await raises what the future holds, or CancelledError
};
std::string_view name(StepStart value);

enum class StepEnd : std::uint8_t {
  suspended,  // it waits for a future
  yielded,    // it is ready again and lets the others go first (sleep(0))
  finished,   // its coroutine has ended; task_finished has told how
};
std::string_view name(StepEnd value);

enum class TaskOutcome : std::uint8_t {
  returned,
  raised,
  cancelled,
};
std::string_view name(TaskOutcome value);

enum class FutureKind : std::uint8_t {
  user,      // made by the program
  sleep,     // asyncio.sleep waits for it
  gather,    // the result of gather
  shield,    // the outer side of shield
  wait,      // wait, wait_for or as_completed waits for it
  waiter,    // someone stands in the line of a lock, queue, event ...
  group,     // a TaskGroup waits in it for its tasks
  executor,  // the result of a thread
  network,   // data or an answer that has not come yet
  internal,  // of the loop's own machinery
};
std::string_view name(FutureKind value);

enum class FutureOutcome : std::uint8_t {
  result,
  exception,
  cancelled,
};
std::string_view name(FutureOutcome value);

enum class WaitKind : std::uint8_t {
  gather,
  wait_all,
  first_completed,
  first_exception,
  as_completed,
  shield,
  wait_for,
};
std::string_view name(WaitKind value);

enum class AwaitTarget : std::uint8_t {
  coroutine,  // a coroutine, which runs inside the same task
  task,       // another task
  future,     // a future
  generator,  // the next value of an async generator
  other,      // an object with __await__
};
std::string_view name(AwaitTarget value);

enum class SyncKind : std::uint8_t {
  lock,
  event,
  condition,
  semaphore,
  barrier,
  queue,
};
std::string_view name(SyncKind value);

enum class SyncChange : std::uint8_t {
  acquired,   // lock, semaphore
  released,   // lock, semaphore
  set,        // event
  cleared,    // event
  notified,   // condition: waiters were chosen to wake up
  put,        // queue
  got,        // queue
  task_done,  // queue
  shut_down,  // queue
  arrived,    // barrier: one more waits
  tripped,    // barrier: all are there
  reset,      // barrier
  broken,     // barrier
};
std::string_view name(SyncChange value);

enum class WaiterSide : std::uint8_t {
  waiter,  // of a lock, event, condition, semaphore or barrier
  getter,  // of a queue, waits for an item
  putter,  // of a queue, waits for room
  joiner,  // of a queue, waits until all items are done
};
std::string_view name(WaiterSide value);

enum class ScopeKind : std::uint8_t {
  task_group,
  timeout,
};
std::string_view name(ScopeKind value);

enum class ScopeCause : std::uint8_t {
  expired,       // the timeout's deadline has come
  child_failed,  // a task of the group raised
  body_failed,   // the group's own body raised
};
std::string_view name(ScopeCause value);

enum class ScopeOutcome : std::uint8_t {
  completed,
  timed_out,
  raised,
  cancelled,
};
std::string_view name(ScopeOutcome value);

enum class Stream : std::uint8_t {
  stdout_,
  stderr_,
};
std::string_view name(Stream value);

enum class UnhandledKind : std::uint8_t {
  uncaught,         // it ended the program
  never_retrieved,  // a task or future failed and nobody ever looked
  in_callback,      // a callback raised; the loop's exception handler was told
  unraisable,       // raised where nobody can catch it, such as in a finaliser
};
std::string_view name(UnhandledKind value);

enum class Severity : std::uint8_t {
  hint,
  warning,
  error,
};
std::string_view name(Severity value);

// The program is about to run. Always the first event.
struct RunStarted {
  static constexpr EventType kType = EventType::run_started;
  static constexpr Category kCategory = Category::run;
  std::uint32_t schema = 0;          // number of this schema
  std::string_view program = {};     // the program's file name, as tracebacks show it
  std::string_view python = {};      // the Python version whose behaviour this is, "3.14"
  std::int64_t seed = 0;             // seed of `random`
  std::string_view categories = {};  // categories switched on, separated by commas
  std::string_view options = {};     // other options that shape the run, as name=value, separated by commas
};
namespace detail {
void record_run_started(std::uint32_t schema, std::string_view program, std::string_view python, std::int64_t seed, std::string_view categories, std::string_view options);
}
AP_EMIT void emit(const RunStarted& e) {
  if (wants(Category::run)) [[unlikely]] detail::record_run_started(e.schema, e.program, e.python, e.seed, e.categories, e.options);
}

// The program has ended and nothing more will happen. Always the last event.
struct RunFinished {
  static constexpr EventType kType = EventType::run_finished;
  static constexpr Category kCategory = Category::run;
  std::int64_t exit = 0;        // exit status, as the terminal command gives it
  double virtual_seconds = 0;   // the clock at the end
  std::string_view limit = {};  // name of the limit that stopped the run
  bool deadlock = false;        // the run ended because nothing could ever become ready
};
namespace detail {
void record_run_finished(std::int64_t exit, double virtual_seconds, std::string_view limit, bool deadlock);
}
AP_EMIT void emit(const RunFinished& e) {
  if (wants(Category::run)) [[unlikely]] detail::record_run_finished(e.exit, e.virtual_seconds, e.limit, e.deadlock);
}

// An event loop was made; it does not run yet.
struct LoopCreated {
  static constexpr EventType kType = EventType::loop_created;
  static constexpr Category kCategory = Category::scheduling;
  LoopId loop = 0;
};
namespace detail {
void record_loop_created(LoopId loop);
}
AP_EMIT void emit(const LoopCreated& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_loop_created(e.loop);
}

// The loop begins to run (run_forever, run_until_complete).
struct LoopStarted {
  static constexpr EventType kType = EventType::loop_started;
  static constexpr Category kCategory = Category::scheduling;
  LoopId loop = 0;
  FutureId future = 0;  // 0: none; it runs until this is done
};
namespace detail {
void record_loop_started(LoopId loop, FutureId future);
}
AP_EMIT void emit(const LoopStarted& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_loop_started(e.loop, e.future);
}

// The loop has left run_forever or run_until_complete.
struct LoopStopped {
  static constexpr EventType kType = EventType::loop_stopped;
  static constexpr Category kCategory = Category::scheduling;
  LoopId loop = 0;
};
namespace detail {
void record_loop_stopped(LoopId loop);
}
AP_EMIT void emit(const LoopStopped& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_loop_stopped(e.loop);
}

// The loop was closed; what was still in its queues is gone.
struct LoopClosed {
  static constexpr EventType kType = EventType::loop_closed;
  static constexpr Category kCategory = Category::scheduling;
  LoopId loop = 0;
};
namespace detail {
void record_loop_closed(LoopId loop);
}
AP_EMIT void emit(const LoopClosed& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_loop_closed(e.loop);
}

// The loop takes the handles that are ready now and will run each of them once, in order.
struct IterationStarted {
  static constexpr EventType kType = EventType::iteration_started;
  static constexpr Category kCategory = Category::scheduling;
  std::uint32_t iteration = 0;  // number of the iteration in this loop, from 1
  std::uint32_t ready = 0;      // handles in this batch (those cancelled meanwhile still count)
  std::uint32_t timers = 0;     // timers still waiting
};
namespace detail {
void record_iteration_started(std::uint32_t iteration, std::uint32_t ready, std::uint32_t timers);
}
AP_EMIT void emit(const IterationStarted& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_iteration_started(e.iteration, e.ready, e.timers);
}

// Virtual time has moved on; `t` is the new time already.
struct ClockAdvanced {
  static constexpr EventType kType = EventType::clock_advanced;
  static constexpr Category kCategory = Category::scheduling;
  double from = 0;                      // the clock before
  double to = 0;                        // the clock now, equal to `t`
  ClockCause cause = ClockCause::idle;
  HandleId handle = 0;                  // 0: none; idle: the timer it jumped to
  TaskId task = 0;                      // 0: none; otherwise: the task that held the loop
  std::string_view function = {};       // the function that took the time, such as "time.sleep"
  Line line = 0;                        // 0: none; where it was called
};
namespace detail {
void record_clock_advanced(double from, double to, ClockCause cause, HandleId handle, TaskId task, std::string_view function, Line line);
}
AP_EMIT void emit(const ClockAdvanced& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_clock_advanced(e.from, e.to, e.cause, e.handle, e.task, e.function, e.line);
}

// A callback was put at the end of the ready queue. (task_scheduled tells the same of a task's step.)
struct HandleScheduled {
  static constexpr EventType kType = EventType::handle_scheduled;
  static constexpr Category kCategory = Category::scheduling;
  HandleId handle = 0;
  HandleKind kind = HandleKind::callback;
  std::string_view label = {};             // name of the callback, such as "gather.done_callback"
  FutureId future = 0;                     // 0: none; future_callback: the future that is done
  TaskId by = 0;                           // 0: none; the task that was running
  LoopId loop = 0;                         // 0: none; where it is not the one that runs
};
namespace detail {
void record_handle_scheduled(HandleId handle, HandleKind kind, std::string_view label, FutureId future, TaskId by, LoopId loop);
}
AP_EMIT void emit(const HandleScheduled& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_handle_scheduled(e.handle, e.kind, e.label, e.future, e.by, e.loop);
}

// The loop calls a callback, first in the ready queue. (task_step_started tells the same of a task's step.)
struct HandleRunStarted {
  static constexpr EventType kType = EventType::handle_run_started;
  static constexpr Category kCategory = Category::scheduling;
  HandleId handle = 0;
};
namespace detail {
void record_handle_run_started(HandleId handle);
}
AP_EMIT void emit(const HandleRunStarted& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_handle_run_started(e.handle);
}

// The callback has returned.
struct HandleRunFinished {
  static constexpr EventType kType = EventType::handle_run_finished;
  static constexpr Category kCategory = Category::scheduling;
  HandleId handle = 0;
};
namespace detail {
void record_handle_run_finished(HandleId handle);
}
AP_EMIT void emit(const HandleRunFinished& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_handle_run_finished(e.handle);
}

// A callback was cancelled while it stood in the ready queue; it will not run.
struct HandleCancelled {
  static constexpr EventType kType = EventType::handle_cancelled;
  static constexpr Category kCategory = Category::scheduling;
  HandleId handle = 0;
  TaskId by = 0;        // 0: none
};
namespace detail {
void record_handle_cancelled(HandleId handle, TaskId by);
}
AP_EMIT void emit(const HandleCancelled& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_handle_cancelled(e.handle, e.by);
}

// A timer was set.
struct TimerAdded {
  static constexpr EventType kType = EventType::timer_added;
  static constexpr Category kCategory = Category::scheduling;
  HandleId handle = 0;
  double deadline = 0;                // when it is due
  std::uint32_t order = 0;            // number of registration in this loop; it decides between equal deadlines
  TimerKind kind = TimerKind::sleep;
  std::string_view label = {};        // name of its callback, where the kind does not say enough
  TaskId task = 0;                    // 0: none; the task that set it
  FutureId future = 0;                // 0: none; the future it will resolve
  Line line = 0;                      // 0: none
  LoopId loop = 0;                    // 0: none; where it is not the one that runs
};
namespace detail {
void record_timer_added(HandleId handle, double deadline, std::uint32_t order, TimerKind kind, std::string_view label, TaskId task, FutureId future, Line line, LoopId loop);
}
AP_EMIT void emit(const TimerAdded& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_timer_added(e.handle, e.deadline, e.order, e.kind, e.label, e.task, e.future, e.line, e.loop);
}

// A timer was due: it left the timers and was put at the end of the ready queue.
struct TimerFired {
  static constexpr EventType kType = EventType::timer_fired;
  static constexpr Category kCategory = Category::scheduling;
  HandleId handle = 0;
  double deadline = 0;  // when it was due; later than that is `t`, if something held the loop
};
namespace detail {
void record_timer_fired(HandleId handle, double deadline);
}
AP_EMIT void emit(const TimerFired& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_timer_fired(e.handle, e.deadline);
}

// A timer was cancelled before it was due.
struct TimerCancelled {
  static constexpr EventType kType = EventType::timer_cancelled;
  static constexpr Category kCategory = Category::scheduling;
  HandleId handle = 0;
  TaskId by = 0;        // 0: none
};
namespace detail {
void record_timer_cancelled(HandleId handle, TaskId by);
}
AP_EMIT void emit(const TimerCancelled& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_timer_cancelled(e.handle, e.by);
}

// A coroutine was made into a task. It runs only when the loop gets to it (unless `eager`).
struct TaskCreated {
  static constexpr EventType kType = EventType::task_created;
  static constexpr Category kCategory = Category::scheduling;
  TaskId task = 0;
  std::string_view name = {};      // its name, "Task-2" unless it was given one
  std::string_view function = {};  // qualified name of its coroutine function
  CoroutineId coroutine = 0;       // 0: none; the coroutine it drives
  TaskId creator = 0;              // the task that created it; none: the loop or a callback
  LoopId loop = 0;                 // 0: none
  Line line = 0;                   // 0: none; where it was created
  bool eager = false;              // it takes its first step at once, inside its creator's
  ContextId context = 0;           // 0: none; it runs in this
};
namespace detail {
void record_task_created(TaskId task, std::string_view name, std::string_view function, CoroutineId coroutine, TaskId creator, LoopId loop, Line line, bool eager, ContextId context);
}
AP_EMIT void emit(const TaskCreated& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_task_created(e.task, e.name, e.function, e.coroutine, e.creator, e.loop, e.line, e.eager, e.context);
}

// A task's next step was put at the end of the ready queue.
struct TaskScheduled {
  static constexpr EventType kType = EventType::task_scheduled;
  static constexpr Category kCategory = Category::scheduling;
  HandleId handle = 0;
  TaskId task = 0;
  ScheduleReason reason = ScheduleReason::created;
  FutureId future = 0;                              // 0: none; woken: the future that is done
  TaskId by = 0;                                    // the task that was running: who woke it; none: a timer or callback that is running
  LoopId loop = 0;                                  // 0: none; where it is not the one that runs
};
namespace detail {
void record_task_scheduled(HandleId handle, TaskId task, ScheduleReason reason, FutureId future, TaskId by, LoopId loop);
}
AP_EMIT void emit(const TaskScheduled& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_task_scheduled(e.handle, e.task, e.reason, e.future, e.by, e.loop);
}

// The loop lets a task run.
struct TaskStepStarted {
  static constexpr EventType kType = EventType::task_step_started;
  static constexpr Category kCategory = Category::scheduling;
  TaskId task = 0;
  HandleId handle = 0;               // first in the ready queue; none: an eager start
  StepStart how = StepStart::first;
  Line line = 0;                     // 0: none; where it goes on: the line of the await it stood at, or of its `async def`
};
namespace detail {
void record_task_step_started(TaskId task, HandleId handle, StepStart how, Line line);
}
AP_EMIT void emit(const TaskStepStarted& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_task_step_started(e.task, e.handle, e.how, e.line);
}

// A task gives control back to the loop.
struct TaskStepFinished {
  static constexpr EventType kType = EventType::task_step_finished;
  static constexpr Category kCategory = Category::scheduling;
  TaskId task = 0;
  StepEnd outcome = StepEnd::suspended;
  FutureId future = 0;                   // 0: none; suspended: what it waits for, possibly a task
  Line line = 0;                         // 0: none; the await it stands at, innermost line of the program
};
namespace detail {
void record_task_step_finished(TaskId task, StepEnd outcome, FutureId future, Line line);
}
AP_EMIT void emit(const TaskStepFinished& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_task_step_finished(e.task, e.outcome, e.future, e.line);
}

// A task is done. What waits for it is scheduled right after this.
struct TaskFinished {
  static constexpr EventType kType = EventType::task_finished;
  static constexpr Category kCategory = Category::scheduling;
  TaskId task = 0;
  TaskOutcome outcome = TaskOutcome::returned;
  std::string_view value = {};                  // returned: what is seen of the value, shortened; absent for None
  std::string_view exception = {};              // raised: the exception's type, such as "ValueError"
  std::string_view message = {};                // raised, cancelled: its text, shortened
  Line line = 0;                                // 0: none; the return, the raise, or the await it was cancelled at
};
namespace detail {
void record_task_finished(TaskId task, TaskOutcome outcome, std::string_view value, std::string_view exception, std::string_view message, Line line);
}
AP_EMIT void emit(const TaskFinished& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_task_finished(e.task, e.outcome, e.value, e.exception, e.message, e.line);
}

// A task was given another name.
struct TaskRenamed {
  static constexpr EventType kType = EventType::task_renamed;
  static constexpr Category kCategory = Category::scheduling;
  TaskId task = 0;
  std::string_view name = {};
};
namespace detail {
void record_task_renamed(TaskId task, std::string_view name);
}
AP_EMIT void emit(const TaskRenamed& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_task_renamed(e.task, e.name);
}

// A task was freed though it was not done ("Task was destroyed but it is pending!").
struct TaskDestroyed {
  static constexpr EventType kType = EventType::task_destroyed;
  static constexpr Category kCategory = Category::scheduling;
  TaskId task = 0;
};
namespace detail {
void record_task_destroyed(TaskId task);
}
AP_EMIT void emit(const TaskDestroyed& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_task_destroyed(e.task);
}

// Someone asked a task to cancel. Nothing has happened inside it yet.
struct CancelRequested {
  static constexpr EventType kType = EventType::cancel_requested;
  static constexpr Category kCategory = Category::scheduling;
  TaskId task = 0;
  TaskId by = 0;                  // who asked; none: the loop, a timer or a callback
  std::uint32_t requests = 0;     // requests not taken back so far, this one included
  FutureId future = 0;            // 0: none; what it waits for, which is cancelled too
  std::string_view message = {};
  Line line = 0;                  // 0: none; where cancel() was called
};
namespace detail {
void record_cancel_requested(TaskId task, TaskId by, std::uint32_t requests, FutureId future, std::string_view message, Line line);
}
AP_EMIT void emit(const CancelRequested& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_cancel_requested(e.task, e.by, e.requests, e.future, e.message, e.line);
}

// CancelledError is thrown into a task, at the await it stands at.
struct CancelDelivered {
  static constexpr EventType kType = EventType::cancel_delivered;
  static constexpr Category kCategory = Category::scheduling;
  TaskId task = 0;
  std::string_view message = {};
  Line line = 0;                  // 0: none; the await; absent where the task never started
};
namespace detail {
void record_cancel_delivered(TaskId task, std::string_view message, Line line);
}
AP_EMIT void emit(const CancelDelivered& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_cancel_delivered(e.task, e.message, e.line);
}

// A task caught CancelledError and went on.
struct CancelSwallowed {
  static constexpr EventType kType = EventType::cancel_swallowed;
  static constexpr Category kCategory = Category::scheduling;
  TaskId task = 0;
  Line line = 0;    // 0: none; where it caught it
};
namespace detail {
void record_cancel_swallowed(TaskId task, Line line);
}
AP_EMIT void emit(const CancelSwallowed& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_cancel_swallowed(e.task, e.line);
}

// A request to cancel was taken back (Task.uncancel).
struct TaskUncancelled {
  static constexpr EventType kType = EventType::task_uncancelled;
  static constexpr Category kCategory = Category::scheduling;
  TaskId task = 0;
  std::uint32_t requests = 0;  // requests that are left
};
namespace detail {
void record_task_uncancelled(TaskId task, std::uint32_t requests);
}
AP_EMIT void emit(const TaskUncancelled& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_task_uncancelled(e.task, e.requests);
}

// A future was made. (A task is told by task_created alone.)
struct FutureCreated {
  static constexpr EventType kType = EventType::future_created;
  static constexpr Category kCategory = Category::scheduling;
  FutureId future = 0;
  FutureKind kind = FutureKind::user;
  std::string_view label = {};         // in words, where the kind does not say enough
  TaskId task = 0;                     // 0: none; the task that was running
  Line line = 0;                       // 0: none
};
namespace detail {
void record_future_created(FutureId future, FutureKind kind, std::string_view label, TaskId task, Line line);
}
AP_EMIT void emit(const FutureCreated& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_future_created(e.future, e.kind, e.label, e.task, e.line);
}

// A future is done. What waits for it is scheduled right after this. (A task is told by task_finished alone.)
struct FutureResolved {
  static constexpr EventType kType = EventType::future_resolved;
  static constexpr Category kCategory = Category::scheduling;
  FutureId future = 0;
  FutureOutcome outcome = FutureOutcome::result;
  std::string_view value = {};                    // result: what is seen of it, shortened; absent for None
  std::string_view exception = {};                // exception: its type
  std::string_view message = {};                  // exception, cancelled: its text, shortened
  TaskId by = 0;                                  // the task that was running; none: a timer or callback
  Line line = 0;                                  // 0: none
};
namespace detail {
void record_future_resolved(FutureId future, FutureOutcome outcome, std::string_view value, std::string_view exception, std::string_view message, TaskId by, Line line);
}
AP_EMIT void emit(const FutureResolved& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_future_resolved(e.future, e.outcome, e.value, e.exception, e.message, e.by, e.line);
}

// A done callback was added to a future. (The wake-up of the task that awaits it is told by task_step_finished.)
struct FutureCallbackAdded {
  static constexpr EventType kType = EventType::future_callback_added;
  static constexpr Category kCategory = Category::scheduling;
  FutureId future = 0;
  std::string_view label = {};
};
namespace detail {
void record_future_callback_added(FutureId future, std::string_view label);
}
AP_EMIT void emit(const FutureCallbackAdded& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_future_callback_added(e.future, e.label);
}

// A done callback was taken off a future before it was done.
struct FutureCallbackRemoved {
  static constexpr EventType kType = EventType::future_callback_removed;
  static constexpr Category kCategory = Category::scheduling;
  FutureId future = 0;
  std::string_view label = {};
};
namespace detail {
void record_future_callback_removed(FutureId future, std::string_view label);
}
AP_EMIT void emit(const FutureCallbackRemoved& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_future_callback_removed(e.future, e.label);
}

// A task waits for a future through gather, wait, shield or a TaskGroup.
struct AwaiterAdded {
  static constexpr EventType kType = EventType::awaiter_added;
  static constexpr Category kCategory = Category::scheduling;
  FutureId future = 0;
  TaskId task = 0;      // who waits
};
namespace detail {
void record_awaiter_added(FutureId future, TaskId task);
}
AP_EMIT void emit(const AwaiterAdded& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_awaiter_added(e.future, e.task);
}

// A task no longer waits for a future through gather, wait, shield or a TaskGroup.
struct AwaiterRemoved {
  static constexpr EventType kType = EventType::awaiter_removed;
  static constexpr Category kCategory = Category::scheduling;
  FutureId future = 0;
  TaskId task = 0;
};
namespace detail {
void record_awaiter_removed(FutureId future, TaskId task);
}
AP_EMIT void emit(const AwaiterRemoved& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_awaiter_removed(e.future, e.task);
}

// A call that waits for several futures at once, or for one in a special way, began.
struct WaitStarted {
  static constexpr EventType kType = EventType::wait_started;
  static constexpr Category kCategory = Category::scheduling;
  WaitKind kind = WaitKind::gather;
  std::span<const FutureId> children = {};  // what it waits for, in the order of its arguments
  FutureId future = 0;                      // 0: none; gather and shield: the future it gives; otherwise the one it waits in, if made yet
  TaskId task = 0;                          // 0: none; who called it
  double timeout = kNoSeconds;
  Line line = 0;                            // 0: none
};
namespace detail {
void record_wait_started(WaitKind kind, std::span<const FutureId> children, FutureId future, TaskId task, double timeout, Line line);
}
AP_EMIT void emit(const WaitStarted& e) {
  if (wants(Category::scheduling)) [[unlikely]] detail::record_wait_started(e.kind, e.children, e.future, e.task, e.timeout, e.line);
}

// An `async def` was called: there is a coroutine object now, and none of its body has run.
struct CoroutineCreated {
  static constexpr EventType kType = EventType::coroutine_created;
  static constexpr Category kCategory = Category::awaits;
  CoroutineId coroutine = 0;
  std::string_view function = {};  // its qualified name; the library's own with their module, "asyncio.sleep"
  TaskId task = 0;                 // 0: none; the task that was running
  Line line = 0;                   // 0: none; where it was called
};
namespace detail {
void record_coroutine_created(CoroutineId coroutine, std::string_view function, TaskId task, Line line);
}
AP_EMIT void emit(const CoroutineCreated& e) {
  if (wants(Category::awaits)) [[unlikely]] detail::record_coroutine_created(e.coroutine, e.function, e.task, e.line);
}

// A coroutine object was dropped though it never ran.
struct CoroutineNeverAwaited {
  static constexpr EventType kType = EventType::coroutine_never_awaited;
  static constexpr Category kCategory = Category::awaits;
  CoroutineId coroutine = 0;
  std::string_view function = {};
  Line line = 0;                   // 0: none; where it was called
};
namespace detail {
void record_coroutine_never_awaited(CoroutineId coroutine, std::string_view function, Line line);
}
AP_EMIT void emit(const CoroutineNeverAwaited& e) {
  if (wants(Category::awaits)) [[unlikely]] detail::record_coroutine_never_awaited(e.coroutine, e.function, e.line);
}

// Inside a task, an await began: pushed on the task's await stack.
struct AwaitStarted {
  static constexpr EventType kType = EventType::await_started;
  static constexpr Category kCategory = Category::awaits;
  TaskId task = 0;                              // 0: none
  std::uint32_t depth = 0;                      // how deep the stack is now, from 1
  AwaitTarget target = AwaitTarget::coroutine;
  CoroutineId coroutine = 0;                    // 0: none; what is awaited, if a coroutine
  FutureId future = 0;                          // 0: none; what is awaited, if a task or future
  std::string_view label = {};                  // coroutine, generator: its qualified name (the library's own with their module: "asyncio.sleep")
  Line line = 0;                                // 0: none; the line that awaits
};
namespace detail {
void record_await_started(TaskId task, std::uint32_t depth, AwaitTarget target, CoroutineId coroutine, FutureId future, std::string_view label, Line line);
}
AP_EMIT void emit(const AwaitStarted& e) {
  if (wants(Category::awaits)) [[unlikely]] detail::record_await_started(e.task, e.depth, e.target, e.coroutine, e.future, e.label, e.line);
}

// The innermost await of a task gave its value or raised: popped from the task's await stack.
struct AwaitFinished {
  static constexpr EventType kType = EventType::await_finished;
  static constexpr Category kCategory = Category::awaits;
  TaskId task = 0;          // 0: none
  std::uint32_t depth = 0;  // how deep it was, as await_started said
};
namespace detail {
void record_await_finished(TaskId task, std::uint32_t depth);
}
AP_EMIT void emit(const AwaitFinished& e) {
  if (wants(Category::awaits)) [[unlikely]] detail::record_await_finished(e.task, e.depth);
}

// A lock, event, condition, semaphore, barrier or queue was made.
struct SyncCreated {
  static constexpr EventType kType = EventType::sync_created;
  static constexpr Category kCategory = Category::sync;
  SyncId sync = 0;
  SyncKind kind = SyncKind::lock;
  std::string_view name = {};      // the variable it was first given to, if known
  std::uint32_t size = 0;          // queue: maximum size, 0 for none; semaphore: permits; barrier: parties
  SyncId lock = 0;                 // 0: none; condition: its lock
  Line line = 0;                   // 0: none
};
namespace detail {
void record_sync_created(SyncId sync, SyncKind kind, std::string_view name, std::uint32_t size, SyncId lock, Line line);
}
AP_EMIT void emit(const SyncCreated& e) {
  if (wants(Category::sync)) [[unlikely]] detail::record_sync_created(e.sync, e.kind, e.name, e.size, e.lock, e.line);
}

// A lock, event, condition, semaphore, barrier or queue changed.
struct SyncChanged {
  static constexpr EventType kType = EventType::sync_changed;
  static constexpr Category kCategory = Category::sync;
  SyncId sync = 0;
  SyncChange change = SyncChange::acquired;
  std::uint32_t value = 0;                   // now: lock 1 if locked; event 1 if set; semaphore permits left; queue items; barrier waiting
  TaskId task = 0;                           // 0: none; who did it
  std::string_view item = {};                // queue: what is seen of the item, shortened
  std::uint32_t unfinished = 0;              // 0: none; queue: items put and not marked as done
  Line line = 0;                             // 0: none
};
namespace detail {
void record_sync_changed(SyncId sync, SyncChange change, std::uint32_t value, TaskId task, std::string_view item, std::uint32_t unfinished, Line line);
}
AP_EMIT void emit(const SyncChanged& e) {
  if (wants(Category::sync)) [[unlikely]] detail::record_sync_changed(e.sync, e.change, e.value, e.task, e.item, e.unfinished, e.line);
}

// A task stands at the end of the line of a lock, queue ...
struct WaiterAdded {
  static constexpr EventType kType = EventType::waiter_added;
  static constexpr Category kCategory = Category::sync;
  SyncId sync = 0;
  FutureId future = 0;                   // the future it will wait for
  WaiterSide side = WaiterSide::waiter;
  TaskId task = 0;                       // 0: none
};
namespace detail {
void record_waiter_added(SyncId sync, FutureId future, WaiterSide side, TaskId task);
}
AP_EMIT void emit(const WaiterAdded& e) {
  if (wants(Category::sync)) [[unlikely]] detail::record_waiter_added(e.sync, e.future, e.side, e.task);
}

// A task left the line of a lock, queue ...
struct WaiterRemoved {
  static constexpr EventType kType = EventType::waiter_removed;
  static constexpr Category kCategory = Category::sync;
  SyncId sync = 0;
  FutureId future = 0;
};
namespace detail {
void record_waiter_removed(SyncId sync, FutureId future);
}
AP_EMIT void emit(const WaiterRemoved& e) {
  if (wants(Category::sync)) [[unlikely]] detail::record_waiter_removed(e.sync, e.future);
}

// A task entered `async with` of a TaskGroup or a timeout.
struct ScopeEntered {
  static constexpr EventType kType = EventType::scope_entered;
  static constexpr Category kCategory = Category::sync;
  ScopeId scope = 0;
  ScopeKind kind = ScopeKind::task_group;
  TaskId task = 0;                         // 0: none
  double deadline = kNoSeconds;            // timeout: when it expires
  Line line = 0;                           // 0: none
};
namespace detail {
void record_scope_entered(ScopeId scope, ScopeKind kind, TaskId task, double deadline, Line line);
}
AP_EMIT void emit(const ScopeEntered& e) {
  if (wants(Category::sync)) [[unlikely]] detail::record_scope_entered(e.scope, e.kind, e.task, e.deadline, e.line);
}

// A timeout was given another deadline.
struct ScopeRescheduled {
  static constexpr EventType kType = EventType::scope_rescheduled;
  static constexpr Category kCategory = Category::sync;
  ScopeId scope = 0;
  double deadline = kNoSeconds;  // absent: never
};
namespace detail {
void record_scope_rescheduled(ScopeId scope, double deadline);
}
AP_EMIT void emit(const ScopeRescheduled& e) {
  if (wants(Category::sync)) [[unlikely]] detail::record_scope_rescheduled(e.scope, e.deadline);
}

// A group or timeout begins to cancel what is inside it.
struct ScopeCancelled {
  static constexpr EventType kType = EventType::scope_cancelled;
  static constexpr Category kCategory = Category::sync;
  ScopeId scope = 0;
  ScopeCause cause = ScopeCause::expired;
  TaskId task = 0;                         // 0: none; child_failed: which
};
namespace detail {
void record_scope_cancelled(ScopeId scope, ScopeCause cause, TaskId task);
}
AP_EMIT void emit(const ScopeCancelled& e) {
  if (wants(Category::sync)) [[unlikely]] detail::record_scope_cancelled(e.scope, e.cause, e.task);
}

// A task left `async with` of a TaskGroup or a timeout.
struct ScopeExited {
  static constexpr EventType kType = EventType::scope_exited;
  static constexpr Category kCategory = Category::sync;
  ScopeId scope = 0;
  ScopeOutcome outcome = ScopeOutcome::completed;
  std::string_view exception = {};                 // type of the exception that leaves it
  Line line = 0;                                   // 0: none
};
namespace detail {
void record_scope_exited(ScopeId scope, ScopeOutcome outcome, std::string_view exception, Line line);
}
AP_EMIT void emit(const ScopeExited& e) {
  if (wants(Category::sync)) [[unlikely]] detail::record_scope_exited(e.scope, e.outcome, e.exception, e.line);
}

// A task belongs to a TaskGroup from now on.
struct TaskJoinedGroup {
  static constexpr EventType kType = EventType::task_joined_group;
  static constexpr Category kCategory = Category::sync;
  ScopeId scope = 0;
  TaskId task = 0;
};
namespace detail {
void record_task_joined_group(ScopeId scope, TaskId task);
}
AP_EMIT void emit(const TaskJoinedGroup& e) {
  if (wants(Category::sync)) [[unlikely]] detail::record_task_joined_group(e.scope, e.task);
}

// A task of a TaskGroup is done and the group has taken note.
struct TaskLeftGroup {
  static constexpr EventType kType = EventType::task_left_group;
  static constexpr Category kCategory = Category::sync;
  ScopeId scope = 0;
  TaskId task = 0;
};
namespace detail {
void record_task_left_group(ScopeId scope, TaskId task);
}
AP_EMIT void emit(const TaskLeftGroup& e) {
  if (wants(Category::sync)) [[unlikely]] detail::record_task_left_group(e.scope, e.task);
}

// The program wrote something.
struct Output {
  static constexpr EventType kType = EventType::output;
  static constexpr Category kCategory = Category::output;
  Stream stream = Stream::stdout_;
  std::string_view text = {};
  TaskId task = 0;                  // 0: none; who wrote it
  Line line = 0;                    // 0: none
};
namespace detail {
void record_output(Stream stream, std::string_view text, TaskId task, Line line);
}
AP_EMIT void emit(const Output& e) {
  if (wants(Category::output)) [[unlikely]] detail::record_output(e.stream, e.text, e.task, e.line);
}

// An exception was raised in the program; whether anyone catches it is not known yet.
struct ExceptionRaised {
  static constexpr EventType kType = EventType::exception_raised;
  static constexpr Category kCategory = Category::exceptions;
  std::string_view exception = {};  // its type
  std::string_view message = {};    // its text, shortened
  TaskId task = 0;                  // 0: none
  Line line = 0;                    // 0: none
};
namespace detail {
void record_exception_raised(std::string_view exception, std::string_view message, TaskId task, Line line);
}
AP_EMIT void emit(const ExceptionRaised& e) {
  if (wants(Category::exceptions)) [[unlikely]] detail::record_exception_raised(e.exception, e.message, e.task, e.line);
}

// An exception was not handled by the program.
struct ExceptionUnhandled {
  static constexpr EventType kType = EventType::exception_unhandled;
  static constexpr Category kCategory = Category::problems;
  UnhandledKind kind = UnhandledKind::uncaught;
  std::string_view exception = {};
  std::string_view message = {};
  TaskId task = 0;                               // 0: none
  FutureId future = 0;                           // 0: none
  Line line = 0;                                 // 0: none
};
namespace detail {
void record_exception_unhandled(UnhandledKind kind, std::string_view exception, std::string_view message, TaskId task, FutureId future, Line line);
}
AP_EMIT void emit(const ExceptionUnhandled& e) {
  if (wants(Category::problems)) [[unlikely]] detail::record_exception_unhandled(e.kind, e.exception, e.message, e.task, e.future, e.line);
}

// A warning, as Python prints it on stderr.
struct WarningIssued {
  static constexpr EventType kType = EventType::warning_issued;
  static constexpr Category kCategory = Category::problems;
  std::string_view category = {};  // such as "RuntimeWarning"
  std::string_view message = {};
  TaskId task = 0;                 // 0: none
  Line line = 0;                   // 0: none
};
namespace detail {
void record_warning_issued(std::string_view category, std::string_view message, TaskId task, Line line);
}
AP_EMIT void emit(const WarningIssued& e) {
  if (wants(Category::problems)) [[unlikely]] detail::record_warning_issued(e.category, e.message, e.task, e.line);
}

// Nothing is ready, no timer is set, and tasks still wait: they would wait for ever.
struct DeadlockDetected {
  static constexpr EventType kType = EventType::deadlock_detected;
  static constexpr Category kCategory = Category::problems;
  std::span<const FutureId> tasks = {};  // the tasks that wait
  std::string_view message = {};         // who waits for whom, in words
  Line line = 0;                         // 0: none; where the first of them waits
};
namespace detail {
void record_deadlock_detected(std::span<const FutureId> tasks, std::string_view message, Line line);
}
AP_EMIT void emit(const DeadlockDetected& e) {
  if (wants(Category::problems)) [[unlikely]] detail::record_deadlock_detected(e.tasks, e.message, e.line);
}

// A limit of the playground stopped the run.
struct LimitReached {
  static constexpr EventType kType = EventType::limit_reached;
  static constexpr Category kCategory = Category::problems;
  std::string_view limit = {};    // its name: steps, memory, output, events, depth, virtual_time ...
  std::string_view message = {};  // in words, with the number
  TaskId task = 0;                // 0: none
  Line line = 0;                  // 0: none
};
namespace detail {
void record_limit_reached(std::string_view limit, std::string_view message, TaskId task, Line line);
}
AP_EMIT void emit(const LimitReached& e) {
  if (wants(Category::problems)) [[unlikely]] detail::record_limit_reached(e.limit, e.message, e.task, e.line);
}

// The playground noticed a mistake that is usual in asyncio programs.
struct Diagnosis {
  static constexpr EventType kType = EventType::diagnosis;
  static constexpr Category kCategory = Category::problems;
  std::string_view code = {};              // name of the mistake, such as "never_awaited"
  Severity severity = Severity::hint;
  double at = 0;                           // when it happened; it may be noticed later
  std::string_view message = {};           // what happened and why it matters, for a beginner
  std::string_view fix = {};               // what to write instead
  TaskId task = 0;                         // 0: none
  std::span<const FutureId> related = {};  // other tasks and futures it is about
  Line line = 0;                           // 0: none
};
namespace detail {
void record_diagnosis(std::string_view code, Severity severity, double at, std::string_view message, std::string_view fix, TaskId task, std::span<const FutureId> related, Line line);
}
AP_EMIT void emit(const Diagnosis& e) {
  if (wants(Category::problems)) [[unlikely]] detail::record_diagnosis(e.code, e.severity, e.at, e.message, e.fix, e.task, e.related, e.line);
}

// A thread began to run a function.
struct ThreadStarted {
  static constexpr EventType kType = EventType::thread_started;
  static constexpr Category kCategory = Category::threads;
  ThreadId thread = 0;
  std::string_view name = {};
  std::string_view function = {};
  TaskId task = 0;                 // 0: none; who started it
  FutureId future = 0;             // 0: none; resolved when it ends
  Line line = 0;                   // 0: none
};
namespace detail {
void record_thread_started(ThreadId thread, std::string_view name, std::string_view function, TaskId task, FutureId future, Line line);
}
AP_EMIT void emit(const ThreadStarted& e) {
  if (wants(Category::threads)) [[unlikely]] detail::record_thread_started(e.thread, e.name, e.function, e.task, e.future, e.line);
}

// A thread waits, without holding the loop.
struct ThreadBlocked {
  static constexpr EventType kType = EventType::thread_blocked;
  static constexpr Category kCategory = Category::threads;
  ThreadId thread = 0;
  std::string_view function = {};  // what it waits in, such as "time.sleep"
  double until = kNoSeconds;       // when it goes on
  Line line = 0;                   // 0: none
};
namespace detail {
void record_thread_blocked(ThreadId thread, std::string_view function, double until, Line line);
}
AP_EMIT void emit(const ThreadBlocked& e) {
  if (wants(Category::threads)) [[unlikely]] detail::record_thread_blocked(e.thread, e.function, e.until, e.line);
}

// A thread's function has ended.
struct ThreadFinished {
  static constexpr EventType kType = EventType::thread_finished;
  static constexpr Category kCategory = Category::threads;
  ThreadId thread = 0;
  std::string_view exception = {};  // type of what it raised
};
namespace detail {
void record_thread_finished(ThreadId thread, std::string_view exception);
}
AP_EMIT void emit(const ThreadFinished& e) {
  if (wants(Category::threads)) [[unlikely]] detail::record_thread_finished(e.thread, e.exception);
}

// A simulated request was sent.
struct RequestStarted {
  static constexpr EventType kType = EventType::request_started;
  static constexpr Category kCategory = Category::network;
  RequestId request = 0;
  std::string_view method = {};  // such as "GET"
  std::string_view url = {};
  TaskId task = 0;               // 0: none
  FutureId future = 0;           // 0: none; resolved by the answer
  Line line = 0;                 // 0: none
};
namespace detail {
void record_request_started(RequestId request, std::string_view method, std::string_view url, TaskId task, FutureId future, Line line);
}
AP_EMIT void emit(const RequestStarted& e) {
  if (wants(Category::network)) [[unlikely]] detail::record_request_started(e.request, e.method, e.url, e.task, e.future, e.line);
}

// A simulated request was answered, or failed.
struct RequestAnswered {
  static constexpr EventType kType = EventType::request_answered;
  static constexpr Category kCategory = Category::network;
  RequestId request = 0;
  std::uint32_t status = 0;         // such as 200; 0 where there was no answer
  std::uint32_t bytes = 0;
  std::string_view exception = {};  // type of the error where there was no answer
};
namespace detail {
void record_request_answered(RequestId request, std::uint32_t status, std::uint32_t bytes, std::string_view exception);
}
AP_EMIT void emit(const RequestAnswered& e) {
  if (wants(Category::network)) [[unlikely]] detail::record_request_answered(e.request, e.status, e.bytes, e.exception);
}

// A simulated connection stands.
struct ConnectionOpened {
  static constexpr EventType kType = EventType::connection_opened;
  static constexpr Category kCategory = Category::network;
  ConnectionId connection = 0;
  ConnectionId peer = 0;          // 0: none; its other end
  std::string_view address = {};  // host and port
  bool server = false;            // this is the accepting end
  TaskId task = 0;                // 0: none
};
namespace detail {
void record_connection_opened(ConnectionId connection, ConnectionId peer, std::string_view address, bool server, TaskId task);
}
AP_EMIT void emit(const ConnectionOpened& e) {
  if (wants(Category::network)) [[unlikely]] detail::record_connection_opened(e.connection, e.peer, e.address, e.server, e.task);
}

// Data was written to a connection.
struct DataSent {
  static constexpr EventType kType = EventType::data_sent;
  static constexpr Category kCategory = Category::network;
  ConnectionId connection = 0;
  std::uint32_t bytes = 0;
  std::string_view preview = {};  // its beginning
  TaskId task = 0;                // 0: none
};
namespace detail {
void record_data_sent(ConnectionId connection, std::uint32_t bytes, std::string_view preview, TaskId task);
}
AP_EMIT void emit(const DataSent& e) {
  if (wants(Category::network)) [[unlikely]] detail::record_data_sent(e.connection, e.bytes, e.preview, e.task);
}

// Data arrived at this end of a connection and can be read.
struct DataReceived {
  static constexpr EventType kType = EventType::data_received;
  static constexpr Category kCategory = Category::network;
  ConnectionId connection = 0;
  std::uint32_t bytes = 0;
  std::string_view preview = {};
};
namespace detail {
void record_data_received(ConnectionId connection, std::uint32_t bytes, std::string_view preview);
}
AP_EMIT void emit(const DataReceived& e) {
  if (wants(Category::network)) [[unlikely]] detail::record_data_received(e.connection, e.bytes, e.preview);
}

// This end of a connection was closed.
struct ConnectionClosed {
  static constexpr EventType kType = EventType::connection_closed;
  static constexpr Category kCategory = Category::network;
  ConnectionId connection = 0;
  TaskId task = 0;              // 0: none
};
namespace detail {
void record_connection_closed(ConnectionId connection, TaskId task);
}
AP_EMIT void emit(const ConnectionClosed& e) {
  if (wants(Category::network)) [[unlikely]] detail::record_connection_closed(e.connection, e.task);
}

// A context that is not empty was copied; the copy holds the same values from now on.
struct ContextCopied {
  static constexpr EventType kType = EventType::context_copied;
  static constexpr Category kCategory = Category::contexts;
  ContextId context = 0;  // the copy
  ContextId from = 0;
};
namespace detail {
void record_context_copied(ContextId context, ContextId from);
}
AP_EMIT void emit(const ContextCopied& e) {
  if (wants(Category::contexts)) [[unlikely]] detail::record_context_copied(e.context, e.from);
}

// A context variable was set.
struct ContextVarSet {
  static constexpr EventType kType = EventType::context_var_set;
  static constexpr Category kCategory = Category::contexts;
  ContextId context = 0;
  std::string_view name = {};
  std::string_view value = {};  // what is seen of the value, shortened
  TaskId task = 0;              // 0: none
  Line line = 0;                // 0: none
};
namespace detail {
void record_context_var_set(ContextId context, std::string_view name, std::string_view value, TaskId task, Line line);
}
AP_EMIT void emit(const ContextVarSet& e) {
  if (wants(Category::contexts)) [[unlikely]] detail::record_context_var_set(e.context, e.name, e.value, e.task, e.line);
}

// A context variable was given back the value it had before, or none.
struct ContextVarReset {
  static constexpr EventType kType = EventType::context_var_reset;
  static constexpr Category kCategory = Category::contexts;
  ContextId context = 0;
  std::string_view name = {};
  std::string_view value = {};  // absent: it has none again
  TaskId task = 0;              // 0: none
  Line line = 0;                // 0: none
};
namespace detail {
void record_context_var_reset(ContextId context, std::string_view name, std::string_view value, TaskId task, Line line);
}
AP_EMIT void emit(const ContextVarReset& e) {
  if (wants(Category::contexts)) [[unlikely]] detail::record_context_var_reset(e.context, e.name, e.value, e.task, e.line);
}

// The program is about to run this line.
struct LineReached {
  static constexpr EventType kType = EventType::line_reached;
  static constexpr Category kCategory = Category::lines;
  Line line = 0;
  std::string_view function = {};  // qualified name of the function, "<module>" outside any
  TaskId task = 0;                 // 0: none
};
namespace detail {
void record_line_reached(Line line, std::string_view function, TaskId task);
}
AP_EMIT void emit(const LineReached& e) {
  if (wants(Category::lines)) [[unlikely]] detail::record_line_reached(e.line, e.function, e.task);
}

// So many lines ran in a row while nothing else happened. Until something does, they are not told.
struct LinesLeftOut {
  static constexpr EventType kType = EventType::lines_left_out;
  static constexpr Category kCategory = Category::lines;
  std::uint32_t lines = 0;
  TaskId task = 0;          // 0: none
};
namespace detail {
void record_lines_left_out(std::uint32_t lines, TaskId task);
}
AP_EMIT void emit(const LinesLeftOut& e) {
  if (wants(Category::lines)) [[unlikely]] detail::record_lines_left_out(e.lines, e.task);
}

// Hears every event of a chunk, in order, each as its struct. Texts and lists are gone when the call returns.
class EventVisitor {
 public:
  virtual void on_run_started(const At&, const RunStarted&) {}
  virtual void on_run_finished(const At&, const RunFinished&) {}
  virtual void on_loop_created(const At&, const LoopCreated&) {}
  virtual void on_loop_started(const At&, const LoopStarted&) {}
  virtual void on_loop_stopped(const At&, const LoopStopped&) {}
  virtual void on_loop_closed(const At&, const LoopClosed&) {}
  virtual void on_iteration_started(const At&, const IterationStarted&) {}
  virtual void on_clock_advanced(const At&, const ClockAdvanced&) {}
  virtual void on_handle_scheduled(const At&, const HandleScheduled&) {}
  virtual void on_handle_run_started(const At&, const HandleRunStarted&) {}
  virtual void on_handle_run_finished(const At&, const HandleRunFinished&) {}
  virtual void on_handle_cancelled(const At&, const HandleCancelled&) {}
  virtual void on_timer_added(const At&, const TimerAdded&) {}
  virtual void on_timer_fired(const At&, const TimerFired&) {}
  virtual void on_timer_cancelled(const At&, const TimerCancelled&) {}
  virtual void on_task_created(const At&, const TaskCreated&) {}
  virtual void on_task_scheduled(const At&, const TaskScheduled&) {}
  virtual void on_task_step_started(const At&, const TaskStepStarted&) {}
  virtual void on_task_step_finished(const At&, const TaskStepFinished&) {}
  virtual void on_task_finished(const At&, const TaskFinished&) {}
  virtual void on_task_renamed(const At&, const TaskRenamed&) {}
  virtual void on_task_destroyed(const At&, const TaskDestroyed&) {}
  virtual void on_cancel_requested(const At&, const CancelRequested&) {}
  virtual void on_cancel_delivered(const At&, const CancelDelivered&) {}
  virtual void on_cancel_swallowed(const At&, const CancelSwallowed&) {}
  virtual void on_task_uncancelled(const At&, const TaskUncancelled&) {}
  virtual void on_future_created(const At&, const FutureCreated&) {}
  virtual void on_future_resolved(const At&, const FutureResolved&) {}
  virtual void on_future_callback_added(const At&, const FutureCallbackAdded&) {}
  virtual void on_future_callback_removed(const At&, const FutureCallbackRemoved&) {}
  virtual void on_awaiter_added(const At&, const AwaiterAdded&) {}
  virtual void on_awaiter_removed(const At&, const AwaiterRemoved&) {}
  virtual void on_wait_started(const At&, const WaitStarted&) {}
  virtual void on_coroutine_created(const At&, const CoroutineCreated&) {}
  virtual void on_coroutine_never_awaited(const At&, const CoroutineNeverAwaited&) {}
  virtual void on_await_started(const At&, const AwaitStarted&) {}
  virtual void on_await_finished(const At&, const AwaitFinished&) {}
  virtual void on_sync_created(const At&, const SyncCreated&) {}
  virtual void on_sync_changed(const At&, const SyncChanged&) {}
  virtual void on_waiter_added(const At&, const WaiterAdded&) {}
  virtual void on_waiter_removed(const At&, const WaiterRemoved&) {}
  virtual void on_scope_entered(const At&, const ScopeEntered&) {}
  virtual void on_scope_rescheduled(const At&, const ScopeRescheduled&) {}
  virtual void on_scope_cancelled(const At&, const ScopeCancelled&) {}
  virtual void on_scope_exited(const At&, const ScopeExited&) {}
  virtual void on_task_joined_group(const At&, const TaskJoinedGroup&) {}
  virtual void on_task_left_group(const At&, const TaskLeftGroup&) {}
  virtual void on_output(const At&, const Output&) {}
  virtual void on_exception_raised(const At&, const ExceptionRaised&) {}
  virtual void on_exception_unhandled(const At&, const ExceptionUnhandled&) {}
  virtual void on_warning_issued(const At&, const WarningIssued&) {}
  virtual void on_deadlock_detected(const At&, const DeadlockDetected&) {}
  virtual void on_limit_reached(const At&, const LimitReached&) {}
  virtual void on_diagnosis(const At&, const Diagnosis&) {}
  virtual void on_thread_started(const At&, const ThreadStarted&) {}
  virtual void on_thread_blocked(const At&, const ThreadBlocked&) {}
  virtual void on_thread_finished(const At&, const ThreadFinished&) {}
  virtual void on_request_started(const At&, const RequestStarted&) {}
  virtual void on_request_answered(const At&, const RequestAnswered&) {}
  virtual void on_connection_opened(const At&, const ConnectionOpened&) {}
  virtual void on_data_sent(const At&, const DataSent&) {}
  virtual void on_data_received(const At&, const DataReceived&) {}
  virtual void on_connection_closed(const At&, const ConnectionClosed&) {}
  virtual void on_context_copied(const At&, const ContextCopied&) {}
  virtual void on_context_var_set(const At&, const ContextVarSet&) {}
  virtual void on_context_var_reset(const At&, const ContextVarReset&) {}
  virtual void on_line_reached(const At&, const LineReached&) {}
  virtual void on_lines_left_out(const At&, const LinesLeftOut&) {}

 protected:
  ~EventVisitor() = default;
};
void visit(Chunk chunk, EventVisitor& visitor);

// The state that write_ndjson keeps from chunk to chunk.
struct NdjsonState {
  char seq[24] = {};   // in decimal, at the right end of the first 20 bytes
  unsigned digits = 0;
  char t[48] = {};     // ,"t":1.5,"type":"
  unsigned t_length = 0;
};
// Appends each event as one line of JSON.
void write_ndjson(Chunk chunk, NdjsonState& state, ByteOut& out);

}  // namespace ap::trace
#undef AP_EMIT
