// What is common to all that gets into a loop's queues (base_events.hpp: call_soon, call_at, ...).
#pragma once
#include "asyncio/base_events.hpp"

namespace ap {

// For events: which loop, where it is not the one that runs.
inline uint32_t other_loop(EventLoop* loop) { return loop == running_loop ? 0 : loop->id; }
void reset_scheduling();

}  // namespace ap
