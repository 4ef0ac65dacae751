// One run of a program from its source text to its exit status.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/beliefs.hpp"
#include "object/runtime.hpp"
#include "trace/diagnoser.hpp"
#include "trace/recorder.hpp"
#include "vm/output.hpp"

namespace ap {

class Decisions;

// What tracebacks call the hidden code that runs first; its lines are not the program's, so events do not name them.
inline const std::string kSetupFilename = "<setup>";

struct RunOptions {
  std::string filename = "main.py";    // as tracebacks and reprs show it
  std::string setup;                    // hidden code that runs first, in the same module
  uint64_t seed = 0;                    // of random
  double network_latency = 0;           // seconds between sending and arriving in the simulated network's streams
  Limits limits;
  std::vector<std::string> input;       // answers to input(), a line each
  std::string network;                  // JSON: how the simulated network answers (bindings/python/_network.py); empty: 200 after 2 s
  bool trace_lines = false;
  uint32_t lines_in_a_row = 0;  // of line events; 0: as many as there are
  // A wrong belief under which it runs, or several (base/beliefs.hpp); 0 is how Python does it.
  Beliefs beliefs = 0;
  uint32_t belief_variant = 0;
  // What is recorded of the run, for whom. No sink: nothing, and it costs nothing.
  trace::CategoryMask categories = 0;   // 0 with sinks: those that events.def has on
  std::vector<trace::Sink*> sinks;
  size_t chunk_words = trace::Recorder::kDefaultChunkWords;
  uint64_t most_events = 10'000'000;    // that are recorded; past that the run is ended
  // A look at the run from inside: called right after the event `stop_seq` was recorded, whether or not there is a sink, or
  // at the program's end (~0). It may set another one with stop_at_event, or end the run with abandon_run().
  void (*at_stop)(void* user) = nullptr;
  void* stop_user = nullptr;
  uint64_t stop_seq = ~uint64_t{0};
  // Look for the usual mistakes: they are events before run_finished, and in the result.
  bool diagnose = false;
  // For the explorer: what is left open is decided there, and accesses are noted there.
  Decisions* decisions = nullptr;
  trace::AccessLog* accesses = nullptr;
};

// Exit statuses, as the command line gives them.
enum : int { kExitOk = 0, kExitError = 1, kExitUsage = 2, kExitLimit = 3 };

struct RunResult {
  int exit = 0;
  double virtual_seconds = 0;
  uint64_t steps = 0;          // of the interpreter
  bool limit = false;          // a limit stopped it
  bool unsupported = false;    // refused before it started
  bool deadlock = false;
  double deadlock_seconds = 0;
  unsigned long long deadlock_stdout_bytes = 0;
  int syntax_error_line = 0;
  std::string hint;            // what to write instead of what an older Python had and the program ended by
  bool diagnosed = false;
  std::vector<trace::Finding> findings;
  std::vector<std::string> finding_tasks;  // the name of each one's task, or nothing
  std::string diagnosis_text;              // as the terminal shows them
  uint64_t events = 0;         // that were recorded
};

// Ends the run that is going on: nothing more of it is printed or recorded, and its result means nothing.
void abandon_run();

// Calls `stop(user)` right after the event `seq`, for RunOptions::at_stop; the limit of events holds beside it.
void stop_at_event(uint64_t seq, void (*stop)(void* user), void* user);

// Runs `source`; what it prints goes to the sink as it is printed. Nothing of it remains afterwards.
RunResult run_program(std::string_view source, const RunOptions& options, OutputSink sink);

}  // namespace ap
