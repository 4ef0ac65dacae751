// One run as the explorer of ties sees it: which timers were due at the same instant, in which order they fired, and
// between which of them that order matters, because what they set going uses the same things in the same pass of the loop.
//
// The ready queue is first in, first out: what two timers set going keeps their order, pass by pass, until the clock moves.
// So it matters only where, in one and the same pass, something that comes from the one and something that comes from the
// other touch the same variable, object, future, lock, queue or output, and not both by reading.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "trace/accesses.hpp"
#include "trace/events.hpp"

namespace ap::trace {

struct TieTimer {
  HandleId handle;
  std::uint64_t label;  // the same in each run in which it is set by the same step
  TaskId task = 0;      // who set it
  Line line = 0;
  TimerKind kind = TimerKind::internal;
  std::string name;     // the task's
  std::uint32_t stream = 0;  // those of one stream, if not 0, arrive in the order in which they were sent
};

struct Tie {
  double t = 0;
  std::vector<TieTimer> timers;      // in the order of registration: CPython's
  std::vector<std::uint32_t> order;  // in which they fired: indexes of `timers`
  // order matters: places in `order`, the earlier one first
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
};

// A piece of what the program printed.
struct Printed {
  double t;
  TaskId task;
  Line line;
  std::string text;
};

class TieRun final : public EventVisitor, public Sink {
 public:
  explicit TieRun(AccessLog& accesses) : accesses_(accesses) {}

  // From the loop's decision, before the events of the timers: `order` is what was decided.
  // `streams`: of each timer, see TieTimer.
  void tie(std::vector<HandleId> timers, std::vector<std::uint32_t> streams, std::vector<std::uint32_t> order, double t);
  std::size_t ties_so_far() const { return ties.size(); }
  AccessLog& accesses() { return accesses_; }
  // After the run.
  void finish();
  // When each task began and ended, and how: a line a task, in the order of their names.
  std::string lives() const;

  std::vector<Tie> ties;
  std::vector<Printed> printed;

  void on_chunk(Chunk chunk) override { visit(chunk, *this); }
  void on_iteration_started(const At&, const IterationStarted&) override;
  void on_handle_scheduled(const At&, const HandleScheduled&) override;
  void on_handle_run_started(const At&, const HandleRunStarted&) override;
  void on_handle_run_finished(const At&, const HandleRunFinished&) override;
  void on_timer_added(const At&, const TimerAdded&) override;
  void on_timer_fired(const At&, const TimerFired&) override;
  void on_task_created(const At&, const TaskCreated&) override;
  void on_task_renamed(const At&, const TaskRenamed&) override;
  void on_task_scheduled(const At&, const TaskScheduled&) override;
  void on_await_started(const At&, const AwaitStarted&) override;
  void on_task_step_started(const At&, const TaskStepStarted&) override;
  void on_task_step_finished(const At&, const TaskStepFinished&) override;
  void on_task_finished(const At&, const TaskFinished&) override;
  void on_cancel_requested(const At&, const CancelRequested&) override;
  void on_future_resolved(const At&, const FutureResolved&) override;
  void on_sync_changed(const At&, const SyncChanged&) override;
  void on_waiter_added(const At&, const WaiterAdded&) override;
  void on_waiter_removed(const At&, const WaiterRemoved&) override;
  void on_output(const At&, const Output&) override;

 private:
  static constexpr std::uint32_t kNone = ~0u;
  // Where something comes from: a place in a tie, or nowhere that could be otherwise.
  struct Root {
    std::uint32_t tie = kNone, place = 0;
  };
  struct Pending {  // what the loop will run
    Root root;
    std::uint64_t label = 0;
    bool timer = false;
    TaskId task = 0;
    Line line = 0;
    TimerKind kind = TimerKind::internal;
  };
  struct Use {
    std::uint32_t place;
    AccessKind kind;
  };
  struct Key {
    std::uint64_t object;
    std::uint32_t name, tie;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& k) const {
      return static_cast<std::size_t>((k.object * 0x9e3779b97f4a7c15ull) ^ (std::uint64_t{k.name} << 20) ^ k.tie);
    }
  };

  void catch_up(const At& at);
  void use(AccessKind kind, std::uint64_t object, std::uint32_t name = 0);
  void schedule(HandleId handle);
  void begin(HandleId handle);
  void end_pass();
  void edge(std::uint32_t tie, std::uint32_t a, std::uint32_t b);

  AccessLog& accesses_;
  std::unordered_map<HandleId, Pending> pending_;
  std::unordered_map<HandleId, Root> tied_;
  std::unordered_map<TaskId, std::string> names_;
  std::unordered_map<TaskId, Line> lines_;  // where each stands
  struct Life {
    double start = -1, end = -1;  // seconds; -1: not
    TaskOutcome outcome{};
  };
  std::unordered_map<TaskId, Life> lives_;
  std::unordered_map<Key, std::vector<Use>, KeyHash> pass_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> created_;  // tie, place: who created tasks in this pass
  bool names_matter_ = false;
  Root root_;                // of what runs now
  std::uint64_t label_ = 1;  // of what runs now
  std::uint32_t children_ = 0;
};

}  // namespace ap::trace
