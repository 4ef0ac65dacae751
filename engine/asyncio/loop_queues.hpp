// What a loop holds: a ring of what is ready, and a binary heap of timers by deadline and place of registration.
#pragma once
#include "asyncio/base_events.hpp"

namespace ap {

bool grow_ready(EventLoop* loop);
// Takes over the references. False: MemoryError; nothing was taken.
inline bool push_ready(EventLoop* loop, const ReadyEntry& e) {
  if (!loop->ready || loop->count > loop->mask) [[unlikely]]
    if (!grow_ready(loop)) return false;
  loop->ready[(loop->head + loop->count++) & loop->mask] = e;
  return true;
}
inline ReadyEntry pop_ready(EventLoop* loop) {
  ReadyEntry e = loop->ready[loop->head];
  loop->head = (loop->head + 1) & loop->mask;
  --loop->count;
  return e;
}
inline void drop_entry(const ReadyEntry& e) {
  decref(e.what);
  decref(e.argument);
  if (e.extra) decref(e.extra);
}

// Holds a reference to the handle until take_timer() gives it to its caller. False: MemoryError.
bool add_timer(EventLoop* loop, TimerHandle* h, double when);
TimerHandle* take_timer(EventLoop* loop, uint32_t at);
// Timers that were registered in this run.
uint32_t registered_timers();

void clear_loop_queues(EventLoop* loop);
// The parts of EventLoop's dealloc and traverse that know the queues.
void release_loop_queues(EventLoop* loop);
void traverse_loop_queues(EventLoop* loop, Visitor& visit);
void reset_loop_queues();

}  // namespace ap
