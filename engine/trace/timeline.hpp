// A run as lanes of spans and marks on virtual time: what a Gantt chart or a picture of the timeline shows.
#pragma once
#include <string>
#include <vector>

#include "trace/wording.hpp"

namespace ap::trace {

enum class SpanKind : std::uint8_t {
  ready,    // could run, but something holds the loop
  running,  // holds the loop while time passes
  waiting,
  idle,     // the loop has nothing to do
};

// Only what takes virtual time: most steps take none and are marks.
struct Span {
  TaskId task;  // 0: the loop
  SpanKind kind;
  double from, to;
  Line line;
  std::string label;
};

enum class MarkKind : std::uint8_t { step, output, cancel, returned, raised, cancelled, problem };

struct Mark {
  TaskId task;
  MarkKind kind;
  double t;
  Line line;
  std::string label;
};

struct Wake {
  TaskId from;  // 0: the loop
  TaskId to;
  double t;
  bool creates;
};

class Timeline : public Wording {
 public:
  // What is drawn of a run at most; later spans and marks are counted only.
  explicit Timeline(std::size_t limit = 20000) : limit_(limit) {}

  std::string program;
  double end = 0;
  std::vector<Span> spans;
  std::vector<Mark> marks;
  std::vector<Wake> wakes;
  std::size_t left_out = 0;

  struct Lane {
    TaskId task;
    std::uint32_t depth;  // how many creators stand above it
  };
  // Each task below the one that created it.
  std::vector<Lane> lanes() const;

  void on_run_started(const At&, const RunStarted&) override;
  void on_run_finished(const At&, const RunFinished&) override;
  void on_clock_advanced(const At&, const ClockAdvanced&) override;
  void on_task_created(const At&, const TaskCreated&) override;
  void on_task_scheduled(const At&, const TaskScheduled&) override;
  void on_task_step_started(const At&, const TaskStepStarted&) override;
  void on_task_step_finished(const At&, const TaskStepFinished&) override;
  void on_task_finished(const At&, const TaskFinished&) override;
  void on_cancel_requested(const At&, const CancelRequested&) override;
  void on_output(const At&, const Output&) override;
  void on_warning_issued(const At&, const WarningIssued&) override;
  void on_exception_unhandled(const At&, const ExceptionUnhandled&) override;
  void on_deadlock_detected(const At&, const DeadlockDetected&) override;
  void on_limit_reached(const At&, const LimitReached&) override;

 private:
  // Ends the span of the phase that a task is in.
  void close(TaskState& task, double t);
  void mark(const At& at, TaskId task, MarkKind kind, Line line, std::string_view label);

  std::size_t limit_;
  ById<std::string> why_;  // each waiting task's reason, in words
};

}  // namespace ap::trace
