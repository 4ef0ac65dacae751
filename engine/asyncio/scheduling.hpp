// What is common to all that gets into a loop's queues (base_events.hpp: call_soon, call_at, ...).
#pragma once
#include "asyncio/loop_queues.hpp"
#include "asyncio/tasks.hpp"

namespace ap {

// For events: which loop, where it is not the one that runs.
inline uint32_t other_loop(EventLoop* loop) { return loop == running_loop ? 0 : loop->id; }
void reset_scheduling();

extern uint32_t handle_count;  // ids of handles, in events
inline uint32_t next_handle_id() { return ++handle_count; }

// Where a handle is made, in debug mode: constants.DEBUG_STACK_DEPTH without call_soon() and what that calls. `library` frames that
// are not shown lie between it and the program's. Owned, and the error is clear.
Object* stack_for_handle(uint32_t library = 0);

// call_soon(task.__step): nothing is allocated. False: the loop is closed, or MemoryError.
inline bool schedule_step(EventLoop* loop, Task* t, Value thrown, trace::ScheduleReason reason) {
  Object* stack = nullptr;
  if (loop->closed | loop->debug) [[unlikely]] {
    if (loop->closed) return check_closed(loop);
    constexpr uint32_t kCreateTask = 3;
    stack = stack_for_handle(reason == trace::ScheduleReason::created ? kCreateTask : 0);
  }
  uint32_t id = next_handle_id();
  if (!push_ready(loop, {ReadyEntry::Step, id, stack, Value(t), thrown})) return false;
  incref(t);
  incref(thrown);
  trace::emit(trace::TaskScheduled{.handle = id, .task = t->id, .reason = reason, .by = running_task, .loop = other_loop(loop)});
  return true;
}

}  // namespace ap
