// Threads imitated one function at a time: it runs at once, to its end, on a clock of its own; what it prints and what
// comes of it show at the time at which they would have. Exact as long as a thread and the program do not wait for each
// other in the middle.
#pragma once
#include "asyncio/base_events.hpp"

namespace ap {

// What one function handed to a thread has come to.
struct ThreadOutcome {
  Var result, error;  // one of them
  double start = 0, end = 0;
};
// Runs function() as `thread` (a threading.Thread, or a name) would from now on; what it prints later is held back until
// the program's clock gets there. False: an exception has to leave the run.
bool run_apart(Value function, Value thread, ThreadOutcome* outcome);
// The same for a loop: the future is done, and output shows, by the loop's timers. Empty: an exception is set.
Var run_for(EventLoop* loop, Value thread, Value function, Tuple* args, double* end);
// The running thread as run_apart was given it; None: the program's own.
Var current_thread();
// The program's end waits for that time.
void note_thread_end(double end);
// As at the interpreter's exit: waits for threads that are not daemons.
void join_threads();

// The time at which a running thread calls into `loop`, where that lies ahead of the loop's clock.
bool is_ahead_of(EventLoop* loop, double* when);
// Output of threads; whoever owns the streams sets these two and offers what is written meanwhile to the third.
extern void (*write_stream)(int stream, std::string_view text);
extern void (*divert_output)(bool on);
bool keep_thread_output(int stream, std::string_view text);

Var run_in_executor(EventLoop* loop, Value executor, Value function, const Value* args, uint32_t n);
Co to_thread(Var function, Var args, Var keywords);
extern const CoroutineDef to_thread_def;
void reset_threads();

}  // namespace ap
