#include "trace/run_state.hpp"

#include <algorithm>

namespace ap::trace {

std::string_view name(TaskPhase phase) {
  constexpr std::string_view words[] = {"created", "ready", "running", "waiting", "done"};
  return words[static_cast<int>(phase)];
}

std::vector<HandleId> RunState::timers_in_order() const {
  std::vector<const HandleState*> timers;
  handles.for_each([&](HandleState& handle) {
    if (handle.is_timer) timers.push_back(&handle);
  });
  std::sort(timers.begin(), timers.end(), [](const HandleState* a, const HandleState* b) {
    return a->deadline != b->deadline ? a->deadline < b->deadline : a->order < b->order;
  });
  std::vector<HandleId> ids;
  for (auto* timer : timers) ids.push_back(timer->id);
  return ids;
}

std::vector<TaskId> RunState::waiters_of(FutureId future) const {
  std::vector<TaskId> result;
  for (TaskId id : task_order) {
    auto& task = *tasks.find(id);
    bool waits = task.phase == TaskPhase::waiting && task.waits_for == future;
    for (auto& edge : awaiters) waits |= edge.future == future && edge.task == id;
    if (waits) result.push_back(id);
  }
  return result;
}

void RunState::enter(TaskState& task, TaskPhase phase, const At& at) {
  task.phase = phase;
  task.since = at.t;
  if (phase != TaskPhase::waiting) task.waits_for = 0;
}

// --- the loop ----------------------------------------------------------------------------------------------------

void RunState::on_iteration_started(const At&, const IterationStarted& e) { iteration = e.iteration; }

void RunState::on_clock_advanced(const At&, const ClockAdvanced& e) { now = e.to; }

void RunState::on_loop_started(const At&, const LoopStarted& e) { loops.push_back(e.loop); }

void RunState::on_loop_stopped(const At&, const LoopStopped& e) {
  for (std::size_t i = loops.size(); i-- > 0;) {
    if (loops[i] != e.loop) continue;
    loops.erase(loops.begin() + static_cast<std::ptrdiff_t>(i));
    break;
  }
}

void RunState::on_loop_closed(const At& at, const LoopClosed& e) {
  std::vector<HandleId> gone;
  handles.for_each([&](HandleState& handle) {
    if (handle.loop != e.loop) return;
    gone.push_back(handle.id);
    // It will never begin.
    if (auto* t = task(handle.task); t && handle.is_step && handle.reason == ScheduleReason::created) enter(*t, TaskPhase::created, at);
  });
  for (HandleId id : gone) {
    ready.remove(id);
    handles.erase(id);
  }
}

void RunState::on_handle_scheduled(const At&, const HandleScheduled& e) {
  auto& handle = handles[e.handle];
  handle = {.id = e.handle, .loop = loop_of(e.loop), .kind = e.kind, .label = std::string(e.label), .future = e.future, .by = e.by};
  ready.push_back(e.handle);
}

void RunState::on_handle_run_started(const At&, const HandleRunStarted& e) {
  ready.remove(e.handle);
  running_handle = e.handle;
}

void RunState::on_handle_run_finished(const At&, const HandleRunFinished& e) {
  running_handle = 0;
  handles.erase(e.handle);
}

void RunState::on_handle_cancelled(const At&, const HandleCancelled& e) {
  ready.remove(e.handle);
  handles.erase(e.handle);
}

void RunState::on_timer_added(const At&, const TimerAdded& e) {
  handles[e.handle] = {.id = e.handle,
                       .loop = loop_of(e.loop),
                       .is_timer = true,
                       .was_timer = true,
                       .timer_kind = e.kind,
                       .label = std::string(e.label),
                       .task = e.task,
                       .future = e.future,
                       .by = e.task,
                       .deadline = e.deadline,
                       .order = e.order};
  if (auto* f = future(e.future)) f->timer = e.handle;
}

void RunState::on_timer_fired(const At&, const TimerFired& e) {
  if (auto* h = handle(e.handle)) h->is_timer = false;
  ready.push_back(e.handle);
}

void RunState::on_timer_cancelled(const At&, const TimerCancelled& e) { handles.erase(e.handle); }

// --- tasks -------------------------------------------------------------------------------------------------------

void RunState::on_task_created(const At& at, const TaskCreated& e) {
  auto& task = tasks[e.task];
  task.id = e.task;
  task.name = e.name;
  task.function = e.function;
  task.creator = e.creator;
  task.internal = !e.creator && e.function.starts_with("asyncio.BaseEventLoop.shutdown_");
  task.coroutine = e.coroutine;
  task.context = e.context;
  task.created_line = e.line;
  task.created_at = task.since = at.t;
  task_order.push_back(e.task);
}

void RunState::on_task_scheduled(const At& at, const TaskScheduled& e) {
  auto& handle = handles[e.handle];
  handle = {};
  handle.id = e.handle;
  handle.loop = loop_of(e.loop);
  handle.is_step = true;
  handle.reason = e.reason;
  handle.task = e.task;
  handle.future = e.future;
  handle.by = e.by;
  ready.push_back(e.handle);
  // One that yields is still running until its step ends.
  if (auto* t = task(e.task); t && t->phase != TaskPhase::running) enter(*t, TaskPhase::ready, at);
}

void RunState::on_task_step_started(const At& at, const TaskStepStarted& e) {
  if (e.handle) {
    ready.remove(e.handle);
    handles.erase(e.handle);
  }
  running.push_back(e.task);
  if (auto* t = task(e.task)) {
    enter(*t, TaskPhase::running, at);
    t->line = e.line;
  }
}

void RunState::on_task_step_finished(const At& at, const TaskStepFinished& e) {
  if (!running.empty()) running.pop_back();
  auto* t = task(e.task);
  if (!t) return;
  if (e.line) t->line = e.line;
  if (e.outcome == StepEnd::suspended) {
    enter(*t, TaskPhase::waiting, at);
    t->waits_for = e.future;
  } else if (e.outcome == StepEnd::yielded) {
    enter(*t, TaskPhase::ready, at);
  }
}

void RunState::on_task_finished(const At& at, const TaskFinished& e) {
  auto* t = task(e.task);
  if (!t) return;
  enter(*t, TaskPhase::done, at);
  t->outcome = e.outcome;
  t->exception = e.exception;
  if (e.line) t->line = e.line;
  t->awaits.clear();
}

void RunState::on_task_renamed(const At&, const TaskRenamed& e) {
  if (auto* t = task(e.task)) t->name = e.name;
}

void RunState::on_task_destroyed(const At&, const TaskDestroyed& e) {
  if (auto* t = task(e.task)) t->destroyed = true;
}

void RunState::on_cancel_requested(const At&, const CancelRequested& e) {
  if (auto* t = task(e.task)) t->cancel_requests = e.requests;
}

void RunState::on_task_uncancelled(const At&, const TaskUncancelled& e) {
  if (auto* t = task(e.task)) t->cancel_requests = e.requests;
}

// --- futures -----------------------------------------------------------------------------------------------------

void RunState::on_future_created(const At&, const FutureCreated& e) {
  auto& f = futures[e.future];
  f.id = e.future;
  f.kind = e.kind;
  f.label = e.label;
  f.creator = e.task;
  f.line = e.line;
}

void RunState::on_future_resolved(const At&, const FutureResolved& e) {
  if (auto* f = future(e.future)) {
    f->done = true;
    f->outcome = e.outcome;
    f->exception = e.exception;
    f->callbacks.clear();
  }
}

void RunState::on_future_callback_added(const At&, const FutureCallbackAdded& e) {
  if (auto* f = future(e.future)) f->callbacks.emplace_back(e.label);
}

void RunState::on_future_callback_removed(const At&, const FutureCallbackRemoved& e) {
  if (auto* f = future(e.future)) {
    auto it = std::find(f->callbacks.begin(), f->callbacks.end(), e.label);
    if (it != f->callbacks.end()) f->callbacks.erase(it);
  }
}

void RunState::on_awaiter_added(const At&, const AwaiterAdded& e) { awaiters.push_back({e.future, e.task}); }

void RunState::on_awaiter_removed(const At&, const AwaiterRemoved& e) {
  auto it = std::find_if(awaiters.begin(), awaiters.end(),
                         [&](const AwaiterEdge& edge) { return edge.future == e.future && edge.task == e.task; });
  if (it != awaiters.end()) awaiters.erase(it);
}

void RunState::on_wait_started(const At&, const WaitStarted& e) {
  if (auto* f = future(e.future)) {
    f->wait = e.kind;
    f->children.assign(e.children.begin(), e.children.end());
  }
}

// Async generators take part in depths, but are not told of.
static void leave_awaits(TaskState& t, std::uint32_t depth) {
  while (!t.awaits.empty() && t.awaits.back().depth >= depth) t.awaits.pop_back();
}

void RunState::on_await_started(const At&, const AwaitStarted& e) {
  if (auto* t = task(e.task)) {
    leave_awaits(*t, e.depth);
    t->awaits.push_back({e.target, e.depth, e.coroutine, e.future, e.line, std::string(e.label)});
  }
}

void RunState::on_await_finished(const At&, const AwaitFinished& e) {
  if (auto* t = task(e.task)) leave_awaits(*t, e.depth);
}

// --- locks, queues, groups and timeouts --------------------------------------------------------------------------

void RunState::on_sync_created(const At&, const SyncCreated& e) {
  auto& s = syncs[e.sync];
  s.id = e.sync;
  s.kind = e.kind;
  s.name = e.name;
  s.number = ++sync_counts_[static_cast<int>(e.kind)];
  s.size = e.size;
  s.lock = e.lock;
  s.value = e.kind == SyncKind::semaphore ? e.size : 0;
  s.line = e.line;
}

void RunState::on_sync_changed(const At&, const SyncChanged& e) {
  auto* s = sync(e.sync);
  if (!s) return;
  s->value = e.value;
  s->unfinished = e.unfinished;
  if (s->kind == SyncKind::lock) s->holder = e.change == SyncChange::acquired ? e.task : 0;
}

void RunState::on_waiter_added(const At&, const WaiterAdded& e) {
  if (auto* s = sync(e.sync)) s->waiters.push_back(e.future);
  if (auto* f = future(e.future)) {
    f->sync = e.sync;
    f->side = e.side;
  }
}

void RunState::on_waiter_removed(const At&, const WaiterRemoved& e) {
  if (auto* s = sync(e.sync)) remove_id(s->waiters, e.future);
}

void RunState::on_scope_entered(const At&, const ScopeEntered& e) {
  scopes[e.scope] = {.id = e.scope, .kind = e.kind, .task = e.task, .deadline = e.deadline, .line = e.line, .tasks = {}};
}

void RunState::on_scope_rescheduled(const At&, const ScopeRescheduled& e) {
  if (auto* s = scopes.find(e.scope)) s->deadline = e.deadline;
}

void RunState::on_scope_exited(const At&, const ScopeExited& e) { scopes.erase(e.scope); }

void RunState::on_task_joined_group(const At&, const TaskJoinedGroup& e) {
  if (auto* s = scopes.find(e.scope)) s->tasks.push_back(e.task);
  if (auto* t = task(e.task)) t->group = e.scope;
}

void RunState::on_task_left_group(const At&, const TaskLeftGroup& e) {
  if (auto* s = scopes.find(e.scope)) remove_id(s->tasks, e.task);
}

void RunState::on_thread_started(const At&, const ThreadStarted& e) {
  if (auto* f = future(e.future)) f->thread = e.thread;
}

void RunState::on_request_started(const At&, const RequestStarted& e) {
  auto* f = future(e.future);
  if (!f) return;
  f->request = e.request;
  f->label = "the answer to " + std::string(e.method) + " " + std::string(e.url);
}

void RunState::on_context_copied(const At&, const ContextCopied& e) {
  auto* from = context(e.from);
  auto variables = from ? from->variables : std::vector<ContextState::Variable>();
  contexts[e.context] = {e.context, std::move(variables)};
}

void RunState::on_context_var_set(const At&, const ContextVarSet& e) {
  auto& c = contexts[e.context];
  c.id = e.context;
  for (auto& variable : c.variables) {
    if (variable.name != e.name) continue;
    variable.value = e.value;
    return;
  }
  c.variables.push_back({std::string(e.name), std::string(e.value)});
}

void RunState::on_context_var_reset(const At&, const ContextVarReset& e) {
  auto* c = context(e.context);
  if (!c) return;
  auto it = std::find_if(c->variables.begin(), c->variables.end(), [&](auto& variable) { return variable.name == e.name; });
  if (it == c->variables.end()) return;
  if (e.value.empty())
    c->variables.erase(it);
  else
    it->value = e.value;
}

void RunState::on_line_reached(const At&, const LineReached& e) {
  if (auto* t = task(e.task)) t->line = e.line;
}

}  // namespace ap::trace
