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

// call_soon(task.__step): nothing is allocated. False: the loop is closed, or MemoryError.
inline bool schedule_step(EventLoop* loop, Task* t, Value thrown, trace::ScheduleReason reason) {
  if (loop->closed) [[unlikely]] return check_closed(loop);
  uint32_t id = next_handle_id();
  if (!push_ready(loop, {ReadyEntry::Step, id, nullptr, Value(t), thrown})) return false;
  incref(t);
  incref(thrown);
  trace::emit(trace::TaskScheduled{.handle = id, .task = t->id, .reason = reason, .by = running_task, .loop = other_loop(loop)});
  return true;
}

}  // namespace ap
