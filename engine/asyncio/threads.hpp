// Threads imitated one function at a time: it runs at once, to its end, on a clock of its own; what it prints and what
// comes of it show at the time at which they would have.
#pragma once
#include "asyncio/base_events.hpp"

namespace ap {

// What one function handed to a thread has come to.
struct ThreadOutcome {
  Var result, error;  // one of them
  double start = 0, end = 0;
};
// The time at which a running thread function calls into `loop`, where that lies ahead of the loop's clock.
bool is_ahead_of(EventLoop* loop, double* when);
// Output of threads that is due later; whoever owns the streams sets the first and calls the second.
extern void (*write_stream)(int stream, std::string_view text);
extern void (*divert_output)(bool on);  // from now on it has to be offered to keep_thread_output
// True: it was kept for later.
bool keep_thread_output(int stream, std::string_view text);
// Name of the worker that takes a job: the one idle longest, or a new one ("prefix_0"). Sizes are ignored.
class Workers;
Workers* new_workers(std::string_view prefix);
Var run_in_executor(EventLoop* loop, Value executor, Value function, const Value* args, uint32_t n);
Co to_thread(Var function, Var args, Var keywords);
extern const CoroutineDef to_thread_def;
void reset_threads();

}  // namespace ap
