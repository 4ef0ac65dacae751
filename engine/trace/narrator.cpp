#include "trace/narrator.hpp"

#include <algorithm>

#include "trace/words.hpp"

namespace ap::trace {
namespace {

constexpr std::size_t kValueWidth = 60;

std::string value_text(std::string_view value) {
  return value.empty() ? std::string("None") : shorten(one_line(value), kValueWidth);
}

std::string error_text(std::string_view exception, std::string_view message) {
  std::string text(exception);
  if (!message.empty()) text += ": " + shorten(one_line(message), 2 * kValueWidth);
  return text;
}

// Calls of asyncio itself are told by what they wait for.
bool is_of_library(std::string_view function) { return function.starts_with("asyncio."); }

bool is_control_flow(std::string_view exception) {
  return exception == "CancelledError" || exception == "StopIteration" || exception == "StopAsyncIteration" ||
         exception == "GeneratorExit";
}

}  // namespace

// --- rows --------------------------------------------------------------------------------------------------------

void Narrator::tell(const At& at, RowKind kind, TaskId id, Line line, std::string_view text) {
  std::string who = id ? name_of(id) : in_loop_ ? "loop" : "program";
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

void Narrator::hold(Held held, const At& at, TaskId task, TaskId by, Line line, std::string text) {
  settle_held();
  settle_output(0);
  settle_output(1);
  held_ = held;
  held_at_ = at;
  held_task_ = task;
  held_by_ = by;
  held_line_ = line;
  held_text_ = std::move(text);
}

void Narrator::settle_held() {
  Held held = held_;
  held_ = Held::nothing;
  if (held == Held::nothing) return;
  if (held == Held::wakes) {
    std::string text;
    std::string who = names(held_wakes_);
    if (held_by_) {
      text = "wakes " + who;
    } else {
      text = who + (held_wakes_.size() == 1 ? " wakes" : " wake");
    }
    text += held_text_ + ready_queue();
    held_wakes_.clear();
    tell(held_at_, RowKind::step, held_by_, 0, text);
    return;
  }
  tell(held_at_, RowKind::step, held_by_, held_line_, held_text_);
}

void Narrator::settle_output(int stream) {
  HeldOutput& out = output_[stream];
  if (out.text.empty()) return;
  std::string text = stream == 0 ? "prints: " : "prints to stderr: ";
  std::string indent = "\n" + std::string(text.size(), ' ');
  std::string_view left = out.text;
  if (left.ends_with('\n')) left.remove_suffix(1);
  if (left.empty()) text = stream == 0 ? "prints an empty line" : "prints an empty line to stderr";
  while (!left.empty()) {
    std::size_t end = std::min(left.find('\n'), left.size());
    text += one_line(left.substr(0, end));
    if (end < left.size()) text += indent;
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  out.text.clear();
  tell(out.at, RowKind::step, out.task, out.line, text);
}

void Narrator::settle_coroutines() {
  for (auto& c : coroutines_) {
    tell(c.at, RowKind::step, c.task, c.line, "calls " + c.function + "(): a coroutine object, none of it has run yet");
  }
  coroutines_.clear();
}

void Narrator::forget_coroutine(CoroutineId id) {
  std::erase_if(coroutines_, [id](const HeldCoroutine& c) { return c.id == id; });
}

// --- the run, the loop, the clock ----------------------------------------------------------------------------------

void Narrator::on_run_finished(const At& at, const RunFinished& e) {
  in_loop_ = false;
  std::string text = "the program ends at " + moment(e.virtual_seconds) + " s, exit status " +
                     (e.exit < 0 ? "-" : "") + number(static_cast<std::uint64_t>(e.exit < 0 ? -e.exit : e.exit));
  if (!e.limit.empty()) text += ", stopped by the limit of " + std::string(e.limit);
  if (e.deadlock) text += ", in a deadlock";
  rule(at, text);
}

void Narrator::on_loop_started(const At& at, const LoopStarted&) {
  row(at, 0, "starts the event loop");
  in_loop_ = true;
}

void Narrator::on_loop_stopped(const At&, const LoopStopped&) {
  settle();
  in_loop_ = false;
}

void Narrator::on_loop_closed(const At& at, const LoopClosed& e) {
  RunState::on_loop_closed(at, e);
  row(at, 0, "closes the event loop");
}

void Narrator::on_clock_advanced(const At& at, const ClockAdvanced& e) {
  settle();
  RunState::on_clock_advanced(at, e);
  std::string from_to = "from " + moment(e.from) + " to " + moment(e.to);
  switch (e.cause) {
    case ClockCause::idle: {
      auto* timer = handle(e.handle);
      rule(at, "nothing is ready: the clock jumps " + from_to + " s" + (timer ? ", when " + what_is_due(*timer) : ""));
      break;
    }
    case ClockCause::blocking: {
      std::string what = e.function.empty() ? "a blocking call" : std::string(e.function);
      std::string text = what + (in_loop_ ? " holds the loop " + from_to + ": nothing else can run meanwhile"
                                          : " takes the time " + from_to);
      row_of(at, e.task ? e.task : current(), e.line, text);
      break;
    }
    case ClockCause::busy_wait:
      row_of(at, e.task ? e.task : current(), e.line,
             "looks at the clock again and again " + from_to + (in_loop_ ? ": nothing else can run meanwhile" : ""));
      break;
  }
}

// --- handles and timers --------------------------------------------------------------------------------------------

void Narrator::on_handle_scheduled(const At& at, const HandleScheduled& e) {
  RunState::on_handle_scheduled(at, e);
  std::string label = shorten(one_line(e.label), kValueWidth) + "()";
  switch (e.kind) {
    case HandleKind::internal: return;
    case HandleKind::callback: return row(at, 0, "schedules " + label + ready_queue());
    case HandleKind::threadsafe: return row(at, 0, label + " is scheduled from another thread" + ready_queue());
    case HandleKind::future_callback: {
      auto owner = owner_of_callback(e.label);
      return row(at, 0, owner.empty() ? "its callback " + label + " is scheduled" + ready_queue()
                                      : std::string(owner) + " will be told" + ready_queue());
    }
  }
}

void Narrator::on_handle_run_started(const At& at, const HandleRunStarted& e) {
  settle();
  RunState::on_handle_run_started(at, e);
  auto* h = handle(e.handle);
  if (!h) return;
  std::string label = shorten(one_line(h->label), kValueWidth) + "()";
  if (h->was_timer) {
    if (h->timer_kind != TimerKind::call_later) return;
    bool late = at.t > h->deadline + 1e-6;
    return row(at, 0, "calls " + label + (late ? ", which was due at " + moment(h->deadline) : ": its timer is due"));
  }
  if (h->kind == HandleKind::internal) return;
  auto owner = owner_of_callback(h->label);
  row(at, 0, owner.empty() ? "calls " + label : "tells " + std::string(owner) + ": " + what_is_over(h->future));
}

void Narrator::on_handle_run_finished(const At& at, const HandleRunFinished& e) {
  settle();
  RunState::on_handle_run_finished(at, e);
}

void Narrator::on_handle_cancelled(const At& at, const HandleCancelled& e) {
  auto* h = handle(e.handle);
  if (h && !h->is_step && !h->was_timer && h->kind != HandleKind::internal) {
    row(at, 0, "cancels the callback " + one_line(h->label) + "()");
  }
  RunState::on_handle_cancelled(at, e);
}

void Narrator::on_timer_added(const At& at, const TimerAdded& e) {
  RunState::on_timer_added(at, e);
  if (e.kind != TimerKind::call_later) return;
  row(at, e.line, "sets a timer: " + shorten(one_line(e.label), kValueWidth) + "() at " + moment(e.deadline));
}

void Narrator::on_timer_cancelled(const At& at, const TimerCancelled& e) {
  auto* h = handle(e.handle);
  if (h && h->timer_kind == TimerKind::call_later) row(at, 0, "cancels the timer of " + one_line(h->label) + "()");
  RunState::on_timer_cancelled(at, e);
}

// --- tasks ---------------------------------------------------------------------------------------------------------

void Narrator::on_task_created(const At& at, const TaskCreated& e) {
  RunState::on_task_created(at, e);
  forget_coroutine(e.coroutine);
  std::string text = "creates " + name_of(e.task) + " for " + std::string(e.function) + "()";
  hold(Held::created, at, e.task, e.creator ? e.creator : current(), e.line, std::move(text));
}

void Narrator::hold_wake(const At& at, TaskId id, FutureId future, TaskId by) {
  if (held_ == Held::wakes && held_by_ == by) {
    held_text_.clear();
    held_wakes_.push_back(id);
    return;
  }
  std::string text = ": " + what_is_over(future);
  if (auto* h = handle(running_handle); h && h->was_timer && at.t > h->deadline + 1e-6) {
    text += ", late: it was due at " + moment(h->deadline);
  }
  hold(Held::wakes, at, id, by, 0, std::move(text));
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
      row_of(at, e.by, 0, name_of(e.task) + " will have an error thrown in" + ready_queue());
      break;
  }
}

void Narrator::on_task_step_started(const At& at, const TaskStepStarted& e) {
  if (held_ == Held::created && held_task_ == e.task && !e.handle) held_text_ += ", which starts at once (eager)";
  settle();
  RunState::on_task_step_started(at, e);
  auto woken = woken_by_.find(e.task);
  FutureId future = woken == woken_by_.end() ? 0 : woken->second;
  switch (e.how) {
    case StepStart::first: {
      auto* t = task(e.task);
      row_of(at, e.task, e.line, "starts " + (t ? t->function + "()" : std::string()));
      break;
    }
    case StepStart::resumed:
      row_of(at, e.task, e.line, "goes on" + (future ? ": " + what_is_over(future) : ""));
      break;
    case StepStart::thrown: {
      std::string error;
      if (auto* t = task(future)) error = t->exception;
      if (auto* f = this->future(future)) error = f->exception;
      hold(Held::thrown, at, e.task, e.task, e.line,
           "goes on: its await raises " + (error.empty() ? "an error" : error));
      break;
    }
  }
}

void Narrator::on_task_step_finished(const At& at, const TaskStepFinished& e) {
  settle();
  if (e.outcome == StepEnd::suspended) row_of(at, e.task, e.line, "pauses: " + why_it_waits(e.future));
  if (e.outcome == StepEnd::yielded) row_of(at, e.task, e.line, "pauses: lets the others go first" + ready_queue());
  RunState::on_task_step_finished(at, e);
}

void Narrator::on_task_finished(const At& at, const TaskFinished& e) {
  settle();
  RunState::on_task_finished(at, e);
  std::string text;
  switch (e.outcome) {
    case TaskOutcome::returned: text = "ends: returns " + value_text(e.value); break;
    case TaskOutcome::raised: text = "ends with " + error_text(e.exception, e.message); break;
    case TaskOutcome::cancelled: text = "ends: cancelled"; break;
  }
  row_of(at, e.task, e.line, text);
}

void Narrator::on_task_renamed(const At& at, const TaskRenamed& e) {
  std::string before = name_of(e.task);
  if (held_ == Held::created && held_task_ == e.task) settle_held();
  RunState::on_task_renamed(at, e);
  row(at, 0, "calls " + before + " " + name_of(e.task) + " from now on");
}

void Narrator::on_task_destroyed(const At& at, const TaskDestroyed& e) {
  RunState::on_task_destroyed(at, e);
  problem(at, current(), 0, name_of(e.task) + " is destroyed though it is not done");
}

// --- cancellation --------------------------------------------------------------------------------------------------

void Narrator::on_cancel_requested(const At& at, const CancelRequested& e) {
  std::string text = "asks " + (e.task == e.by ? "itself" : name_of(e.task)) + " to cancel";
  auto* t = task(e.task);
  if (t && t->phase == TaskPhase::waiting) {
    text += ", which " + why_it_waits(t->waits_for);
  } else if (t && e.task != e.by && t->phase <= TaskPhase::ready) {
    text += ", which is ready to run";
  }
  if (e.requests > 1) text += " (" + count_of(e.requests, "request") + " by now)";
  row_of(at, e.by ? e.by : current(), e.line, text);
  RunState::on_cancel_requested(at, e);
}

void Narrator::on_cancel_delivered(const At& at, const CancelDelivered& e) {
  if (held_ == Held::thrown && held_task_ == e.task) held_ = Held::nothing;
  std::string text = e.line ? "goes on: CancelledError is raised at its await"
                            : "is cancelled before it has started: none of its body runs";
  if (!e.message.empty()) text += " (" + shorten(one_line(e.message), kValueWidth) + ")";
  row_of(at, e.task, e.line, text);
}

void Narrator::on_cancel_swallowed(const At& at, const CancelSwallowed& e) {
  row_of(at, e.task, e.line, "has caught CancelledError and goes on as if nobody had asked");
}

void Narrator::on_task_uncancelled(const At& at, const TaskUncancelled& e) {
  RunState::on_task_uncancelled(at, e);
  row(at, 0, "takes back a request to cancel " + name_of(e.task) + " (" + number(e.requests) + " left)");
}

// --- futures and coroutines ----------------------------------------------------------------------------------------

void Narrator::on_future_resolved(const At& at, const FutureResolved& e) {
  settle_held();
  RunState::on_future_resolved(at, e);
  auto* f = future(e.future);
  if (!f || f->kind != FutureKind::user) return;
  std::string what = f->label.empty() ? "a future" : one_line(f->label);
  switch (e.outcome) {
    case FutureOutcome::result: return row(at, e.line, "gives " + what + " its result, " + value_text(e.value));
    case FutureOutcome::exception:
      return row(at, e.line, "gives " + what + " an exception, " + error_text(e.exception, e.message));
    case FutureOutcome::cancelled: return row(at, e.line, "cancels " + what);
  }
}

void Narrator::on_coroutine_created(const At& at, const CoroutineCreated& e) {
  if (is_of_library(e.function)) return;
  settle_held();
  settle_output(0);
  settle_output(1);
  coroutines_.push_back({at, e.coroutine, e.task ? e.task : current(), e.line, std::string(e.function)});
}

void Narrator::on_await_started(const At& at, const AwaitStarted& e) {
  RunState::on_await_started(at, e);
  if (e.target != AwaitTarget::coroutine) return;
  forget_coroutine(e.coroutine);
  if (!is_of_library(e.label)) row_of(at, e.task, e.line, "enters " + std::string(e.label) + "()");
}

void Narrator::on_await_finished(const At& at, const AwaitFinished& e) {
  if (auto* t = task(e.task); t && e.depth > 0 && t->awaits.size() >= e.depth) {
    auto& await = t->awaits[e.depth - 1];
    if (await.target == AwaitTarget::coroutine && !is_of_library(await.label)) {
      row_of(at, e.task, await.line, "comes back from " + await.label + "()");
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
  std::string what = name_of(*s);
  std::string item = e.item.empty() ? std::string("an item") : shorten(one_line(e.item), kValueWidth);
  std::string left = " (" + number(e.value) + " left)";
  bool counts = s->kind == SyncKind::semaphore;
  std::string text;
  switch (e.change) {
    case SyncChange::acquired: text = counts ? "takes a permit of " + what + left : "takes " + what; break;
    case SyncChange::released: text = counts ? "gives a permit back to " + what + left : "releases " + what; break;
    case SyncChange::set: text = "sets " + what; break;
    case SyncChange::cleared: text = "clears " + what; break;
    case SyncChange::notified: text = "notifies " + what; break;
    case SyncChange::put: text = "puts " + item + " into " + what + ", which holds " + count_of(e.value, "item"); break;
    case SyncChange::got: text = "takes " + item + " from " + what + ", which holds " + count_of(e.value, "item"); break;
    case SyncChange::task_done:
      text = "marks an item of " + what + " as done (" + number(e.unfinished) + " unfinished)";
      break;
    case SyncChange::shut_down: text = "shuts " + what + " down"; break;
    case SyncChange::arrived: text = "arrives at " + what + ": " + number(e.value) + " of " + number(s->size); break;
    case SyncChange::tripped: text = what + " opens: all are there"; break;
    case SyncChange::reset: text = "resets " + what; break;
    case SyncChange::broken: text = what + " is broken"; break;
  }
  row_of(at, e.task ? e.task : current(), e.line, text);
}

void Narrator::on_scope_entered(const At& at, const ScopeEntered& e) {
  RunState::on_scope_entered(at, e);
  std::string text = e.kind == ScopeKind::task_group ? "enters a TaskGroup"
                     : e.deadline == e.deadline      ? "sets a timeout at " + moment(e.deadline)
                                                     : "enters a timeout without a deadline";
  row_of(at, e.task ? e.task : current(), e.line, text);
}

void Narrator::on_scope_rescheduled(const At& at, const ScopeRescheduled& e) {
  RunState::on_scope_rescheduled(at, e);
  row(at, 0, e.deadline == e.deadline ? "moves its timeout to " + moment(e.deadline) : "takes its timeout's deadline away");
}

void Narrator::on_scope_cancelled(const At& at, const ScopeCancelled& e) {
  auto it = scopes.find(e.scope);
  std::string whose = it == scopes.end() ? "a " : name_of(it->second.task) + "'s ";
  switch (e.cause) {
    case ScopeCause::expired: return row(at, 0, whose + "timeout expires");
    case ScopeCause::child_failed:
      return row(at, 0, whose + "TaskGroup cancels its other tasks, since " + name_of(e.task) + " has failed");
    case ScopeCause::body_failed: return row(at, 0, whose + "TaskGroup cancels its tasks, since its body has failed");
  }
}

void Narrator::on_scope_exited(const At& at, const ScopeExited& e) {
  auto it = scopes.find(e.scope);
  bool group = it != scopes.end() && it->second.kind == ScopeKind::task_group;
  std::string text = group ? "leaves the TaskGroup" : "leaves the timeout";
  if (e.outcome == ScopeOutcome::completed) text += group ? ": all its tasks are done" : " in time";
  if (!e.exception.empty()) text += " with " + std::string(e.exception);
  row(at, e.line, text);
  RunState::on_scope_exited(at, e);
}

// --- output, errors, diagnoses -------------------------------------------------------------------------------------

void Narrator::on_output(const At& at, const Output& e) {
  int stream = e.stream == Stream::stdout_ ? 0 : 1;
  settle_held();
  settle_coroutines();
  settle_output(1 - stream);
  TaskId who = e.task ? e.task : current();
  HeldOutput& out = output_[stream];
  if (!out.text.empty() && out.task != who) settle_output(stream);
  if (out.text.empty()) out = {at, who, e.line, {}};
  out.text += e.text;
  if (e.text.ends_with('\n')) settle_output(stream);
}

void Narrator::on_exception_raised(const At& at, const ExceptionRaised& e) {
  if (is_control_flow(e.exception)) return;
  row_of(at, e.task ? e.task : current(), e.line, "raises " + error_text(e.exception, e.message));
}

void Narrator::on_exception_unhandled(const At& at, const ExceptionUnhandled& e) {
  std::string error = error_text(e.exception, e.message);
  std::string text;
  switch (e.kind) {
    case UnhandledKind::uncaught: text = "nobody catches " + error; break;
    case UnhandledKind::never_retrieved:
      text = "nobody ever looked at the failure of " + who_is(e.task ? e.task : e.future) + ": " + error;
      break;
    case UnhandledKind::in_callback: text = "a callback raised " + error; break;
    case UnhandledKind::unraisable: text = "raised where nobody can catch it: " + error; break;
  }
  problem(at, current(), e.line, text);
}

void Narrator::on_warning_issued(const At& at, const WarningIssued& e) {
  problem(at, e.task ? e.task : current(), e.line, error_text(e.category, e.message));
}

void Narrator::on_deadlock_detected(const At& at, const DeadlockDetected& e) {
  rule(at, "deadlock: nothing is ready and no timer is set");
  problem(at, 0, e.line, e.message);
}

void Narrator::on_limit_reached(const At& at, const LimitReached& e) { problem(at, e.task, e.line, e.message); }

void Narrator::on_diagnosis(const At& at, const Diagnosis& e) {
  std::string text(e.message);
  if (!e.fix.empty()) text += "\n" + std::string(e.fix);
  problem(at, e.task, e.line, text);
}

// --- threads, network, contexts, lines -----------------------------------------------------------------------------

void Narrator::on_thread_started(const At& at, const ThreadStarted& e) {
  RunState::on_thread_started(at, e);
  row_of(at, e.task ? e.task : current(), e.line, "starts a thread for " + std::string(e.function) + "()");
}

void Narrator::on_thread_finished(const At& at, const ThreadFinished& e) {
  row(at, 0, "a thread has ended" + (e.exception.empty() ? "" : " with " + std::string(e.exception)));
}

void Narrator::on_request_started(const At& at, const RequestStarted& e) {
  RunState::on_request_started(at, e);
  std::string what = one_line(e.method) + " " + shorten(one_line(e.url), kValueWidth);
  row_of(at, e.task ? e.task : current(), e.line, "sends " + what);
  requests_[e.request] = std::move(what);
}

void Narrator::on_request_answered(const At& at, const RequestAnswered& e) {
  std::string text = requests_[e.request];
  if (e.status) {
    text += " is answered: " + number(e.status) + ", " + count_of(e.bytes, "byte");
  } else {
    text += " fails: " + std::string(e.exception);
  }
  row(at, 0, text);
}

void Narrator::on_connection_opened(const At& at, const ConnectionOpened& e) {
  row_of(at, e.task ? e.task : current(), 0,
         (e.server ? "accepts a connection at " : "is connected to ") + one_line(e.address));
}

void Narrator::on_data_sent(const At& at, const DataSent& e) {
  std::string preview = e.preview.empty() ? "" : ": " + shorten(one_line(e.preview), kValueWidth);
  row_of(at, e.task ? e.task : current(), 0, "sends " + count_of(e.bytes, "byte") + preview);
}

void Narrator::on_data_received(const At& at, const DataReceived& e) {
  std::string preview = e.preview.empty() ? "" : ": " + shorten(one_line(e.preview), kValueWidth);
  row(at, 0, count_of(e.bytes, "byte") + (e.bytes == 1 ? " arrives" : " arrive") + preview);
}

void Narrator::on_connection_closed(const At& at, const ConnectionClosed& e) {
  row_of(at, e.task ? e.task : current(), 0, "closes its connection");
}

void Narrator::on_context_var_set(const At& at, const ContextVarSet& e) {
  row_of(at, e.task ? e.task : current(), e.line,
         "sets context variable " + one_line(e.name) + " to " + value_text(e.value));
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
  row_of(at, e.task ? e.task : current(), e.line, line.empty() ? "runs a line" : "| " + one_line(line));
}

}  // namespace ap::trace
