#include "trace/mermaid.hpp"

#include "trace/words.hpp"

namespace ap::trace {
namespace {

// Mermaid draws at most 50,000 characters unless it is told otherwise.
constexpr std::size_t kMaxLines = 500;
constexpr std::size_t kTextWidth = 70;

// Text that Mermaid takes literally.
std::string literal(std::string_view text, std::size_t columns = kTextWidth) {
  std::string result;
  for (char c : shorten(one_line(text), columns)) {
    switch (c) {
      case '#': result += "#35;"; break;
      case ';': result += "#59;"; break;
      case '<': result += "#lt;"; break;
      case '>': result += "#gt;"; break;
      case '%': result += "#37;"; break;
      default: result += c;
    }
  }
  return result;
}

// In a gantt chart a colon ends the text, and nothing stands for one.
std::string gantt_text(std::string_view text) {
  std::string result;
  for (char c : shorten(one_line(text), kTextWidth)) {
    if (c == ':') {
      result += " \xe2\x80\x93";
    } else if (c == '#' || c == ';' || c == '%') {
      result += ' ';
    } else {
      result += c;
    }
  }
  return result.empty() ? "-" : result;
}

std::string participant(TaskId task) { return task ? "T" + number(task) : "L"; }

std::string milliseconds(double t) {
  return number(t > 0 && t < 1e15 ? static_cast<std::uint64_t>(t * 1000 + 0.5) : 0);
}

}  // namespace

// --- sequenceDiagram -----------------------------------------------------------------------------------------------

void MermaidSequenceSink::add(std::string line) {
  if (lines_.size() >= kMaxLines) {
    left_out_++;
  } else {
    lines_.push_back(std::move(line));
  }
}

void MermaidSequenceSink::message(TaskId from, const char* arrow, TaskId to, std::string_view text) {
  add(participant(from) + arrow + participant(to) + ": " + literal(text));
}

void MermaidSequenceSink::note(TaskId over, std::string_view text) {
  add("Note over " + participant(over) + ": " + literal(text));
}

void MermaidSequenceSink::on_end() {
  out_.add("sequenceDiagram\n  participant L as event loop\n");
  for (TaskId id : task_order) {
    out_.add("  participant ").add(participant(id)).add(" as ");
    out_.add(literal(name_of(id) + " " + tasks[id].function, 40)).add('\n');
  }
  std::string over = task_order.empty() ? "L" : "L," + participant(task_order.back());
  for (auto& line : lines_) {
    // A rule stands over all participants, which are known only now.
    if (line.starts_with('*')) {
      out_.add("  Note over ").add(over).add(": ").add(std::string_view(line).substr(1)).add('\n');
    } else {
      out_.add("  ").add(line).add('\n');
    }
  }
  if (left_out_ > 0) {
    out_.add("  Note over ").add(over).add(": ").add(count_of(left_out_, "more line")).add(" left out\n");
  }
  out_.flush();
}

void MermaidSequenceSink::on_clock_advanced(const At& at, const ClockAdvanced& e) {
  Wording::on_clock_advanced(at, e);
  std::string from_to = moment(e.from) + " s \xe2\x86\x92 " + moment(e.to) + " s";
  if (e.cause == ClockCause::idle) return add("*" + literal("nothing is ready: " + from_to));
  TaskId who = e.task ? e.task : current();
  std::string what = e.cause == ClockCause::busy_wait ? "busy waiting" : std::string(e.function);
  note(who, what + " holds the loop: " + from_to);
}

void MermaidSequenceSink::on_task_created(const At& at, const TaskCreated& e) {
  Wording::on_task_created(at, e);
  message(e.creator, "->>", e.task, "creates");
}

void MermaidSequenceSink::on_task_scheduled(const At& at, const TaskScheduled& e) {
  Wording::on_task_scheduled(at, e);
  if (e.reason == ScheduleReason::woken) message(e.by, "-->>", e.task, "wakes, since " + what_is_over(e.future));
}

void MermaidSequenceSink::on_task_step_started(const At& at, const TaskStepStarted& e) {
  Wording::on_task_step_started(at, e);
  add("activate " + participant(e.task));
}

void MermaidSequenceSink::on_task_step_finished(const At& at, const TaskStepFinished& e) {
  Wording::on_task_step_finished(at, e);
  if (e.outcome == StepEnd::suspended) note(e.task, why_it_waits(e.future));
  if (e.outcome == StepEnd::yielded) note(e.task, "lets the others go first");
  add("deactivate " + participant(e.task));
}

void MermaidSequenceSink::on_task_finished(const At& at, const TaskFinished& e) {
  Wording::on_task_finished(at, e);
  switch (e.outcome) {
    case TaskOutcome::returned: return note(e.task, "returns " + (e.value.empty() ? "None" : std::string(e.value)));
    case TaskOutcome::raised: return note(e.task, "ends with " + std::string(e.exception));
    case TaskOutcome::cancelled: return note(e.task, "ends cancelled");
  }
}

void MermaidSequenceSink::on_cancel_requested(const At& at, const CancelRequested& e) {
  Wording::on_cancel_requested(at, e);
  message(e.by ? e.by : current(), "-x", e.task, "asks to cancel");
}

void MermaidSequenceSink::on_cancel_delivered(const At&, const CancelDelivered& e) {
  note(e.task, "CancelledError is raised");
}

void MermaidSequenceSink::on_output(const At&, const Output& e) {
  std::string_view text = e.text;
  while (text.ends_with('\n')) text.remove_suffix(1);
  if (!text.empty()) note(e.task ? e.task : current(), "prints " + std::string(text));
}

void MermaidSequenceSink::on_deadlock_detected(const At&, const DeadlockDetected& e) {
  add("*" + literal("deadlock: " + std::string(e.message)));
}

// --- gantt ---------------------------------------------------------------------------------------------------------

void MermaidGanttSink::on_end() {
  auto& t = timeline_;
  out_.add("gantt\n  title ").add(gantt_text(t.program)).add(", virtual seconds\n");
  out_.add("  dateFormat x\n  axisFormat %s\n");
  auto spans_of = [&](TaskId task) {
    for (auto& span : t.spans) {
      if (span.task != task) continue;
      std::string_view tag = span.kind == SpanKind::running ? "crit, "
                             : span.kind == SpanKind::ready ? "active, "
                             : span.kind == SpanKind::idle  ? "done, "
                                                            : "";
      out_.add("  ").add(gantt_text(span.label)).add(" :").add(tag);
      out_.add(milliseconds(span.from)).add(", ").add(milliseconds(span.to)).add('\n');
    }
  };
  out_.add("  section event loop\n");
  spans_of(0);
  for (auto& lane : t.lanes()) {
    auto& task = t.tasks[lane.task];
    out_.add("  section ").add(gantt_text(t.name_of(lane.task) + " " + task.function)).add('\n');
    spans_of(lane.task);
    for (auto& mark : t.marks) {
      if (mark.task != lane.task) continue;
      if (mark.kind != MarkKind::returned && mark.kind != MarkKind::raised && mark.kind != MarkKind::cancelled) continue;
      out_.add("  ").add(gantt_text(mark.label)).add(mark.kind == MarkKind::returned ? " :milestone, " : " :crit, milestone, ");
      out_.add(milliseconds(mark.t)).add(", 0ms\n");
    }
  }
  if (t.left_out > 0) out_.add("  %% ").add(count_of(t.left_out, "more span")).add(" left out\n");
  out_.flush();
}

}  // namespace ap::trace
