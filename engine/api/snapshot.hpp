// The whole state of the run that is going on, for people: what `inspect` answers. Only reading; to be called from inside
// an event, see RunOptions::at_stop.
#pragma once
#include "api/options.hpp"

namespace ap {

struct SnapshotOptions {
  size_t repr_bytes = 160;   // of one value's text
  size_t most_tasks = 500;   // with their stacks; those that are not done first
  size_t most_names = 200;   // locals of a frame, globals
  // May a __repr__ of the program run? It has a budget of steps, prints nothing and tells no events; what it changes
  // would stay changed, so the run has to be abandoned afterwards.
  bool run_reprs = true;
};

// {"current", "thread"?, "tasks": [...], "frames": [...], "globals": [...], "loops": [...], "locks": [...], "futures": [...]}
// as inspect.cpp describes it.
Json snapshot(const SnapshotOptions& options);

}  // namespace ap
