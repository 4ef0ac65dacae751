// Phrases about a run's state, in the words of the course: what someone waits for, what is over, who is ready.
#pragma once
#include <string_view>
#include <vector>

#include "trace/run_state.hpp"
#include "trace/words.hpp"

namespace ap::trace {

class Wording : public RunState {
 public:
  // Where phrases are put together; they are good until it is reset, which sinks do before each chunk.
  Scratch say;

  std::string_view name_of(TaskId task);
  std::string_view name_of(const SyncState& sync);
  // A task or future as a noun.
  std::string_view who_is(FutureId future);
  std::string_view names(const std::vector<FutureId>& ids);
  // "  → ready queue: [Task-2, Task-3]"
  std::string_view ready_queue();
  // "sleeps until 2.0", "waits for Task-2 and Task-3 (gather)": what a task does that is suspended on this future.
  std::string_view why_it_waits(FutureId future);
  // "its sleep is over": why such a task can go on.
  std::string_view what_is_over(FutureId future);
  // "Task-3's sleep ends"
  std::string_view what_is_due(const HandleState& timer);
  // "gather" for one of gather's callbacks; empty for the program's own.
  static std::string_view owner_of_callback(std::string_view label);
};

}  // namespace ap::trace
