// The collector of cycles. Counts decide when things go; it finds what only holds itself, and lets that say what it has to
// say ("Task was destroyed but it is pending!", `finally` of a coroutine, __del__) in order of creation.
#pragma once
#include <cstdint>

namespace ap {

// How many unreachable objects there were.
int64_t collect_garbage();

}  // namespace ap
