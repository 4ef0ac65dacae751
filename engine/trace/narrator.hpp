// Tells a run in plain words, one row a thing that a learner should notice: who does what at which line, what is put
// into the ready queue, why a task pauses, what wakes it, when the clock jumps. Events that only matter to the
// machinery are folded into the row of what they are good for: a sleep's timer, its future and the wake-up are one row.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "trace/wording.hpp"

namespace ap::trace {

enum class RowKind : std::uint8_t {
  step,     // someone does something
  rule,     // drawn across all columns: the clock jumps, the program ends
  problem,  // a warning, a lost exception, a diagnosis
};

// Texts are gone when the call returns.
struct TraceRow {
  std::uint64_t seq;      // the event it tells about
  double t;
  RowKind kind;
  TaskId task;            // 0: the loop, or the program outside any task
  std::string_view who;   // the task's name, "loop" or "program"
  Line line;              // 0: none
  std::string_view text;  // may hold line breaks
};

class Narrator : public Wording {
 public:
  using Tell = void (*)(void* user, const TraceRow& row);
  Narrator(Tell tell, void* user) : tell_(tell), user_(user) {}
  // The program's text, shown beside line events.
  void set_source(std::string_view source) { source_ = source; }
  // Tells what was held back for what might follow.
  void settle();

  void on_run_finished(const At&, const RunFinished&) override;
  void on_loop_started(const At&, const LoopStarted&) override;
  void on_loop_stopped(const At&, const LoopStopped&) override;
  void on_loop_closed(const At&, const LoopClosed&) override;
  void on_clock_advanced(const At&, const ClockAdvanced&) override;
  void on_handle_scheduled(const At&, const HandleScheduled&) override;
  void on_handle_run_started(const At&, const HandleRunStarted&) override;
  void on_handle_run_finished(const At&, const HandleRunFinished&) override;
  void on_handle_cancelled(const At&, const HandleCancelled&) override;
  void on_timer_added(const At&, const TimerAdded&) override;
  void on_timer_cancelled(const At&, const TimerCancelled&) override;
  void on_task_created(const At&, const TaskCreated&) override;
  void on_task_scheduled(const At&, const TaskScheduled&) override;
  void on_task_step_started(const At&, const TaskStepStarted&) override;
  void on_task_step_finished(const At&, const TaskStepFinished&) override;
  void on_task_finished(const At&, const TaskFinished&) override;
  void on_task_renamed(const At&, const TaskRenamed&) override;
  void on_task_destroyed(const At&, const TaskDestroyed&) override;
  void on_cancel_requested(const At&, const CancelRequested&) override;
  void on_cancel_delivered(const At&, const CancelDelivered&) override;
  void on_cancel_swallowed(const At&, const CancelSwallowed&) override;
  void on_task_uncancelled(const At&, const TaskUncancelled&) override;
  void on_future_resolved(const At&, const FutureResolved&) override;
  void on_coroutine_created(const At&, const CoroutineCreated&) override;
  void on_await_started(const At&, const AwaitStarted&) override;
  void on_await_finished(const At&, const AwaitFinished&) override;
  void on_sync_changed(const At&, const SyncChanged&) override;
  void on_scope_entered(const At&, const ScopeEntered&) override;
  void on_scope_rescheduled(const At&, const ScopeRescheduled&) override;
  void on_scope_cancelled(const At&, const ScopeCancelled&) override;
  void on_scope_exited(const At&, const ScopeExited&) override;
  void on_output(const At&, const Output&) override;
  void on_exception_raised(const At&, const ExceptionRaised&) override;
  void on_exception_unhandled(const At&, const ExceptionUnhandled&) override;
  void on_warning_issued(const At&, const WarningIssued&) override;
  void on_deadlock_detected(const At&, const DeadlockDetected&) override;
  void on_limit_reached(const At&, const LimitReached&) override;
  void on_diagnosis(const At&, const Diagnosis&) override;
  void on_thread_started(const At&, const ThreadStarted&) override;
  void on_thread_blocked(const At&, const ThreadBlocked&) override;
  void on_thread_finished(const At&, const ThreadFinished&) override;
  void on_request_started(const At&, const RequestStarted&) override;
  void on_request_answered(const At&, const RequestAnswered&) override;
  void on_connection_opened(const At&, const ConnectionOpened&) override;
  void on_data_sent(const At&, const DataSent&) override;
  void on_data_received(const At&, const DataReceived&) override;
  void on_connection_closed(const At&, const ConnectionClosed&) override;
  void on_context_var_set(const At&, const ContextVarSet&) override;
  void on_context_var_reset(const At&, const ContextVarReset&) override;
  void on_line_reached(const At&, const LineReached&) override;
  void on_lines_left_out(const At&, const LinesLeftOut&) override;

 private:
  // What may still become part of a row, or be told by it.
  enum class Held : std::uint8_t { nothing, created, wakes, thrown };
  struct HeldOutput {
    At at;
    TaskId task;
    Line line;
    std::string text;
  };
  struct HeldCoroutine {
    At at;
    CoroutineId id;
    TaskId task;
    Line line;
    std::string function;
  };

  // A row of the task that runs now, after everything held back.
  void row(const At& at, Line line, std::string_view text);
  void row_of(const At& at, TaskId task, Line line, std::string_view text);
  void rule(const At& at, std::string_view text);
  void problem(const At& at, TaskId task, Line line, std::string_view text);
  void tell(const At& at, RowKind kind, TaskId task, Line line, std::string_view text);
  void settle_held();
  void settle_output(int stream);
  void settle_coroutines();
  void forget_coroutine(CoroutineId id);
  std::string_view value_text(std::string_view value);
  std::string_view error_text(std::string_view exception, std::string_view message);
  // A function's name, called.
  std::string_view call_of(std::string_view label);
  // The task that an event names, or else the one that runs.
  TaskId or_current(TaskId task) const { return task ? task : current(); }
  void hold(Held held, const At& at, TaskId task, TaskId by, Line line, std::string_view text);
  void hold_wake(const At& at, TaskId task, FutureId future, TaskId by);

  Tell tell_;
  void* user_;
  // Held back: see settle_held.
  Held held_ = Held::nothing;
  At held_at_ = {};
  TaskId held_task_ = 0, held_by_ = 0;
  Line held_line_ = 0;
  std::string held_text_;
  std::vector<TaskId> held_wakes_;
  HeldOutput output_[2] = {};
  std::vector<HeldCoroutine> coroutines_;
  // The future by which each task was woken last.
  ById<FutureId> woken_by_;
  ById<std::string> requests_, threads_;
  std::string source_;
  bool in_loop_ = false;
};

}  // namespace ap::trace
