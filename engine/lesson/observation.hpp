// What a run's events tell the course: who ran from when to when, what was printed, what went wrong. A fold over the event
// stream, small enough to be kept for several runs at once. Vocabulary: scenarios/README.md.
#pragma once
#include <cmath>
#include <string>
#include <vector>

#include "trace/events.hpp"

namespace ap::lesson {

inline constexpr uint64_t kNever = ~uint64_t{0};

enum class Ending : uint8_t { never_started, left_behind, returned, raised, cancelled };
std::string_view name(Ending e);

// One run of a coroutine: as a task, or awaited inside another.
struct Activity {
  std::string label;                // as the learner calls it: the task's own name, else the function's
  std::vector<std::string> names;   // the task's name, the function's, its last part
  trace::TaskId task = 0;
  bool is_task = false;
  uint64_t created = 0, start = kNever, end = kNever;  // seqs
  double start_t = 0, end_t = 0;
  Ending ending = Ending::never_started;  // never_started, left_behind: it has not ended
  bool late = false;                // not finished when main was
  // As predicates speak of it: what is cut off at the run's end is left behind, and cancelled as well.
  bool ended_as(std::string_view how) const;
  bool called(std::string_view pattern) const;
  bool in_flight(uint64_t seq) const { return start <= seq && (end == kNever || seq <= end); }
};

struct Line {
  uint64_t seq;
  double t;
  trace::TaskId task;
  std::string text;
  double deadline;  // of the timer that woke the task before; NaN: something else did
  bool whole = false;
};

struct Happening {
  enum Kind : uint8_t { StepStart, StepEnd, CancelAsked, SourceLine, Problem, Jump, State } kind;
  uint8_t detail = 0;   // StepStart: StepStart; StepEnd: StepEnd; Jump: ClockCause; State: TaskState
  uint64_t seq = 0;
  double t = 0;
  trace::TaskId task = 0;
  trace::Line line = 0;
  double from = 0;      // Jump
  std::string word, text;  // Problem: its kind, its text
  std::string subject;  // Problem: the coroutine's or task's name
};

enum class TaskState : uint8_t { not_created, created, ready, running, waiting, returned, raised, cancelled };
std::string_view name(TaskState s);

class Observation final : public trace::Sink, private trace::EventVisitor {
 public:
  void on_chunk(trace::Chunk chunk) override { trace::visit(chunk, *this); }

  std::vector<Activity> activities;
  std::vector<Line> lines;             // of stdout
  std::vector<Happening> happenings;   // in order
  double total = 0;
  uint64_t last_seq = 0;
  bool limited = false, refused = false;
  std::string errors;                  // stderr

  double blocked() const;
  // The event after which a moment lies; kNever: there is none.
  uint64_t seq_of_time(double t) const;
  uint64_t seq_of_step(size_t n) const;
  double time_at(uint64_t seq) const;
  TaskState state_at(trace::TaskId task, uint64_t seq) const;
  std::string output() const;
  // Where main ended; kNever: it did not.
  uint64_t main_end() const;
  // To be called once it is complete.
  void finish();

 private:
  struct Stack {
    trace::TaskId task;
    std::vector<size_t> activities;  // places; kNoPlace: an await that is none
    bool raising = false;            // the last thing that happened in it is an exception
    bool cancelling = false;
    double deadline = NAN;           // of the timer that woke it
  };
  struct Timer {
    trace::HandleId handle;
    trace::FutureId future;
    double deadline;
    bool fired;
  };
  static constexpr size_t kNoPlace = ~size_t{0};

  Stack& stack(trace::TaskId task);
  Activity* task_activity(trace::TaskId task);
  Happening& note(const trace::At& at, Happening::Kind kind, trace::TaskId task, uint8_t detail = 0);
  void problem(const trace::At& at, std::string_view word, std::string text, trace::TaskId task, trace::Line line, std::string subject = "");
  void end(Activity& a, const trace::At& at, Ending how);
  void goes_on(trace::TaskId task);

  void on_run_finished(const trace::At&, const trace::RunFinished&) override;
  void on_clock_advanced(const trace::At&, const trace::ClockAdvanced&) override;
  void on_timer_added(const trace::At&, const trace::TimerAdded&) override;
  void on_timer_fired(const trace::At&, const trace::TimerFired&) override;
  void on_task_created(const trace::At&, const trace::TaskCreated&) override;
  void on_task_renamed(const trace::At&, const trace::TaskRenamed&) override;
  void on_task_scheduled(const trace::At&, const trace::TaskScheduled&) override;
  void on_task_step_started(const trace::At&, const trace::TaskStepStarted&) override;
  void on_task_step_finished(const trace::At&, const trace::TaskStepFinished&) override;
  void on_task_finished(const trace::At&, const trace::TaskFinished&) override;
  void on_task_destroyed(const trace::At&, const trace::TaskDestroyed&) override;
  void on_cancel_requested(const trace::At&, const trace::CancelRequested&) override;
  void on_cancel_delivered(const trace::At&, const trace::CancelDelivered&) override;
  void on_coroutine_never_awaited(const trace::At&, const trace::CoroutineNeverAwaited&) override;
  void on_await_started(const trace::At&, const trace::AwaitStarted&) override;
  void on_await_finished(const trace::At&, const trace::AwaitFinished&) override;
  void on_output(const trace::At&, const trace::Output&) override;
  void on_exception_raised(const trace::At&, const trace::ExceptionRaised&) override;
  void on_exception_unhandled(const trace::At&, const trace::ExceptionUnhandled&) override;
  void on_warning_issued(const trace::At&, const trace::WarningIssued&) override;
  void on_deadlock_detected(const trace::At&, const trace::DeadlockDetected&) override;
  void on_limit_reached(const trace::At&, const trace::LimitReached&) override;
  void on_diagnosis(const trace::At&, const trace::Diagnosis&) override;
  void on_line_reached(const trace::At&, const trace::LineReached&) override;

  std::vector<Stack> stacks_;
  std::vector<Timer> timers_;
  std::vector<trace::TaskId> internal_;
};

}  // namespace ap::lesson
