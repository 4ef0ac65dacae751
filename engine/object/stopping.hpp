// How often this run was told to stop. A program may catch that once, its `finally` may clean up; but not for ever.
#pragma once
#include <cstdint>

namespace ap {

extern uint32_t times_stopped;
// Past `virtual_seconds`: raises.
bool stop_clock();
// How often it was told that its memory was used up, with the overdraft.
extern uint32_t times_refused;
// From here on no handler and no `finally` of the program runs any more.
inline constexpr uint32_t kStopPatience = 100;

// How many events a run may tell, of those that somebody records; past that, the next check() ends it.
extern uint64_t most_events;
extern bool told_too_much;
void tell_too_much();

}  // namespace ap
