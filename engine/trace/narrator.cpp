#include "trace/narrator.hpp"

#include <algorithm>

namespace ap::trace {
namespace {

constexpr std::size_t kValueWidth = 60;

// Calls of asyncio itself are told by what they wait for.
// What the modules written in Python await among themselves would only be in the way.
// Nor has a coroutine in C++ that another one awaits a name.
bool is_of_library(std::string_view function) {
  if (function.empty()) return true;
  for (std::string_view module : {"asyncio.", "aiohttp.", "httpx.", "_network.", "contextlib.", "unittest."})
    if (function.starts_with(module)) return true;
  return false;
}

bool is_control_flow(std::string_view exception) {
  return exception == "CancelledError" || exception == "StopIteration" || exception == "StopAsyncIteration" ||
         exception == "GeneratorExit";
}

}  // namespace

std::string_view Narrator::value_text(std::string_view value) {
  return value.empty() ? "None" : say.one_line(value, kValueWidth);
}

std::string_view Narrator::error_text(std::string_view exception, std::string_view message) {
  if (message.empty()) return say.one_line(exception);
  return say.join({say.one_line(exception), ": ", say.one_line(message, 2 * kValueWidth)});
}

std::string_view Narrator::call_of(std::string_view label) { return say.join({say.one_line(label, kValueWidth), "()"}); }

// --- rows --------------------------------------------------------------------------------------------------------

void Narrator::tell(const At& at, RowKind kind, TaskId id, Line line, std::string_view text) {
  if (is_internal(id)) return;
  std::string_view who = id ? name_of(id) : in_loop_ ? "loop" : "program";
  tell_(user_, {at.seq, at.t, kind, id, who, line, text});
}

void Narrator::row_of(const At& at, TaskId id, Line line, std::string_view text) {
  settle();
  tell(at, RowKind::step, id, line, text);
}

void Narrator::row(const At& at, Line line, std::string_view text) { row_of(at, current(), line, text); }

void Narrator::rule(const At& at, std::string_view text) {
  settle();
  tell(at, RowKind::rule, 0, 0, text);
}

void Narrator::problem(const At& at, TaskId id, Line line, std::string_view text) {
  settle();
  tell(at, RowKind::problem, id, line, text);
}

void Narrator::settle() {
  settle_held();
  settle_output(0);
  settle_output(1);
  settle_coroutines();
}

void Narrator::hold(Held held, const At& at, TaskId task, TaskId by, Line line, std::string_view text) {
  settle_held();
  settle_output(0);
  settle_output(1);
  held_ = held;
  held_at_ = at;
  held_task_ = task;
  held_by_ = by;
  held_line_ = line;
  held_text_ = text;
}

void Narrator::settle_held() {
  Held held = held_;
  held_ = Held::nothing;
  if (held == Held::nothing) return;
  if (held == Held::wakes) {
    auto who = names(held_wakes_);
    auto text = held_by_ ? say.join({"wakes ", who, held_text_, ready_queue()})
                         : say.join({who, held_wakes_.size() == 1 ? " wakes" : " wake", held_text_, ready_queue()});
    held_wakes_.clear();
    tell(held_at_, RowKind::step, held_by_, 0, text);
    return;
  }
  tell(held_at_, RowKind::step, held_by_, held_line_, held_text_);
}

void Narrator::settle_output(int stream) {
  HeldOutput& out = output_[stream];
  if (out.text.empty()) return;
  std::string_view what = stream == 0 ? "prints: " : "prints to stderr: ";
  std::string_view left = out.text;
  if (left.ends_with('\n')) left.remove_suffix(1);
  auto text = say.join({what, say.lines(left, what.size())});
  if (left.empty()) text = stream == 0 ? "prints an empty line" : "prints an empty line to stderr";
  tell(out.at, RowKind::step, out.task, out.line, text);
  out.text.clear();
}

void Narrator::settle_coroutines() {
  for (auto& c : coroutines_) {
    tell(c.at, RowKind::step, c.task, c.line,
         say.join({"calls ", call_of(c.function), ": a coroutine object, none of it has run yet"}));
  }
  coroutines_.clear();
}

void Narrator::forget_coroutine(CoroutineId id) {
  std::erase_if(coroutines_, [id](const HeldCoroutine& c) { return c.id == id; });
}

// --- the run, the loop, the clock ----------------------------------------------------------------------------------

void Narrator::on_run_finished(const At& at, const RunFinished& e) {
  in_loop_ = false;
  rule(at, say.join({"the program ends at ", say.moment(e.virtual_seconds), " s, exit status ", e.exit < 0 ? "-" : "",
                     say.number(static_cast<std::uint64_t>(e.exit < 0 ? -e.exit : e.exit)),
                     e.limit.empty() ? "" : ", stopped by the limit of ", e.limit, e.deadlock ? ", in a deadlock" : ""}));
}

void Narrator::on_loop_started(const At& at, const LoopStarted& e) {
  RunState::on_loop_started(at, e);
  if (is_internal(e.future))
    settle();
  else
    row(at, 0, "starts the event loop");
  in_loop_ = true;
}

void Narrator::on_loop_stopped(const At& at, const LoopStopped& e) {
  settle();
  RunState::on_loop_stopped(at, e);
  in_loop_ = false;
}

void Narrator::on_loop_closed(const At& at, const LoopClosed& e) {
  RunState::on_loop_closed(at, e);
  row(at, 0, "closes the event loop");
}

void Narrator::on_clock_advanced(const At& at, const ClockAdvanced& e) {
  settle();
  RunState::on_clock_advanced(at, e);
  auto from_to = say.join({"from ", say.moment(e.from), " to ", say.moment(e.to)});
  std::string_view effect = in_loop_ ? ": nothing else can run meanwhile" : "";
  switch (e.cause) {
    case ClockCause::idle: {
      auto* timer = handle(e.handle);
      return rule(at, say.join({"nothing is ready: the clock jumps ", from_to, " s", timer ? ", when " : "",
                                timer ? what_is_due(*timer) : ""}));
    }
    case ClockCause::blocking: {
      auto what = e.function.empty() ? "a blocking call" : say.one_line(e.function);
      return row_of(at, or_current(e.task), e.line,
                    say.join({what, in_loop_ ? " holds the loop " : " takes the time ", from_to, effect}));
    }
    case ClockCause::busy_wait:
      return row_of(at, or_current(e.task), e.line,
                    say.join({"looks at the clock again and again ", from_to, effect}));
  }
}

// --- handles and timers --------------------------------------------------------------------------------------------

void Narrator::on_handle_scheduled(const At& at, const HandleScheduled& e) {
  RunState::on_handle_scheduled(at, e);
  if (e.kind == HandleKind::internal || is_internal(e.future)) return;
  auto call = call_of(e.label), queue = ready_queue();
  switch (e.kind) {
    case HandleKind::internal: return;
    case HandleKind::callback: return row(at, 0, say.join({"schedules ", call, queue}));
    case HandleKind::threadsafe: return row(at, 0, say.join({call, " is scheduled from another thread", queue}));
    case HandleKind::future_callback: break;
  }
  auto owner = owner_of_callback(e.label);
  row(at, 0, owner.empty() ? say.join({"its callback ", call, " is scheduled", queue})
                           : say.join({owner, " will be told", queue}));
}

void Narrator::on_handle_run_started(const At& at, const HandleRunStarted& e) {
  settle();
  RunState::on_handle_run_started(at, e);
  auto* h = handle(e.handle);
  if (!h) return;
  auto call = call_of(h->label);
  if (h->was_timer) {
    if (h->timer_kind != TimerKind::call_later) return;
    bool late = at.t > h->deadline + 1e-6;
    return row(at, 0, late ? say.join({"calls ", call, ", which was due at ", say.moment(h->deadline)})
                           : say.join({"calls ", call, ": its timer is due"}));
  }
  if (h->kind == HandleKind::internal || is_internal(h->future)) return;
  auto owner = owner_of_callback(h->label);
  row(at, 0, owner.empty() ? say.join({"calls ", call}) : say.join({"tells ", owner, ": ", what_is_over(h->future)}));
}

void Narrator::on_handle_run_finished(const At& at, const HandleRunFinished& e) {
  settle();
  RunState::on_handle_run_finished(at, e);
}

void Narrator::on_handle_cancelled(const At& at, const HandleCancelled& e) {
  auto* h = handle(e.handle);
  if (h && !h->is_step && !h->was_timer && h->kind != HandleKind::internal) {
    row(at, 0, say.join({"cancels the callback ", call_of(h->label)}));
  }
  RunState::on_handle_cancelled(at, e);
}

void Narrator::on_timer_added(const At& at, const TimerAdded& e) {
  RunState::on_timer_added(at, e);
  if (e.kind != TimerKind::call_later) return;
  row(at, e.line, say.join({"sets a timer: ", call_of(e.label), " at ", say.moment(e.deadline)}));
}

void Narrator::on_timer_cancelled(const At& at, const TimerCancelled& e) {
  auto* h = handle(e.handle);
  if (h && h->timer_kind == TimerKind::call_later) row(at, 0, say.join({"cancels the timer of ", call_of(h->label)}));
  RunState::on_timer_cancelled(at, e);
}

// --- tasks ---------------------------------------------------------------------------------------------------------

void Narrator::on_task_created(const At& at, const TaskCreated& e) {
  RunState::on_task_created(at, e);
  forget_coroutine(e.coroutine);
  if (is_internal(e.task)) return settle();
  hold(Held::created, at, e.task, or_current(e.creator), e.line,
       say.join({"creates ", name_of(e.task), " for ", call_of(e.function)}));
}

void Narrator::hold_wake(const At& at, TaskId id, FutureId future, TaskId by) {
  if (held_ == Held::wakes && held_by_ == by) {
    held_text_.clear();
    held_wakes_.push_back(id);
    return;
  }
  auto text = say.join({": ", what_is_over(future)});
  if (auto* h = handle(running_handle); h && h->was_timer && at.t > h->deadline + 1e-6) {
    text = say.join({text, ", late: it was due at ", say.moment(h->deadline)});
  }
  hold(Held::wakes, at, id, by, 0, text);
  held_wakes_ = {id};
}

void Narrator::on_task_scheduled(const At& at, const TaskScheduled& e) {
  // What is held shows the ready queue as it was before.
  bool joins = held_ == Held::wakes && e.reason == ScheduleReason::woken && held_by_ == e.by;
  bool completes = held_ == Held::created && held_task_ == e.task;
  if (!joins && !completes) settle_held();
  RunState::on_task_scheduled(at, e);
  switch (e.reason) {
    case ScheduleReason::created:
      if (completes) {
        held_text_ += ready_queue();
        settle_held();
      }
      break;
    case ScheduleReason::yielded: woken_by_.erase(e.task); break;
    case ScheduleReason::woken:
      woken_by_[e.task] = e.future;
      hold_wake(at, e.task, e.future, e.by);
      break;
    case ScheduleReason::cancelled:
      woken_by_.erase(e.task);
      row_of(at, e.by, 0, say.join({name_of(e.task), " will have an error thrown in", ready_queue()}));
      break;
  }
}

void Narrator::on_task_step_started(const At& at, const TaskStepStarted& e) {
  if (held_ == Held::created && held_task_ == e.task && !e.handle) held_text_ += ", which starts at once (eager)";
  settle();
  RunState::on_task_step_started(at, e);
  FutureId* woken = woken_by_.find(e.task);
  FutureId future = woken ? *woken : 0;
  switch (e.how) {
    case StepStart::first: {
      auto* t = task(e.task);
      return row_of(at, e.task, e.line, say.join({"starts ", t ? call_of(t->function) : ""}));
    }
    case StepStart::resumed:
      return row_of(at, e.task, e.line, say.join({"goes on", future ? ": " : "", future ? what_is_over(future) : ""}));
    case StepStart::thrown: {
      std::string_view error;
      if (auto* t = task(future)) error = t->exception;
      if (auto* f = this->future(future)) error = f->exception;
      return hold(Held::thrown, at, e.task, e.task, e.line,
                  say.join({"goes on: its await raises ", error.empty() ? "an error" : say.one_line(error)}));
    }
  }
}

void Narrator::on_task_step_finished(const At& at, const TaskStepFinished& e) {
  settle();
  if (e.outcome == StepEnd::suspended) row_of(at, e.task, e.line, say.join({"pauses: ", why_it_waits(e.future)}));
  if (e.outcome == StepEnd::yielded) row_of(at, e.task, e.line, say.join({"pauses: lets the others go first", ready_queue()}));
  RunState::on_task_step_finished(at, e);
}

void Narrator::on_task_finished(const At& at, const TaskFinished& e) {
  settle();
  RunState::on_task_finished(at, e);
  std::string_view text;
  switch (e.outcome) {
    case TaskOutcome::returned: text = say.join({"ends: returns ", value_text(e.value)}); break;
    case TaskOutcome::raised: text = say.join({"ends with ", error_text(e.exception, e.message)}); break;
    case TaskOutcome::cancelled: text = "ends: cancelled"; break;
  }
  row_of(at, e.task, e.line, text);
}

void Narrator::on_task_renamed(const At& at, const TaskRenamed& e) {
  auto before = say.join({name_of(e.task)});  // a copy: the name itself changes
  if (held_ == Held::created && held_task_ == e.task) settle_held();
  RunState::on_task_renamed(at, e);
  row(at, 0, say.join({"calls ", before, " ", name_of(e.task), " from now on"}));
}

void Narrator::on_task_destroyed(const At& at, const TaskDestroyed& e) {
  RunState::on_task_destroyed(at, e);
  problem(at, current(), 0, say.join({name_of(e.task), " is destroyed though it is not done"}));
}

// --- cancellation --------------------------------------------------------------------------------------------------

void Narrator::on_cancel_requested(const At& at, const CancelRequested& e) {
  auto* t = task(e.task);
  std::string_view state;
  if (t && t->phase == TaskPhase::waiting) {
    state = say.join({", which ", why_it_waits(t->waits_for)});
  } else if (t && e.task != e.by && t->phase <= TaskPhase::ready) {
    state = ", which is ready to run";
  }
  auto again = e.requests > 1 ? say.join({" (", say.count_of(e.requests, "request"), " by now)"}) : std::string_view();
  auto text = say.join({"asks ", e.task == e.by ? "itself" : name_of(e.task), " to cancel", state, again});
  row_of(at, or_current(e.by), e.line, text);
  RunState::on_cancel_requested(at, e);
}

void Narrator::on_cancel_delivered(const At& at, const CancelDelivered& e) {
  if (held_ == Held::thrown && held_task_ == e.task) held_ = Held::nothing;
  std::string_view text = e.line ? "goes on: CancelledError is raised at its await"
                                 : "is cancelled before it has started: none of its body runs";
  if (!e.message.empty()) text = say.join({text, " (", say.one_line(e.message, kValueWidth), ")"});
  row_of(at, e.task, e.line, text);
}

void Narrator::on_cancel_swallowed(const At& at, const CancelSwallowed& e) {
  // The group asked its own task, to get it out of its body, and takes the request back at its end.
  bool group = false;
  if (auto* t = task(e.task))
    for (auto& await : t->awaits) group |= await.label == "asyncio.TaskGroup.__aexit__";
  row_of(at, e.task, e.line, group ? "its TaskGroup takes that CancelledError: first the other tasks have to end"
                                   : "has caught CancelledError and goes on as if nobody had asked");
}

void Narrator::on_task_uncancelled(const At& at, const TaskUncancelled& e) {
  RunState::on_task_uncancelled(at, e);
  row(at, 0, say.join({"takes back a request to cancel ", name_of(e.task), " (", say.number(e.requests), " left)"}));
}

// --- futures and coroutines ----------------------------------------------------------------------------------------

void Narrator::on_future_resolved(const At& at, const FutureResolved& e) {
  settle_held();
  RunState::on_future_resolved(at, e);
  auto* f = future(e.future);
  if (!f || f->kind != FutureKind::user) return;
  auto what = f->label.empty() ? "a future" : say.one_line(f->label);
  switch (e.outcome) {
    case FutureOutcome::result: return row(at, e.line, say.join({"gives ", what, " its result, ", value_text(e.value)}));
    case FutureOutcome::exception:
      return row(at, e.line, say.join({"gives ", what, " an exception, ", error_text(e.exception, e.message)}));
    case FutureOutcome::cancelled: return row(at, e.line, say.join({"cancels ", what}));
  }
}

void Narrator::on_coroutine_created(const At& at, const CoroutineCreated& e) {
  if (is_of_library(e.function)) return;
  settle_held();
  settle_output(0);
  settle_output(1);
  coroutines_.push_back({at, e.coroutine, or_current(e.task), e.line, std::string(e.function)});
}

void Narrator::on_await_started(const At& at, const AwaitStarted& e) {
  RunState::on_await_started(at, e);
  if (e.target != AwaitTarget::coroutine) return;
  forget_coroutine(e.coroutine);
  if (!is_of_library(e.label)) row_of(at, e.task, e.line, say.join({"enters ", call_of(e.label)}));
}

void Narrator::on_await_finished(const At& at, const AwaitFinished& e) {
  if (auto* t = task(e.task); t && !t->awaits.empty() && t->awaits.back().depth == e.depth) {
    auto& await = t->awaits.back();
    if (await.target == AwaitTarget::coroutine && !is_of_library(await.label)) {
      row_of(at, e.task, await.line, say.join({"comes back from ", call_of(await.label)}));
    }
  }
  RunState::on_await_finished(at, e);
}

// --- locks, queues, groups and timeouts ----------------------------------------------------------------------------

void Narrator::on_sync_changed(const At& at, const SyncChanged& e) {
  settle();
  RunState::on_sync_changed(at, e);
  auto* s = sync(e.sync);
  if (!s) return;
  if (s->kind == SyncKind::barrier && e.change == SyncChange::released) return;  // it goes on, which is told
  auto what = name_of(*s);
  auto item = e.item.empty() ? "an item" : say.one_line(e.item, kValueWidth);
  auto holds = say.join({", which holds ", say.count_of(e.value, "item")});
  auto left = say.join({" (", say.number(e.value), " left)"});
  // What is said before the name and behind it.
  std::string_view before, behind;
  bool counts = s->kind == SyncKind::semaphore;
  switch (e.change) {
    case SyncChange::acquired: before = counts ? "takes a permit of " : "takes "; break;
    case SyncChange::released: before = counts ? "gives a permit back to " : "releases "; break;
    case SyncChange::set: before = "sets "; break;
    case SyncChange::cleared: before = "clears "; break;
    case SyncChange::notified: before = "notifies "; break;
    case SyncChange::put: before = say.join({"puts ", item, " into "}), behind = holds; break;
    case SyncChange::got: before = say.join({"takes ", item, " from "}), behind = holds; break;
    case SyncChange::task_done:
      before = "marks an item of ", behind = say.join({" as done (", say.number(e.unfinished), " unfinished)"});
      break;
    case SyncChange::shut_down: before = "shuts ", behind = " down"; break;
    case SyncChange::arrived:
      before = "arrives at ", behind = say.join({": ", say.number(e.value), " of ", say.number(s->size)});
      break;
    case SyncChange::tripped: behind = " opens: all are there"; break;
    case SyncChange::reset: before = "resets "; break;
    case SyncChange::broken: behind = " is broken"; break;
  }
  if (counts) behind = left;
  row_of(at, or_current(e.task), e.line, say.join({before, what, behind}));
}

void Narrator::on_scope_entered(const At& at, const ScopeEntered& e) {
  RunState::on_scope_entered(at, e);
  auto text = e.kind == ScopeKind::task_group ? "enters a TaskGroup"
              : e.deadline == e.deadline      ? say.join({"sets a timeout at ", say.moment(e.deadline)})
                                              : "enters a timeout without a deadline";
  row_of(at, or_current(e.task), e.line, text);
}

void Narrator::on_scope_rescheduled(const At& at, const ScopeRescheduled& e) {
  RunState::on_scope_rescheduled(at, e);
  row(at, 0, e.deadline == e.deadline ? say.join({"moves its timeout to ", say.moment(e.deadline)})
                                      : "takes its timeout's deadline away");
}

void Narrator::on_scope_cancelled(const At& at, const ScopeCancelled& e) {
  auto* scope = scopes.find(e.scope);
  auto whose = scope ? say.join({name_of(scope->task), "'s "}) : std::string_view("a ");
  switch (e.cause) {
    case ScopeCause::expired: return row(at, 0, say.join({whose, "timeout expires"}));
    case ScopeCause::child_failed:
      return row(at, 0, say.join({whose, "TaskGroup cancels its other tasks, since ", name_of(e.task), " has failed"}));
    case ScopeCause::body_failed: return row(at, 0, say.join({whose, "TaskGroup cancels its tasks, since its body has failed"}));
  }
}

void Narrator::on_scope_exited(const At& at, const ScopeExited& e) {
  auto* scope = scopes.find(e.scope);
  bool group = scope && scope->kind == ScopeKind::task_group;
  bool fine = e.outcome == ScopeOutcome::completed;
  row(at, e.line, say.join({group ? "leaves the TaskGroup" : "leaves the timeout",
                            !fine ? "" : group ? ": all its tasks are done" : " in time",
                            e.exception.empty() ? "" : " with ", say.one_line(e.exception)}));
  RunState::on_scope_exited(at, e);
}

// --- output, errors, diagnoses -------------------------------------------------------------------------------------

void Narrator::on_output(const At& at, const Output& e) {
  int stream = e.stream == Stream::stdout_ ? 0 : 1;
  settle_held();
  settle_coroutines();
  settle_output(1 - stream);
  TaskId who = or_current(e.task);
  HeldOutput& out = output_[stream];
  if (!out.text.empty() && out.task != who) settle_output(stream);
  if (out.text.empty()) out = {at, who, e.line, {}};
  out.text += e.text;
  if (e.text.ends_with('\n')) settle_output(stream);
}

void Narrator::on_exception_raised(const At& at, const ExceptionRaised& e) {
  if (is_control_flow(e.exception)) return;
  row_of(at, or_current(e.task), e.line, say.join({"raises ", error_text(e.exception, e.message)}));
}

void Narrator::on_exception_unhandled(const At& at, const ExceptionUnhandled& e) {
  auto error = error_text(e.exception, e.message);
  std::string_view text;
  switch (e.kind) {
    case UnhandledKind::uncaught: text = say.join({"nobody catches ", error}); break;
    case UnhandledKind::never_retrieved:
      text = say.join({"nobody ever looked at the failure of ", who_is(e.task ? e.task : e.future), ": ", error});
      break;
    case UnhandledKind::in_callback: text = say.join({"a callback raised ", error}); break;
    case UnhandledKind::unraisable: text = say.join({"raised where nobody can catch it: ", error}); break;
  }
  problem(at, current(), e.line, text);
}

void Narrator::on_warning_issued(const At& at, const WarningIssued& e) {
  problem(at, or_current(e.task), e.line, error_text(e.category, e.message));
}

void Narrator::on_deadlock_detected(const At& at, const DeadlockDetected& e) {
  rule(at, "deadlock: nothing is ready and no timer is set");
  problem(at, 0, e.line, e.message);
}

void Narrator::on_limit_reached(const At& at, const LimitReached& e) { problem(at, e.task, e.line, e.message); }

void Narrator::on_diagnosis(const At& at, const Diagnosis& e) {
  problem(at, e.task, e.line, e.fix.empty() ? e.message : say.join({e.message, "\n", e.fix}));
}

// --- threads, network, contexts, lines -----------------------------------------------------------------------------

void Narrator::on_thread_started(const At& at, const ThreadStarted& e) {
  RunState::on_thread_started(at, e);
  auto what = call_of(e.function);
  row_of(at, or_current(e.task), e.line, say.join({"starts a thread for ", what}));
  threads_[e.thread] = what;
}

void Narrator::on_thread_blocked(const At& at, const ThreadBlocked& e) {
  row(at, e.line, say.join({"the thread of ", threads_[e.thread], " waits in ", call_of(e.function),
                            e.until == e.until ? say.join({" until ", say.moment(e.until)}) : ""}));
}

void Narrator::on_thread_finished(const At& at, const ThreadFinished& e) {
  row(at, 0, say.join({"the thread of ", threads_[e.thread], " has ended", e.exception.empty() ? "" : " with ", say.one_line(e.exception)}));
}

void Narrator::on_request_started(const At& at, const RequestStarted& e) {
  RunState::on_request_started(at, e);
  auto what = say.join({say.one_line(e.method), " ", say.one_line(e.url, kValueWidth)});
  row_of(at, or_current(e.task), e.line, say.join({"sends ", what}));
  requests_[e.request] = what;
}

void Narrator::on_request_answered(const At& at, const RequestAnswered& e) {
  std::string_view what = requests_[e.request];
  row(at, 0, e.status ? say.join({what, " is answered: ", say.number(e.status), ", ", say.count_of(e.bytes, "byte")})
                      : say.join({what, " fails: ", say.one_line(e.exception)}));
}

void Narrator::on_connection_opened(const At& at, const ConnectionOpened& e) {
  row_of(at, or_current(e.task), 0,
         say.join({e.server ? "accepts a connection at " : "is connected to ", say.one_line(e.address)}));
}

void Narrator::on_data_sent(const At& at, const DataSent& e) {
  row_of(at, or_current(e.task), 0,
         say.join({"sends ", say.count_of(e.bytes, "byte"), e.preview.empty() ? "" : ": ",
                   say.one_line(e.preview, kValueWidth)}));
}

void Narrator::on_data_received(const At& at, const DataReceived& e) {
  row(at, 0, say.join({say.count_of(e.bytes, "byte"), e.bytes == 1 ? " arrives" : " arrive",
                       e.preview.empty() ? "" : ": ", say.one_line(e.preview, kValueWidth)}));
}

void Narrator::on_connection_closed(const At& at, const ConnectionClosed& e) {
  row_of(at, or_current(e.task), 0, "closes its connection");
}

void Narrator::on_context_var_set(const At& at, const ContextVarSet& e) {
  RunState::on_context_var_set(at, e);
  row_of(at, or_current(e.task), e.line,
         say.join({"sets context variable ", say.one_line(e.name), " to ", value_text(e.value)}));
}

void Narrator::on_context_var_reset(const At& at, const ContextVarReset& e) {
  RunState::on_context_var_reset(at, e);
  row_of(at, or_current(e.task), e.line,
         e.value.empty() ? say.join({"resets context variable ", say.one_line(e.name), ": it has no value again"})
                         : say.join({"resets context variable ", say.one_line(e.name), " to ", value_text(e.value)}));
}

void Narrator::on_line_reached(const At& at, const LineReached& e) {
  RunState::on_line_reached(at, e);
  std::string_view left = source_, line;
  for (Line i = 1; i <= e.line && !left.empty(); i++) {
    std::size_t end = std::min(left.find('\n'), left.size());
    line = i == e.line ? left.substr(0, end) : std::string_view();
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  row_of(at, or_current(e.task), e.line, line.empty() ? "runs a line" : say.join({"| ", say.one_line(line)}));
}

void Narrator::on_lines_left_out(const At& at, const LinesLeftOut& e) {
  RunState::on_lines_left_out(at, e);
  row_of(at, or_current(e.task), 0, "runs on; the next lines are left out");
}

}  // namespace ap::trace
