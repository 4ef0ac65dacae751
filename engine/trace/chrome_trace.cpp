#include "trace/chrome_trace.hpp"

namespace ap::trace {
namespace {

constexpr std::uint32_t kLoop = 1;
constexpr std::size_t kNameWidth = 80;

std::uint32_t track_of(TaskId task) { return task ? task + 1 : kLoop; }

}  // namespace

// The next moment on the drawn time axis.
std::uint64_t ChromeTraceSink::tick(const At& at) {
  double micros = at.t * 1e6 + 0.5;
  auto exact = micros > 0 && micros < 1e18 ? static_cast<std::uint64_t>(micros) : 0;
  ts_ = exact > ts_ + 1 ? exact : ts_ + 1;
  return ts_;
}

ByteOut& ChromeTraceSink::event(char phase, std::uint32_t track, std::uint64_t ts, std::string_view name) {
  out_.add(any_ ? ",\n{\"ph\":\"" : "{\"traceEvents\":[\n{\"ph\":\"");
  any_ = true;
  out_.add(phase).add("\",\"pid\":1,\"tid\":").add_number(track).add(",\"ts\":").add_number(ts);
  return out_.add(",\"name\":").add_json_text(say.one_line(name, kNameWidth));
}

void ChromeTraceSink::name_track(std::uint32_t track, std::string_view name) {
  event('M', track, 0, "thread_name").add(",\"args\":{\"name\":").add_json_text(name).add("}}");
  event('M', track, 0, "thread_sort_index").add(",\"args\":{\"sort_index\":").add_number(track).add("}}");
}

void ChromeTraceSink::slice_begin(std::uint32_t track, std::string_view name, std::string_view category, Line line) {
  event('B', track, ts_, name).add(",\"cat\":\"").add(category).add('"');
  if (line) out_.add(",\"args\":{\"line\":").add_number(line).add('}');
  out_.add('}');
  open_[track]++;
}

void ChromeTraceSink::slice_end(std::uint32_t track) {
  auto* open = open_.find(track);
  if (!open || *open == 0) return;
  --*open;
  event('E', track, ts_, "").add('}');
}

void ChromeTraceSink::instant(std::uint32_t track, std::string_view name, char scope, Line line) {
  event('i', track, ts_, name).add(",\"cat\":\"mark\",\"s\":\"").add(scope).add('"');
  if (line) out_.add(",\"args\":{\"line\":").add_number(line).add('}');
  out_.add('}');
}

void ChromeTraceSink::arrow(char phase, std::uint32_t track, std::string_view name, std::uint64_t id) {
  event(phase, track, ts_, name).add(",\"cat\":\"flow\",\"id\":").add_number(id);
  if (phase == 'f') out_.add(",\"bp\":\"e\"");
  out_.add('}');
}

void ChromeTraceSink::leave_state(TaskId task) {
  if (open_[track_of(task)] > 1) slice_end(track_of(task));
}

void ChromeTraceSink::enter_state(TaskId task, std::string_view name, std::string_view category, Line line) {
  leave_state(task);
  slice_begin(track_of(task), name, category, line);
}

void ChromeTraceSink::on_chunk(Chunk chunk) {
  say.reset();
  visit(chunk, *this);
}

// --- the run and the loop ------------------------------------------------------------------------------------------

void ChromeTraceSink::on_run_started(const At&, const RunStarted& e) {
  program_ = say.one_line(e.program);
  event('M', kLoop, 0, "process_name").add(",\"args\":{\"name\":").add_json_text(program_).add("}}");
  name_track(kLoop, "event loop");
}

void ChromeTraceSink::on_run_finished(const At& at, const RunFinished&) {
  tick(at);
  for (TaskId id : task_order) {
    while (open_[track_of(id)] > 0) slice_end(track_of(id));
  }
  while (open_[kLoop] > 0) slice_end(kLoop);
}

void ChromeTraceSink::on_end() {
  if (ended_) return;
  ended_ = true;
  if (!any_) out_.add("{\"traceEvents\":[");
  out_.add("\n],\"displayTimeUnit\":\"ms\",\"otherData\":{\"program\":").add_json_text(program_);
  out_.add(",\"time\":\"virtual; what happens at one instant is drawn 1 microsecond apart\"}}\n");
  out_.flush();
}

void ChromeTraceSink::on_iteration_started(const At& at, const IterationStarted& e) {
  Wording::on_iteration_started(at, e);
  tick(at);
  event('C', kLoop, ts_, "ready handles").add(",\"args\":{\"handles\":").add_number(e.ready).add("}}");
  event('C', kLoop, ts_, "timers").add(",\"args\":{\"timers\":").add_number(e.timers).add("}}");
}

void ChromeTraceSink::on_clock_advanced(const At& at, const ClockAdvanced& e) {
  Wording::on_clock_advanced(at, e);
  // Drawn from where the events before have ended.
  ts_++;
  if (e.cause == ClockCause::idle) {
    slice_begin(kLoop, "idle", "idle", 0);
    tick(at);
    slice_end(kLoop);
    return;
  }
  TaskId who = e.task ? e.task : current();
  auto what = e.cause == ClockCause::busy_wait ? "busy waiting" : say.one_line(e.function);
  slice_begin(kLoop, say.join({"BLOCKED by ", name_of(who), ": ", what}), "blocked", e.line);
  if (who) slice_begin(track_of(who), what, "blocked", e.line);
  tick(at);
  if (who) slice_end(track_of(who));
  slice_end(kLoop);
}

void ChromeTraceSink::on_handle_run_started(const At& at, const HandleRunStarted& e) {
  Wording::on_handle_run_started(at, e);
  tick(at);
  auto* h = handle(e.handle);
  std::string_view name = !h ? "callback" : h->was_timer ? what_is_due(*h) : h->label;
  slice_begin(kLoop, name, "callback", 0);
}

void ChromeTraceSink::on_handle_run_finished(const At& at, const HandleRunFinished& e) {
  Wording::on_handle_run_finished(at, e);
  tick(at);
  slice_end(kLoop);
}

// --- tasks ---------------------------------------------------------------------------------------------------------

void ChromeTraceSink::on_task_created(const At& at, const TaskCreated& e) {
  Wording::on_task_created(at, e);
  tick(at);
  auto name = say.join({name_of(e.task), " ", say.one_line(e.function)});
  name_track(track_of(e.task), name);
  slice_begin(track_of(e.task), name, "task", e.line);
}

void ChromeTraceSink::on_task_renamed(const At& at, const TaskRenamed& e) {
  Wording::on_task_renamed(at, e);
  auto* t = task(e.task);
  if (t) name_track(track_of(e.task), say.join({name_of(e.task), " ", say.one_line(t->function)}));
}

void ChromeTraceSink::on_task_scheduled(const At& at, const TaskScheduled& e) {
  auto* t = task(e.task);
  bool runs = t && t->phase == TaskPhase::running;
  Wording::on_task_scheduled(at, e);
  tick(at);
  // An arrow begins in a slice: that of the running task, or of the callback.
  if (e.reason != ScheduleReason::yielded && (e.by || running_handle)) {
    arrow('s', track_of(e.by), e.reason == ScheduleReason::created ? "create" : "wake", e.handle);
    arrows_[e.handle] = e.reason == ScheduleReason::created ? "create" : "wake";
  }
  if (!runs) enter_state(e.task, "ready", "ready", 0);
}

void ChromeTraceSink::on_task_step_started(const At& at, const TaskStepStarted& e) {
  Wording::on_task_step_started(at, e);
  tick(at);
  slice_begin(kLoop, name_of(e.task), "step", e.line);
  enter_state(e.task, "running", "running", e.line);
  if (auto* name = arrows_.find(e.handle)) {
    arrow('f', track_of(e.task), *name, e.handle);
    arrows_.erase(e.handle);
  }
}

void ChromeTraceSink::on_task_step_finished(const At& at, const TaskStepFinished& e) {
  Wording::on_task_step_finished(at, e);
  tick(at);
  slice_end(kLoop);
  if (e.outcome == StepEnd::suspended) {
    enter_state(e.task, why_it_waits(e.future), "waiting", e.line);
  } else if (e.outcome == StepEnd::yielded) {
    enter_state(e.task, "ready", "ready", e.line);
  } else {
    while (open_[track_of(e.task)] > 0) slice_end(track_of(e.task));
  }
}

void ChromeTraceSink::on_task_finished(const At& at, const TaskFinished& e) {
  Wording::on_task_finished(at, e);
  tick(at);
  std::string_view text;
  switch (e.outcome) {
    case TaskOutcome::returned: text = say.join({"returns ", e.value.empty() ? "None" : e.value}); break;
    case TaskOutcome::raised: text = say.join({"raises ", e.exception, ": ", e.message}); break;
    case TaskOutcome::cancelled: text = "cancelled"; break;
  }
  instant(track_of(e.task), text, 't', e.line);
}

void ChromeTraceSink::on_cancel_requested(const At& at, const CancelRequested& e) {
  Wording::on_cancel_requested(at, e);
  tick(at);
  TaskId by = e.by ? e.by : current();
  instant(track_of(by), say.join({"asks ", name_of(e.task), " to cancel"}), 't', e.line);
  // Arrows of handles and of cancellations must not share ids.
  std::uint64_t id = (std::uint64_t{1} << 32) + at.seq;
  if ((by || running_handle) && !cancel_arrows_.find(e.task)) {
    cancel_arrows_[e.task] = id;
    arrow('s', track_of(by), "cancel", id);
  }
}

void ChromeTraceSink::on_cancel_delivered(const At& at, const CancelDelivered& e) {
  tick(at);
  instant(track_of(e.task), "CancelledError", 't', e.line);
  auto* id = cancel_arrows_.find(e.task);
  if (!id) return;
  arrow('f', track_of(e.task), "cancel", *id);
  cancel_arrows_.erase(e.task);
}

// --- marks ---------------------------------------------------------------------------------------------------------

void ChromeTraceSink::on_output(const At& at, const Output& e) {
  std::string_view text = e.text;
  while (text.ends_with('\n')) text.remove_suffix(1);
  if (text.empty()) return;
  tick(at);
  instant(track_of(e.task ? e.task : current()), text, 't', e.line);
}

void ChromeTraceSink::on_warning_issued(const At& at, const WarningIssued& e) {
  tick(at);
  instant(track_of(e.task), say.join({e.category, ": ", e.message}), 'p', e.line);
}

void ChromeTraceSink::on_exception_unhandled(const At& at, const ExceptionUnhandled& e) {
  tick(at);
  instant(track_of(e.task), say.join({e.exception, ": ", e.message}), 'p', e.line);
}

void ChromeTraceSink::on_deadlock_detected(const At& at, const DeadlockDetected& e) {
  tick(at);
  instant(kLoop, say.join({"deadlock: ", e.message}), 'g', e.line);
}

}  // namespace ap::trace
