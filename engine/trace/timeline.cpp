#include "trace/timeline.hpp"

namespace ap::trace {

// By hand, not by recursion: a chain of tasks may be as long as the run.
std::vector<Timeline::Lane> Timeline::lanes() const {
  struct Open {
    TaskId creator;
    std::uint32_t depth;
    std::size_t next;
  };
  ById<std::vector<TaskId>> children;  // by creator + 1: 0 is no id
  for (TaskId id : task_order)
    if (!is_internal(id)) children[1 + tasks.find(id)->creator].push_back(id);
  std::vector<Lane> result;
  std::vector<Open> stack = {{0, 0, 0}};
  while (!stack.empty()) {
    Open& open = stack.back();
    auto* those = children.find(open.creator + 1);
    if (!those || open.next == those->size()) {
      stack.pop_back();
      continue;
    }
    TaskId task = (*those)[open.next++];
    result.push_back({task, open.depth});
    stack.push_back({task, open.depth + 1, 0});
  }
  return result;
}

void Timeline::close(TaskState& task, double t) {
  if (!(t > task.since)) return;
  SpanKind kind;
  std::string_view label;
  switch (task.phase) {
    case TaskPhase::created:
    case TaskPhase::ready: kind = SpanKind::ready; label = "ready, but the loop is held"; break;
    case TaskPhase::running: kind = SpanKind::running; label = "holds the loop"; break;
    case TaskPhase::waiting: kind = SpanKind::waiting; label = why_[task.id]; break;
    default: return;
  }
  if (spans.size() >= limit_) {
    left_out++;
    return;
  }
  spans.push_back({task.id, kind, task.since, t, task.line, std::string(label)});
}

void Timeline::mark(const At& at, TaskId task, MarkKind kind, Line line, std::string_view label) {
  if (marks.size() >= limit_) {
    left_out++;
    return;
  }
  marks.push_back({task, kind, at.t, line, std::string(label)});
}

void Timeline::on_run_started(const At&, const RunStarted& e) { program = e.program; }

void Timeline::on_run_finished(const At& at, const RunFinished&) {
  end = at.t;
  for (TaskId id : task_order) close(*tasks.find(id), end);
}

void Timeline::on_clock_advanced(const At& at, const ClockAdvanced& e) {
  Wording::on_clock_advanced(at, e);
  end = at.t;
  if (spans.size() >= limit_) {
    left_out++;
  } else if (e.cause == ClockCause::idle) {
    spans.push_back({0, SpanKind::idle, e.from, e.to, 0, "idle"});
  } else {
    TaskId who = e.task ? e.task : current();
    auto what = e.cause == ClockCause::busy_wait ? "busy" : say.one_line(e.function);
    auto label = say.join({"held by ", name_of(who), ": ", what});
    spans.push_back({0, SpanKind::running, e.from, e.to, e.line, std::string(label)});
  }
}

void Timeline::on_task_created(const At& at, const TaskCreated& e) {
  Wording::on_task_created(at, e);
  if (wakes.size() < limit_ && !is_internal(e.task)) wakes.push_back({e.creator, e.task, at.t, true});
}

void Timeline::on_task_scheduled(const At& at, const TaskScheduled& e) {
  if (auto* t = task(e.task); t && t->phase == TaskPhase::waiting) {
    close(*t, at.t);
    if (wakes.size() < limit_) wakes.push_back({e.by, e.task, at.t, false});
  }
  Wording::on_task_scheduled(at, e);
}

void Timeline::on_task_step_started(const At& at, const TaskStepStarted& e) {
  if (auto* t = task(e.task)) close(*t, at.t);
  Wording::on_task_step_started(at, e);
  mark(at, e.task, MarkKind::step, e.line, e.how == StepStart::first ? "starts" : "goes on");
}

void Timeline::on_task_step_finished(const At& at, const TaskStepFinished& e) {
  if (auto* t = task(e.task)) close(*t, at.t);
  Wording::on_task_step_finished(at, e);
  if (e.outcome == StepEnd::suspended) why_[e.task] = why_it_waits(e.future);
}

void Timeline::on_task_finished(const At& at, const TaskFinished& e) {
  if (auto* t = task(e.task)) close(*t, at.t);
  Wording::on_task_finished(at, e);
  switch (e.outcome) {
    case TaskOutcome::returned:
      mark(at, e.task, MarkKind::returned, e.line, say.join({"returns ", e.value.empty() ? "None" : say.one_line(e.value)}));
      break;
    case TaskOutcome::raised:
      mark(at, e.task, MarkKind::raised, e.line, say.join({"raises ", say.one_line(e.exception), ": ", say.one_line(e.message)}));
      break;
    case TaskOutcome::cancelled: mark(at, e.task, MarkKind::cancelled, e.line, "is cancelled"); break;
  }
}

void Timeline::on_cancel_requested(const At& at, const CancelRequested& e) {
  Wording::on_cancel_requested(at, e);
  mark(at, e.task, MarkKind::cancel, e.line, "is asked to cancel");
}

void Timeline::on_output(const At& at, const Output& e) {
  std::string_view text = e.text;
  while (text.ends_with('\n')) text.remove_suffix(1);
  if (!text.empty()) mark(at, e.task ? e.task : current(), MarkKind::output, e.line, say.join({"prints: ", say.one_line(text)}));
}

void Timeline::on_warning_issued(const At& at, const WarningIssued& e) {
  mark(at, e.task, MarkKind::problem, e.line, say.join({say.one_line(e.category), ": ", say.one_line(e.message)}));
}

void Timeline::on_exception_unhandled(const At& at, const ExceptionUnhandled& e) {
  mark(at, e.task, MarkKind::problem, e.line, say.join({say.one_line(e.exception), ": ", say.one_line(e.message)}));
}

void Timeline::on_deadlock_detected(const At& at, const DeadlockDetected& e) {
  mark(at, 0, MarkKind::problem, e.line, say.join({"deadlock: ", say.one_line(e.message)}));
}

void Timeline::on_limit_reached(const At& at, const LimitReached& e) {
  mark(at, e.task, MarkKind::problem, e.line, say.one_line(e.message));
}

}  // namespace ap::trace
