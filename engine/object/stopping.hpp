// How often this run was told to stop. A program may catch that once, its `finally` may clean up; but not for ever.
#pragma once
#include <cstdint>

namespace ap {

extern uint32_t times_stopped;
// From here on no handler and no `finally` of the program runs any more.
inline constexpr uint32_t kStopPatience = 100;

}  // namespace ap
