// The trace-event format that ui.perfetto.dev and chrome://tracing open: a track for the loop (who holds it, when it is
// idle), one for each task (its whole life, its states and steps), arrows for creation, wake-ups and cancellation, and
// the number of handles and timers as curves.
//
// Python code takes no virtual time, and what takes no time cannot be seen or told apart there: each event at one
// instant is drawn a microsecond after the one before.
#pragma once
#include "trace/wording.hpp"

namespace ap::trace {

class ChromeTraceSink final : public Sink, private Wording {
 public:
  ChromeTraceSink(ByteOut::Write write, void* user) : out_(write, user) {}

  void on_chunk(Chunk chunk) override;
  void on_end() override;

 private:
  void on_run_started(const At&, const RunStarted&) override;
  void on_run_finished(const At&, const RunFinished&) override;
  void on_iteration_started(const At&, const IterationStarted&) override;
  void on_clock_advanced(const At&, const ClockAdvanced&) override;
  void on_handle_run_started(const At&, const HandleRunStarted&) override;
  void on_handle_run_finished(const At&, const HandleRunFinished&) override;
  void on_task_created(const At&, const TaskCreated&) override;
  void on_task_renamed(const At&, const TaskRenamed&) override;
  void on_task_scheduled(const At&, const TaskScheduled&) override;
  void on_task_step_started(const At&, const TaskStepStarted&) override;
  void on_task_step_finished(const At&, const TaskStepFinished&) override;
  void on_task_finished(const At&, const TaskFinished&) override;
  void on_cancel_requested(const At&, const CancelRequested&) override;
  void on_cancel_delivered(const At&, const CancelDelivered&) override;
  void on_output(const At&, const Output&) override;
  void on_warning_issued(const At&, const WarningIssued&) override;
  void on_exception_unhandled(const At&, const ExceptionUnhandled&) override;
  void on_deadlock_detected(const At&, const DeadlockDetected&) override;

  // Writes what all events have; the caller adds more members and the closing brace.
  ByteOut& event(char phase, std::uint32_t track, std::uint64_t ts, std::string_view name);
  void name_track(std::uint32_t track, std::string_view name);
  void slice_begin(std::uint32_t track, std::string_view name, std::string_view category, Line line);
  void slice_end(std::uint32_t track);
  void instant(std::uint32_t track, std::string_view name, char scope, Line line);
  void arrow(char phase, std::uint32_t track, std::string_view name, std::uint64_t id);
  // Ends the slice of the state a task is in and begins the next.
  void enter_state(TaskId task, std::string_view name, std::string_view category, Line line);
  void leave_state(TaskId task);
  std::uint64_t tick(const At& at);

  ByteOut out_;
  std::uint64_t ts_ = 0;
  bool any_ = false, ended_ = false;
  std::string program_;
  ById<std::uint32_t> open_;  // slices that are open on a track
  ById<const char*> arrows_;  // under way, by handle
  ById<std::uint64_t> cancel_arrows_;  // under way, by task
};

}  // namespace ap::trace
