#include "asyncio/loop_queues.hpp"

#include <utility>

namespace ap {
namespace {

uint32_t timer_count = 0;  // registrations in this run
uint32_t given_order = 0;  // for the next timer

void place_timer(EventLoop* loop, uint32_t at, const Timer& t) {
  loop->timers[at] = t;
  t.handle->place = at;
}
void sift_up(EventLoop* loop, uint32_t at, const Timer& t) {
  while (at) {
    uint32_t up = (at - 1) / 2;
    if (!t.before(loop->timers[up])) break;
    place_timer(loop, at, loop->timers[up]);
    at = up;
  }
  place_timer(loop, at, t);
}
void sift_down(EventLoop* loop, uint32_t at, const Timer& t) {
  for (;;) {
    uint32_t child = 2 * at + 1;
    if (child >= loop->timer_count) break;
    if (child + 1 < loop->timer_count && loop->timers[child + 1].before(loop->timers[child])) ++child;
    if (!loop->timers[child].before(t)) break;
    place_timer(loop, at, loop->timers[child]);
    at = child;
  }
  place_timer(loop, at, t);
}

}  // namespace

bool grow_ready(EventLoop* loop) {
  uint32_t old = loop->ready ? loop->mask + 1 : 0, size = old ? old * 2 : 16;
  auto* ring = static_cast<ReadyEntry*>(heap.allocate_raw(size * sizeof(ReadyEntry)));
  if (!ring) return raise_memory_error();
  for (uint32_t i = 0; i < loop->count; ++i) ring[i] = loop->ready[(loop->head + i) & loop->mask];
  heap.release_raw(loop->ready, old * sizeof(ReadyEntry));
  loop->ready = ring;
  loop->mask = size - 1;
  loop->head = 0;
  return true;
}

TimerHandle* take_timer(EventLoop* loop, uint32_t at) {
  TimerHandle* h = loop->timers[at].handle;
  h->place = TimerHandle::kNowhere;
  Timer last = loop->timers[--loop->timer_count];
  if (at < loop->timer_count) {
    if (at && last.before(loop->timers[(at - 1) / 2]))
      sift_up(loop, at, last);
    else
      sift_down(loop, at, last);
  }
  return h;
}

bool add_timer(EventLoop* loop, TimerHandle* h, double when) {
  if (loop->timer_count == loop->timer_capacity) {
    uint32_t capacity = loop->timer_capacity ? loop->timer_capacity * 2 : 16;
    auto* timers = static_cast<Timer*>(
        heap.reallocate_raw(loop->timers, loop->timer_capacity * sizeof(Timer), capacity * sizeof(Timer)));
    if (!timers) return raise_memory_error();
    loop->timers = timers;
    loop->timer_capacity = capacity;
  }
  incref(h);
  uint32_t order = std::exchange(given_order, 0);
  sift_up(loop, loop->timer_count++, Timer{when, order ? order : ++timer_count, h});
  return true;
}

uint32_t next_order() { return ++timer_count; }
void order_next_timer(uint32_t order) { given_order = order; }
uint32_t registered_timers() { return timer_count; }

void clear_loop_queues(EventLoop* loop) {
  while (loop->count) drop_entry(pop_ready(loop));
  while (loop->timer_count) decref(take_timer(loop, loop->timer_count - 1));
}

void release_loop_queues(EventLoop* loop) {
  clear_loop_queues(loop);
  if (loop->ready) heap.release_raw(loop->ready, (loop->mask + 1) * sizeof(ReadyEntry));
  heap.release_raw(loop->timers, loop->timer_capacity * sizeof(Timer));
}
void traverse_loop_queues(EventLoop* loop, Visitor& visit) {
  for (uint32_t i = 0; i < loop->count; ++i) {
    const ReadyEntry& e = loop->ready[(loop->head + i) & loop->mask];
    visit(e.what);
    visit(e.argument);
    visit(e.extra);
  }
  for (uint32_t i = 0; i < loop->timer_count; ++i) visit(loop->timers[i].handle);
}

void reset_loop_queues() { timer_count = given_order = 0; }

}  // namespace ap
