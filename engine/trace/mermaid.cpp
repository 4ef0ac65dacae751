#include "trace/mermaid.hpp"

#include <algorithm>

namespace ap::trace {
namespace {

// Mermaid draws at most 50,000 characters unless it is told otherwise.
constexpr std::size_t kMaxLines = 500;
constexpr std::size_t kTextWidth = 70;

// Text that Mermaid takes literally.
std::string_view literal(Scratch& say, std::string_view text, std::size_t columns = kTextWidth) {
  std::string_view result;
  text = say.one_line(text, columns);
  while (!text.empty()) {
    std::size_t n = std::min(text.find_first_of("#;<>%"), text.size());
    std::string_view code;
    if (n < text.size()) {
      switch (text[n]) {
        case '#': code = "#35;"; break;
        case ';': code = "#59;"; break;
        case '<': code = "#lt;"; break;
        case '>': code = "#gt;"; break;
        case '%': code = "#37;"; break;
      }
    }
    result = say.join({result, text.substr(0, n), code});
    text.remove_prefix(std::min(n + 1, text.size()));
  }
  return result;
}

// In a gantt chart a colon ends the text, and nothing stands for one.
std::string_view gantt_text(Scratch& say, std::string_view text) {
  std::string_view result;
  text = say.one_line(text, kTextWidth);
  while (!text.empty()) {
    std::size_t n = std::min(text.find_first_of(":#;%"), text.size());
    result = say.join({result, text.substr(0, n), n == text.size() ? "" : text[n] == ':' ? " \xe2\x80\x93" : " "});
    text.remove_prefix(std::min(n + 1, text.size()));
  }
  return result.empty() ? "-" : result;
}

std::string_view participant(Scratch& say, TaskId task) { return task ? say.join({"T", say.number(task)}) : "L"; }

std::string_view milliseconds(Scratch& say, double t) {
  return say.number(t > 0 && t < 1e15 ? static_cast<std::uint64_t>(t * 1000 + 0.5) : 0);
}

}  // namespace

// --- sequenceDiagram -----------------------------------------------------------------------------------------------

void MermaidSequenceSink::add(std::string_view line) {
  if (is_internal(current())) return;
  if (lines_.size() >= kMaxLines) {
    left_out_++;
  } else {
    lines_.emplace_back(line);
  }
}

void MermaidSequenceSink::message(TaskId from, const char* arrow, TaskId to, std::string_view text) {
  add(say.join({participant(say, from), arrow, participant(say, to), ": ", literal(say, text)}));
}

void MermaidSequenceSink::note(TaskId over, std::string_view text) {
  add(say.join({"Note over ", participant(say, over), ": ", literal(say, text)}));
}

void MermaidSequenceSink::on_chunk(Chunk chunk) {
  say.reset();
  visit(chunk, *this);
}

void MermaidSequenceSink::on_end() {
  out_.add("sequenceDiagram\n  participant L as event loop\n");
  TaskId last = 0;
  for (TaskId id : task_order) {
    if (is_internal(id)) continue;
    last = id;
    out_.add("  participant ").add(participant(say, id)).add(" as ");
    out_.add(literal(say, say.join({name_of(id), " ", tasks[id].function}), 40)).add('\n');
  }
  auto over = !last ? "L" : say.join({"L,", participant(say, last)});
  for (auto& line : lines_) {
    // A rule stands over all participants, which are known only now.
    if (line.starts_with('*')) {
      out_.add("  Note over ").add(over).add(": ").add(std::string_view(line).substr(1)).add('\n');
    } else {
      out_.add("  ").add(line).add('\n');
    }
  }
  if (left_out_ > 0) {
    out_.add("  Note over ").add(over).add(": ").add(say.count_of(left_out_, "more line")).add(" left out\n");
  }
  out_.flush();
}

void MermaidSequenceSink::on_clock_advanced(const At& at, const ClockAdvanced& e) {
  Wording::on_clock_advanced(at, e);
  auto from_to = say.join({say.moment(e.from), " s \xe2\x86\x92 ", say.moment(e.to), " s"});
  if (e.cause == ClockCause::idle) return add(say.join({"*", "nothing is ready: ", from_to}));
  TaskId who = e.task ? e.task : current();
  auto what = e.cause == ClockCause::busy_wait ? "busy waiting" : e.function;
  note(who, say.join({what, " holds the loop: ", from_to}));
}

void MermaidSequenceSink::on_task_created(const At& at, const TaskCreated& e) {
  Wording::on_task_created(at, e);
  if (!is_internal(e.task)) message(e.creator, "->>", e.task, "creates");
}

void MermaidSequenceSink::on_task_scheduled(const At& at, const TaskScheduled& e) {
  Wording::on_task_scheduled(at, e);
  if (e.reason == ScheduleReason::woken) message(e.by, "-->>", e.task, say.join({"wakes, since ", what_is_over(e.future)}));
}

void MermaidSequenceSink::on_task_step_started(const At& at, const TaskStepStarted& e) {
  Wording::on_task_step_started(at, e);
  add(say.join({"activate ", participant(say, e.task)}));
}

void MermaidSequenceSink::on_task_step_finished(const At& at, const TaskStepFinished& e) {
  Wording::on_task_step_finished(at, e);
  if (is_internal(e.task)) return;
  if (e.outcome == StepEnd::suspended) note(e.task, why_it_waits(e.future));
  if (e.outcome == StepEnd::yielded) note(e.task, "lets the others go first");
  add(say.join({"deactivate ", participant(say, e.task)}));
}

void MermaidSequenceSink::on_task_finished(const At& at, const TaskFinished& e) {
  Wording::on_task_finished(at, e);
  switch (e.outcome) {
    case TaskOutcome::returned: return note(e.task, say.join({"returns ", e.value.empty() ? "None" : e.value}));
    case TaskOutcome::raised: return note(e.task, say.join({"ends with ", e.exception}));
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
  if (!text.empty()) note(e.task ? e.task : current(), say.join({"prints ", text}));
}

void MermaidSequenceSink::on_deadlock_detected(const At&, const DeadlockDetected& e) {
  add(say.join({"*", literal(say, say.join({"deadlock: ", e.message}))}));
}

// --- gantt ---------------------------------------------------------------------------------------------------------

void MermaidGanttSink::on_chunk(Chunk chunk) {
  timeline_.say.reset();
  visit(chunk, timeline_);
}

void MermaidGanttSink::on_end() {
  auto& t = timeline_;
  auto& say = t.say;
  out_.add("gantt\n  title ").add(gantt_text(say, t.program)).add(", virtual seconds\n");
  // At most ten ticks, of 1, 2 or 5; seconds have a fraction only where the ticks need it.
  bool known = t.end > 0 && t.end < 1e12;
  double step = 1;
  for (int i = 0; known && t.end * 1000 / step > 10; i++) step *= i % 3 == 1 ? 2.5 : 2;
  out_.add("  dateFormat x\n  axisFormat ").add(step < 1000 ? "%s.%L" : "%s");
  if (known) out_.add("\n  tickInterval ").add_number(static_cast<std::uint64_t>(step)).add("millisecond");
  out_.add('\n');
  auto spans_of = [&](TaskId task) {
    for (auto& span : t.spans) {
      if (span.task != task) continue;
      std::string_view tag = span.kind == SpanKind::running ? "crit, "
                             : span.kind == SpanKind::ready ? "active, "
                             : span.kind == SpanKind::idle  ? "done, "
                                                            : "";
      out_.add("  ").add(gantt_text(say, span.label)).add(" :").add(tag);
      out_.add(milliseconds(say, span.from)).add(", ").add(milliseconds(say, span.to)).add('\n');
    }
  };
  out_.add("  section event loop\n");
  spans_of(0);
  for (auto& lane : t.lanes()) {
    auto& task = t.tasks[lane.task];
    out_.add("  section ").add(gantt_text(say, say.join({t.name_of(lane.task), " ", task.function}))).add('\n');
    spans_of(lane.task);
    for (auto& mark : t.marks) {
      if (mark.task != lane.task) continue;
      if (mark.kind != MarkKind::returned && mark.kind != MarkKind::raised && mark.kind != MarkKind::cancelled) continue;
      out_.add("  ").add(gantt_text(say, mark.label)).add(mark.kind == MarkKind::returned ? " :milestone, " : " :crit, milestone, ");
      out_.add(milliseconds(say, mark.t)).add(", 0ms\n");
    }
  }
  if (t.left_out > 0) out_.add("  %% ").add(say.count_of(t.left_out, "more span")).add(" left out\n");
  out_.flush();
}

}  // namespace ap::trace
