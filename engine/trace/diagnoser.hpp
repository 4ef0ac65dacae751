// Finds the usual mistakes of asyncio programs in the events of a run, and says them for a beginner: what happened, why it
// matters, what to write instead. A program that uses asyncio as it is meant gets no warning; what may be intended is a hint.
//
// The codes are stable. From the events alone: never_awaited, forgotten_await, task_destroyed, left_running,
// exception_never_retrieved, loop_blocked, deadlock, cancel_swallowed, gather_siblings, lock_held, and those of
// diagnose_idioms.cpp for what Python 3.14 no longer has. From accesses as well: lost_update.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "trace/lost_updates.hpp"
#include "trace/source_text.hpp"
#include "trace/wording.hpp"

namespace ap::trace {

struct Finding {
  std::string_view code;
  Severity severity;
  double at;           // when it happened
  Line line;
  TaskId task;         // 0: none
  std::vector<FutureId> related;
  std::string message, fix;
  std::uint32_t times = 1;  // how often, at this line
  bool handed = false;      // the coroutine was given to a function that did not take it
};

// What an exception's type and text say about an idiom that is no longer there, or never was.
struct Idiom {
  std::string_view code;
  std::string_view exception;
  std::string_view part;  // of its text
  std::string_view message, fix;
};
const Idiom* find_idiom(std::string_view exception, std::string_view text);
bool is_idiom(std::string_view code);
// One line with what to write instead, if the exception, or the line that does not compile, is of code for an older Python.
std::string hint_for(std::string_view exception, std::string_view text);
std::string hint_for(std::string_view source, Line line);

class Diagnoser final : public Wording, public Sink {
 public:
  // `source` must outlive it. Without accesses lost updates are not looked for.
  explicit Diagnoser(std::string_view source, AccessLog* accesses = nullptr) : text_(source), accesses_(accesses) {}

  void on_chunk(Chunk chunk) override;
  // The program did not compile: it may be an idiom of the past.
  void on_syntax_error(Line line);
  // After the last event but run_finished: what only the end shows.
  void settle();
  // In order of time.
  const std::vector<Finding>& findings() const { return findings_; }

  void on_loop_started(const At&, const LoopStarted&) override;
  void on_loop_stopped(const At&, const LoopStopped&) override;
  void on_clock_advanced(const At&, const ClockAdvanced&) override;
  void on_handle_run_started(const At&, const HandleRunStarted&) override;
  void on_handle_run_finished(const At&, const HandleRunFinished&) override;
  void on_task_created(const At&, const TaskCreated&) override;
  void on_task_step_started(const At&, const TaskStepStarted&) override;
  void on_task_step_finished(const At&, const TaskStepFinished&) override;
  void on_task_finished(const At&, const TaskFinished&) override;
  void on_task_destroyed(const At&, const TaskDestroyed&) override;
  void on_cancel_requested(const At&, const CancelRequested&) override;
  void on_cancel_swallowed(const At&, const CancelSwallowed&) override;
  void on_future_resolved(const At&, const FutureResolved&) override;
  void on_wait_started(const At&, const WaitStarted&) override;
  void on_coroutine_created(const At&, const CoroutineCreated&) override;
  void on_coroutine_never_awaited(const At&, const CoroutineNeverAwaited&) override;
  void on_await_started(const At&, const AwaitStarted&) override;
  void on_sync_changed(const At&, const SyncChanged&) override;
  void on_exception_unhandled(const At&, const ExceptionUnhandled&) override;
  void on_deadlock_detected(const At&, const DeadlockDetected&) override;
  void on_limit_reached(const At&, const LimitReached&) override;

 private:
  struct CoroutineFacts {
    std::string function;
    TaskId task;
    Line line;
    double t;
  };
  // A step or callback that moved the clock: it holds the loop.
  struct Hold {
    bool held = false;
    bool busy = false;
    double from = 0, to = 0;
    Line line = 0;
    std::string function;
    std::vector<TaskId> ready;  // who could have run meanwhile
  };
  struct GatherFacts {
    std::vector<FutureId> children, pending;  // pending: not done when it failed
    TaskId task = 0;
    Line line = 0;
    bool failed = false;
    double failed_at = 0;
    std::string exception;
    std::vector<TaskId> ran_on;
  };
  struct LockFacts {
    TaskId holder = 0;
    double since = 0;
    Line line = 0;
    double waited = 0;       // seconds that the holder stood in awaits meanwhile
    Line await_line = 0;
    bool changed = false;    // it wrote something shared before such an await
    bool used_after = false; // it used something shared after it: the lock is needed
    std::vector<TaskId> kept_waiting;
  };

  // Accesses that stand before an event.
  void catch_up(const At& at);
  void add(Finding finding);
  std::string task_text(TaskId task);          // "Task-2 (worker)"
  std::string moment(double t);
  std::string seconds(double t) { return moment(t) + " s"; }
  void begin_hold();
  void end_hold(TaskId who);
  std::string sleep_instead(Line line, double took);
  // The innermost line of the program at which a task awaits or has awaited last.
  Line await_line(TaskId task) const;
  // Someone waits for this future, or looks at its result.
  void looked_after(FutureId future);
  void found_lost_update(const LostUpdate& lost, double t);
  void idiom(const At& at, std::string_view exception, std::string_view text, TaskId task, Line line);
  // deadlock: diagnose_deadlock.cpp
  std::string deadlock_reason(FutureId future);
  const SyncState* barrier_of(const TaskState& task);
  std::vector<TaskId> waits_on(FutureId future);

  SourceText text_;
  AccessLog* accesses_;
  std::vector<Finding> findings_;
  ById<CoroutineFacts> coroutines_;
  std::map<FutureId, GatherFacts> gathers_;
  std::map<SyncId, LockFacts> locks_;
  std::map<TaskId, double> suspended_;         // since when
  std::map<TaskId, Line> cancel_lines_;        // where its cancellation was asked for
  LostUpdates lost_updates_;
  Hold hold_;
  bool in_loop_ = false;
  FutureId main_ = 0;
  double main_done_at_ = -1;
  bool failed_ = false, stopped_ = false;      // an uncaught exception, a limit
};

// The findings as the terminal shows them, with the program's lines.
std::string diagnosis_text(const Diagnoser& diagnoser, std::string_view source, std::string_view filename);

}  // namespace ap::trace
