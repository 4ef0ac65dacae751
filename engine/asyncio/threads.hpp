// Threads imitated by green ones: each has an interpreter stack of its own (coro/fiber.hpp) and runs until it blocks or
// ends. There is one clock; what blocks until a time, or until somebody wakes it, gives way to whoever's time comes next:
// by time, then in the order of registration, one row for threads and for the loops' timers.
//
// The program's own thread, and whatever cannot leave its C++ stack, waits by running the others on top of it. A thread
// that sleeps where C++ stands below it goes on at once, ahead of the clock, and what it prints is held back.
#pragma once
#include "asyncio/base_events.hpp"
#include "asyncio/runners.hpp"

namespace ap {

// What comes of waiting.
enum class Waited : uint8_t {
  Woken,
  TimedOut,
  Parked,  // the running thread is left: return nothing and no error; the call gives its value when the time has come
  Failed,
};
// What a parked call gives in the end: None, or whether it was woken.
enum class ParkedGives : uint8_t { None, Woken };
// Holds the running thread until that time (infinite: for ever) or until it is woken. `native` is the function that asks.
Waited block_thread(double until, const char* what, Var (*native)(Call&), ParkedGives gives);
// The same for so many seconds, as time.sleep does; gives None. Without threads it is the clock that moves.
Var hold_caller(double seconds, const char* what, Var (*native)(Call&));
// Of the running thread; 0 is the program's own.
uint32_t running_thread();
void wake_thread(uint32_t id);
// What the running thread has printed comes before an event that is told now.
void print_what_is_due();
// The thread whose loop this is goes on: something was handed to the loop.
void wake_loop(EventLoop* loop);

// Starts `function()` as a thread (a threading.Thread): it runs until it blocks. 0: an error has to leave the run.
uint32_t start_thread(Value thread, Value function, bool daemon);
// function(*args) as a job of `thread` (a threading.Thread or a name), whose outcome the future of `loop` gets.
Var run_for(EventLoop* loop, Value thread, Value function, Tuple* args, Dict* keywords, Context* context, Future* future);
// The running thread as it was given; None: the program's own.
Var current_thread();
// Where the running thread is ahead of the clock: the time that it has reached.
bool is_ahead(double* now);

// A call of run_forever (future: Empty), run_until_complete or asyncio.run (runner: not null) in a thread, which is left
// whenever the loop is idle. False: this is not possible here.
bool park_in_loop(EventLoop* loop, Value future, Runner* runner, Var (*native)(Call&), Var* result);

bool threads_exist();
// The loop is idle: others run until it has something to do, or its next timer comes first.
bool threads_while_idle(EventLoop* loop);
// As at the interpreter's exit: waits for threads that are not daemons.
void join_threads();
// Those that nobody waits for any more let go of what they hold, without going on.
void drop_threads();

// Output of threads that are ahead; whoever owns the streams sets these two and offers what is written to the third.
extern void (*write_stream)(int stream, std::string_view text);
extern void (*divert_output)(bool on);
bool keep_thread_output(int stream, std::string_view text);

Var run_in_executor(EventLoop* loop, Value executor, Value function, const Value* args, uint32_t n);
Co to_thread(Var function, Var args, Var keywords);
extern const CoroutineDef to_thread_def;
void reset_threads();

}  // namespace ap
