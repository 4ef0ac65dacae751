// A run as a Mermaid diagram, for course pages and READMEs: who creates and wakes whom (sequenceDiagram), or what
// takes how long (gantt). Meant for programs of a lesson's size; what goes beyond is left out with a note.
#pragma once
#include "trace/timeline.hpp"

namespace ap::trace {

class MermaidSequenceSink final : public Sink, private Wording {
 public:
  MermaidSequenceSink(ByteOut::Write write, void* user) : out_(write, user) {}

  void on_chunk(Chunk chunk) override;
  void on_end() override;

 private:
  void on_clock_advanced(const At&, const ClockAdvanced&) override;
  void on_task_created(const At&, const TaskCreated&) override;
  void on_task_scheduled(const At&, const TaskScheduled&) override;
  void on_task_step_started(const At&, const TaskStepStarted&) override;
  void on_task_step_finished(const At&, const TaskStepFinished&) override;
  void on_task_finished(const At&, const TaskFinished&) override;
  void on_cancel_requested(const At&, const CancelRequested&) override;
  void on_cancel_delivered(const At&, const CancelDelivered&) override;
  void on_output(const At&, const Output&) override;
  void on_deadlock_detected(const At&, const DeadlockDetected&) override;

  void add(std::string_view line);
  void message(TaskId from, const char* arrow, TaskId to, std::string_view text);
  void note(TaskId over, std::string_view text);

  ByteOut out_;
  std::vector<std::string> lines_;
  std::size_t left_out_ = 0;
};

class MermaidGanttSink final : public Sink {
 public:
  MermaidGanttSink(ByteOut::Write write, void* user) : out_(write, user) {}

  void on_chunk(Chunk chunk) override;
  void on_end() override;

 private:
  Timeline timeline_{400};
  ByteOut out_;
};

}  // namespace ap::trace
