#include "lesson/observation.hpp"

#include <algorithm>

#include "lesson/json.hpp"

namespace ap::lesson {

using namespace trace;

std::string_view name(Ending e) {
  constexpr std::string_view names[] = {"never_started", "left_behind", "returned", "raised", "cancelled"};
  return names[static_cast<int>(e)];
}
std::string_view name(TaskState s) {
  constexpr std::string_view names[] = {"not_created", "created", "ready", "running", "waiting", "returned", "raised", "cancelled"};
  return names[static_cast<int>(s)];
}

bool Activity::called(std::string_view pattern) const {
  for (const std::string& n : names)
    if (matches(pattern, n)) return true;
  return false;
}

bool Activity::ended_as(std::string_view how) const {
  if (how == "never_started") return start == kNever;
  if (how == "left_behind") return start != kNever && late;
  return name(ending) == how;
}

namespace {

std::string last_part(std::string_view qualname) {
  size_t dot = qualname.rfind('.');
  return std::string(dot == qualname.npos ? qualname : qualname.substr(dot + 1));
}

Ending ending_of(TaskOutcome o) {
  return o == TaskOutcome::returned ? Ending::returned : o == TaskOutcome::raised ? Ending::raised : Ending::cancelled;
}

}  // namespace

// --- questions

double Observation::blocked() const {
  double sum = 0;
  for (const Happening& h : happenings)
    if (h.kind == Happening::Jump && h.detail != static_cast<uint8_t>(ClockCause::idle)) sum += h.t - h.from;
  return sum;
}

uint64_t Observation::seq_of_time(double t) const {
  for (const Happening& h : happenings)
    if (h.kind == Happening::Jump && h.t > t + 1e-9) return h.seq ? h.seq - 1 : 0;
  return last_seq;
}

uint64_t Observation::seq_of_step(size_t n) const {
  for (const Happening& h : happenings)
    if (h.kind == Happening::StepEnd && !--n) return h.seq;
  return kNever;
}

double Observation::time_at(uint64_t seq) const {
  double t = 0;
  for (const Happening& h : happenings) {
    if (h.seq > seq) break;
    t = h.t;
  }
  return t;
}

TaskState Observation::state_at(TaskId task, uint64_t seq) const {
  TaskState s = TaskState::not_created;
  for (const Happening& h : happenings) {
    if (h.seq > seq) break;
    if (h.kind == Happening::State && h.task == task) s = static_cast<TaskState>(h.detail);
  }
  return s;
}

std::string Observation::output() const {
  std::string all;
  for (const Line& l : lines) all += l.text + "\n";
  return all;
}

uint64_t Observation::main_end() const {
  for (const Activity& a : activities)
    if (a.is_task) return a.end;  // the first task of a run is main's
  return kNever;
}

void Observation::finish() {
  uint64_t main = main_end();
  for (Activity& a : activities) {
    if (a.end == kNever) a.end_t = total;
    a.late = a.end == kNever || (main != kNever && a.end > main);
  }
  stacks_.clear();
  timers_.clear();
}

// --- the fold

Observation::Stack& Observation::stack(TaskId task) {
  for (Stack& s : stacks_)
    if (s.task == task) return s;
  stacks_.push_back({task, {}});
  return stacks_.back();
}

Activity* Observation::task_activity(TaskId task) {
  for (Activity& a : activities)
    if (a.is_task && a.task == task) return &a;
  return nullptr;
}

Happening& Observation::note(const At& at, Happening::Kind kind, TaskId task, uint8_t detail) {
  last_seq = at.seq;
  // What goes on for ever is not told to its end.
  if (happenings.size() > 500'000) happenings.resize(400'000), limited = true;
  happenings.push_back({.kind = kind, .detail = detail, .seq = at.seq, .t = at.t, .task = task});
  return happenings.back();
}

void Observation::problem(const At& at, std::string_view word, std::string text, TaskId task, trace::Line line, std::string subject) {
  Happening& h = note(at, Happening::Problem, task);
  h.word = word;
  h.text = std::move(text);
  h.line = line;
  h.subject = std::move(subject);
}

void Observation::end(Activity& a, const At& at, Ending how) {
  a.end = at.seq;
  a.end_t = at.t;
  a.ending = how;
}

// Something else happened in the task than an exception that leaves its coroutines.
void Observation::goes_on(TaskId task) {
  if (task) stack(task).raising = false;
}

void Observation::on_run_finished(const At& at, const RunFinished& e) {
  last_seq = at.seq;
  total = e.virtual_seconds;
  limited = !e.limit.empty();
}

void Observation::on_clock_advanced(const At& at, const ClockAdvanced& e) {
  Happening& h = note(at, Happening::Jump, e.task, static_cast<uint8_t>(e.cause));
  h.from = e.from;
  h.line = e.line;
  h.text = e.function;
}

void Observation::on_timer_added(const At&, const TimerAdded& e) {
  if (e.future) timers_.push_back({e.handle, e.future, e.deadline, false});
}
void Observation::on_timer_fired(const At&, const TimerFired& e) {
  for (Timer& t : timers_)
    if (t.handle == e.handle) t.fired = true;
}

void Observation::on_task_created(const At& at, const TaskCreated& e) {
  if (e.function.starts_with("asyncio.BaseEventLoop.")) {
    internal_.push_back(e.task);
    return;
  }
  Activity a;
  a.names = {std::string(e.name), std::string(e.function), last_part(e.function)};
  a.label = e.name.starts_with("Task-") ? a.names[2] : a.names[0];
  a.task = e.task;
  a.is_task = true;
  a.created = at.seq;
  a.start_t = a.end_t = at.t;
  activities.push_back(std::move(a));
  goes_on(e.creator);
  note(at, Happening::State, e.task, static_cast<uint8_t>(TaskState::created));
}

void Observation::on_task_renamed(const At&, const TaskRenamed& e) {
  if (Activity* a = task_activity(e.task)) {
    a->names.emplace_back(e.name);
    a->label = e.name;
  }
}

void Observation::on_task_scheduled(const At& at, const TaskScheduled& e) {
  if (e.reason == ScheduleReason::created) return;
  note(at, Happening::State, e.task, static_cast<uint8_t>(TaskState::ready));
  double deadline = NAN;
  if (e.reason == ScheduleReason::woken && e.future)
    for (const Timer& t : timers_)
      if (t.future == e.future && t.fired) deadline = t.deadline;
  stack(e.task).deadline = deadline;
}

void Observation::on_task_step_started(const At& at, const TaskStepStarted& e) {
  note(at, Happening::StepStart, e.task, static_cast<uint8_t>(e.how));
  note(at, Happening::State, e.task, static_cast<uint8_t>(TaskState::running));
  Stack& s = stack(e.task);
  s.raising = e.how == StepStart::thrown;
  s.cancelling = false;
  // A cancellation that is thrown in before the first step never enters the body.
  Activity* a = task_activity(e.task);
  if (a && a->start == kNever && e.how != StepStart::thrown) {
    a->start = at.seq;
    a->start_t = at.t;
    a->ending = Ending::left_behind;
  }
}

void Observation::on_task_step_finished(const At& at, const TaskStepFinished& e) {
  note(at, Happening::StepEnd, e.task, static_cast<uint8_t>(e.outcome));
  if (e.outcome == StepEnd::suspended) note(at, Happening::State, e.task, static_cast<uint8_t>(TaskState::waiting));
  if (e.outcome == StepEnd::yielded) note(at, Happening::State, e.task, static_cast<uint8_t>(TaskState::ready));
}

void Observation::on_task_finished(const At& at, const TaskFinished& e) {
  Ending how = ending_of(e.outcome);
  note(at, Happening::State, e.task, static_cast<uint8_t>(how == Ending::returned ? TaskState::returned : how == Ending::raised ? TaskState::raised : TaskState::cancelled));
  if (Activity* a = task_activity(e.task)) {
    end(*a, at, how);
  }
  for (size_t place : stack(e.task).activities)
    if (place != kNoPlace) end(activities[place], at, how);
  stack(e.task).activities.clear();
}

void Observation::on_task_destroyed(const At& at, const TaskDestroyed& e) {
  Activity* a = task_activity(e.task);
  problem(at, "destroyed_pending", "Task was destroyed but it is pending!", e.task, 0, a ? a->label : "");
}

void Observation::on_cancel_requested(const At& at, const CancelRequested& e) {
  goes_on(e.by);
  note(at, Happening::CancelAsked, e.task).line = e.line;
}

void Observation::on_cancel_delivered(const At&, const CancelDelivered& e) { stack(e.task).cancelling = true; }

void Observation::on_coroutine_never_awaited(const At& at, const CoroutineNeverAwaited& e) {
  problem(at, "never_awaited", "coroutine '" + std::string(e.function) + "' was never awaited", 0, e.line, last_part(e.function));
}

void Observation::on_await_started(const At& at, const AwaitStarted& e) {
  if (!e.task) return;
  Stack& s = stack(e.task);
  s.raising = false;
  size_t place = kNoPlace;
  if (e.target == AwaitTarget::coroutine && !e.label.starts_with("asyncio.")) {
    place = activities.size();
    Activity a;
    a.names = {std::string(e.label), last_part(e.label)};
    a.label = a.names[1];
    a.task = e.task;
    a.created = a.start = at.seq;
    a.start_t = a.end_t = at.t;
    a.ending = Ending::left_behind;
    activities.push_back(std::move(a));
  }
  last_seq = at.seq;
  s.activities.push_back(place);
}

void Observation::on_await_finished(const At& at, const AwaitFinished& e) {
  if (!e.task) return;
  Stack& s = stack(e.task);
  if (s.activities.empty()) return;
  size_t place = s.activities.back();
  s.activities.pop_back();
  last_seq = at.seq;
  if (place != kNoPlace) end(activities[place], at, !s.raising ? Ending::returned : s.cancelling ? Ending::cancelled : Ending::raised);
}

void Observation::on_output(const At& at, const Output& e) {
  goes_on(e.task);
  if (e.stream != Stream::stdout_) {
    errors += e.text;
    return;
  }
  last_seq = at.seq;
  std::string_view rest = e.text;
  while (!rest.empty()) {
    size_t end = rest.find('\n');
    std::string_view part = rest.substr(0, end);
    if (lines.empty() || lines.back().whole) lines.push_back({at.seq, at.t, e.task, std::string(part), e.task ? stack(e.task).deadline : NAN, false});
    else lines.back().text += part;
    if (end == rest.npos) break;
    lines.back().whole = true;
    rest.remove_prefix(end + 1);
  }
}

void Observation::on_exception_raised(const At&, const ExceptionRaised& e) {
  if (e.task) {
    stack(e.task).raising = true;
    stack(e.task).cancelling = e.exception == "CancelledError";
  }
}

void Observation::on_exception_unhandled(const At& at, const ExceptionUnhandled& e) {
  std::string text(e.exception);
  if (!e.message.empty()) text += ": " + std::string(e.message);
  Activity* a = task_activity(e.task);
  problem(at, trace::name(e.kind), text, e.task, e.line, a ? a->label : "");
}

void Observation::on_warning_issued(const At& at, const WarningIssued& e) {
  problem(at, "warning", std::string(e.category) + ": " + std::string(e.message), e.task, e.line);
}
void Observation::on_deadlock_detected(const At& at, const DeadlockDetected& e) {
  problem(at, "deadlock", "deadlock: " + std::string(e.message), 0, e.line);
}
void Observation::on_limit_reached(const At& at, const LimitReached& e) {
  limited = true;
  problem(at, "limit", std::string(e.message), e.task, e.line);
}
void Observation::on_diagnosis(const At& at, const Diagnosis& e) {
  problem(at, "diagnosis:" + std::string(e.code), std::string(e.message), e.task, e.line);
}
void Observation::on_line_reached(const At& at, const LineReached& e) {
  goes_on(e.task);
  note(at, Happening::SourceLine, e.task).line = e.line;
}

}  // namespace ap::lesson
