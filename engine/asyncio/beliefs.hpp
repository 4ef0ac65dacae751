// The runtime under a wrong belief (base/beliefs.hpp): what is more than a line beside the rule that it breaks. Nothing of
// this is called while `beliefs` is 0.
#pragma once
#include "asyncio/base_events.hpp"
#include "asyncio/timeouts.hpp"
#include "base/beliefs.hpp"

namespace ap {

// Forgets the last run and gives the interpreter its way here.
void reset_beliefs();

// --- blocking and time
// time.sleep is about to hold the loop. True: the belief has dealt with it, `result` is what the call gives.
bool believed_block(double seconds, Var* result);
// A busy wait has moved the clock: others may have their turn meanwhile. False: an exception has to leave the loop.
void believed_busy_wait(double now);
// The delay of a sleep that counts from its task's first sleep instead of from now.
double believed_delay(double seconds);

// --- tasks
void note_created(Task* t);                 // who made it
void note_failed(Task* t, Value error);     // before its waiters hear: the one who made it does
void note_finished(Task* t);
bool cancel_now(Task* t);                   // what cancel() has requested is delivered inside the call; false: as believed_busy_wait
void note_timeout(Timeout* t, bool entered);
Co believed_wait_for(Var awaitable, Var timeout);

// --- base_events.cpp: the loop from inside a step
// Fires timers up to `until` and runs what they wake; with `ready_too` also what is ready now.
bool run_meanwhile(EventLoop* loop, double until, bool ready_too);
// Runs the task's step that stands in the ready queue, out of its turn; false: there is none.
bool run_out_of_turn(EventLoop* loop, Task* t, bool* ok);
void move_to_front(EventLoop* loop, Task* t);

}  // namespace ap
