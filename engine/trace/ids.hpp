// Ids of what events are about. Counted from 1 within each family, 0 is none; whoever makes the object counts.
#pragma once
#include <cstdint>
#include <limits>

namespace ap::trace {

// A task is a future, so both count together.
using FutureId = std::uint32_t;
using TaskId = FutureId;
// Everything that the loop will call, timers included.
using HandleId = std::uint32_t;
using CoroutineId = std::uint32_t;
using SyncId = std::uint32_t;
using ScopeId = std::uint32_t;
using ThreadId = std::uint32_t;
using LoopId = std::uint32_t;
using RequestId = std::uint32_t;
using ConnectionId = std::uint32_t;
using ContextId = std::uint32_t;

// A line of the program, from 1; 0 is none.
using Line = std::uint32_t;

// An optional number of seconds that is not there.
inline constexpr double kNoSeconds = std::numeric_limits<double>::quiet_NaN();

}  // namespace ap::trace
