// The state of a run as its events tell it: fold a stream into this and it holds, after every event, the state of each
// task, the ready queue in order, the timers, who waits for what, and the awaited-by tree. The exports read it, and a
// test compares it with the engine's own state.
#pragma once
#include <string>
#include <vector>

#include "trace/by_id.hpp"
#include "trace/events.hpp"

namespace ap::trace {

enum class TaskPhase : std::uint8_t { created, ready, running, waiting, done };
std::string_view name(TaskPhase phase);

// One await inside a task, from the outermost coroutine inwards.
struct AwaitState {
  AwaitTarget target;
  std::uint32_t depth;
  CoroutineId coroutine;
  FutureId future;
  Line line;
  std::string label;
};

struct TaskState {
  TaskId id = 0;
  std::string name, function;
  TaskId creator = 0;
  CoroutineId coroutine = 0;
  Line created_line = 0;
  double created_at = 0;
  TaskPhase phase = TaskPhase::created;
  TaskOutcome outcome = TaskOutcome::returned;  // once done
  std::string exception;
  FutureId waits_for = 0;                       // while waiting
  double since = 0;                             // in this phase
  Line line = 0;                                // where it runs or stands
  std::uint32_t cancel_requests = 0;
  ScopeId group = 0;
  ContextId context = 0;
  bool destroyed = false;
  bool internal = false;  // made by asyncio.run to clean up: no reader has asked for it
  std::vector<AwaitState> awaits;
};

struct FutureState {
  FutureId id = 0;
  FutureKind kind = FutureKind::internal;
  std::string label;
  TaskId creator = 0;
  Line line = 0;
  bool done = false;
  FutureOutcome outcome = FutureOutcome::result;
  std::string exception;
  HandleId timer = 0;   // the timer that will resolve it
  SyncId sync = 0;      // it stands in the line of this
  WaiterSide side = WaiterSide::waiter;
  ThreadId thread = 0;
  RequestId request = 0;
  WaitKind wait = WaitKind::wait_all;
  std::vector<FutureId> children;  // of a gather, wait ...
  std::vector<std::string> callbacks;
};

// Something that the loop will call. A timer becomes part of the ready queue when it fires.
struct HandleState {
  HandleId id = 0;
  LoopId loop = 0;
  bool is_timer = false;  // not due yet
  bool was_timer = false;
  bool is_step = false;
  HandleKind kind = HandleKind::internal;
  TimerKind timer_kind = TimerKind::internal;
  ScheduleReason reason = ScheduleReason::created;  // is_step
  std::string label;
  TaskId task = 0;      // is_step: whose step; timer: who set it
  FutureId future = 0;
  TaskId by = 0;
  double deadline = 0;
  std::uint32_t order = 0;
};

struct SyncState {
  SyncId id = 0;
  SyncKind kind = SyncKind::lock;
  std::string name;
  std::uint32_t number = 0;  // among those of its kind, from 1
  std::uint32_t size = 0, value = 0, unfinished = 0;
  SyncId lock = 0;           // condition: its lock
  TaskId holder = 0;         // lock: who holds it
  Line line = 0;
  std::vector<FutureId> waiters;  // in the order of the line
};

struct ScopeState {
  ScopeId id = 0;
  ScopeKind kind = ScopeKind::timeout;
  TaskId task = 0;
  double deadline = kNoSeconds;
  Line line = 0;
  std::vector<TaskId> tasks;  // of a group, those not done
};

struct ContextState {
  ContextId id = 0;
  struct Variable {
    std::string name, value;
  };
  std::vector<Variable> variables;  // in the order in which they were first set
};

// An edge of the awaited-by tree beside those of suspended tasks.
struct AwaiterEdge {
  FutureId future;
  TaskId task;
};

class RunState : public EventVisitor {
 public:
  double now = 0;
  std::uint32_t iteration = 0;
  std::vector<TaskId> task_order;  // as created
  ById<TaskState> tasks;
  ById<FutureState> futures;       // without tasks
  ById<HandleState> handles;       // timers, and what is ready or runs
  ById<SyncState> syncs;
  ById<ScopeState> scopes;
  ById<ContextState> contexts;     // those that are not empty
  std::vector<LoopId> loops;       // that run, the outermost first
  IdQueue ready;
  std::vector<AwaiterEdge> awaiters;
  // Who runs now, outermost first; only an eager start makes it longer than one.
  std::vector<TaskId> running;
  HandleId running_handle = 0;  // a callback that runs now

  TaskState* task(TaskId id) const { return tasks.find(id); }
  FutureState* future(FutureId id) const { return futures.find(id); }
  HandleState* handle(HandleId id) const { return handles.find(id); }
  SyncState* sync(SyncId id) const { return syncs.find(id); }
  ContextState* context(ContextId id) const { return contexts.find(id); }
  bool is_internal(TaskId id) const {
    auto* t = tasks.find(id);
    return t && t->internal;
  }
  TaskId current() const { return running.empty() ? 0 : running.back(); }
  // Handles of the timers that are set, in the order in which they will fire.
  std::vector<HandleId> timers_in_order() const;
  // Tasks that wait for a future or task, directly or by gather and the like, in the order of creation.
  std::vector<TaskId> waiters_of(FutureId future) const;

  void on_iteration_started(const At&, const IterationStarted&) override;
  void on_clock_advanced(const At&, const ClockAdvanced&) override;
  void on_loop_started(const At&, const LoopStarted&) override;
  void on_loop_stopped(const At&, const LoopStopped&) override;
  void on_loop_closed(const At&, const LoopClosed&) override;
  void on_handle_scheduled(const At&, const HandleScheduled&) override;
  void on_handle_run_started(const At&, const HandleRunStarted&) override;
  void on_handle_run_finished(const At&, const HandleRunFinished&) override;
  void on_handle_cancelled(const At&, const HandleCancelled&) override;
  void on_timer_added(const At&, const TimerAdded&) override;
  void on_timer_fired(const At&, const TimerFired&) override;
  void on_timer_cancelled(const At&, const TimerCancelled&) override;
  void on_task_created(const At&, const TaskCreated&) override;
  void on_task_scheduled(const At&, const TaskScheduled&) override;
  void on_task_step_started(const At&, const TaskStepStarted&) override;
  void on_task_step_finished(const At&, const TaskStepFinished&) override;
  void on_task_finished(const At&, const TaskFinished&) override;
  void on_task_renamed(const At&, const TaskRenamed&) override;
  void on_task_destroyed(const At&, const TaskDestroyed&) override;
  void on_cancel_requested(const At&, const CancelRequested&) override;
  void on_task_uncancelled(const At&, const TaskUncancelled&) override;
  void on_future_created(const At&, const FutureCreated&) override;
  void on_future_resolved(const At&, const FutureResolved&) override;
  void on_future_callback_added(const At&, const FutureCallbackAdded&) override;
  void on_future_callback_removed(const At&, const FutureCallbackRemoved&) override;
  void on_awaiter_added(const At&, const AwaiterAdded&) override;
  void on_awaiter_removed(const At&, const AwaiterRemoved&) override;
  void on_wait_started(const At&, const WaitStarted&) override;
  void on_await_started(const At&, const AwaitStarted&) override;
  void on_await_finished(const At&, const AwaitFinished&) override;
  void on_sync_created(const At&, const SyncCreated&) override;
  void on_sync_changed(const At&, const SyncChanged&) override;
  void on_waiter_added(const At&, const WaiterAdded&) override;
  void on_waiter_removed(const At&, const WaiterRemoved&) override;
  void on_scope_entered(const At&, const ScopeEntered&) override;
  void on_scope_rescheduled(const At&, const ScopeRescheduled&) override;
  void on_scope_exited(const At&, const ScopeExited&) override;
  void on_task_joined_group(const At&, const TaskJoinedGroup&) override;
  void on_task_left_group(const At&, const TaskLeftGroup&) override;
  void on_thread_started(const At&, const ThreadStarted&) override;
  void on_request_started(const At&, const RequestStarted&) override;
  void on_context_copied(const At&, const ContextCopied&) override;
  void on_context_var_set(const At&, const ContextVarSet&) override;
  void on_context_var_reset(const At&, const ContextVarReset&) override;
  void on_line_reached(const At&, const LineReached&) override;

 private:
  LoopId loop_of(LoopId named) const { return named || loops.empty() ? named : loops.back(); }
  void enter(TaskState& task, TaskPhase phase, const At& at);

 protected:
  std::uint32_t sync_counts_[6] = {};  // by kind
};

}  // namespace ap::trace
