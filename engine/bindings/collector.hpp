// The collector of cycles. Counts decide when things go; it finds what only holds itself, and lets that say what it has to
// say ("Task was destroyed but it is pending!", `finally` of a coroutine, __del__) in the order that CPython's lists have.
#pragma once
#include <cstdint>

namespace ap {

struct Object;

// How many unreachable objects there were.
int64_t collect_garbage();
// The same for the end of a run, when nobody counts: only while there is somebody who would be heard, since most programs
// leave nobody and what they leave goes with the heap.
void collect_last_garbage();
// What an object does before it goes: "Task was destroyed but it is pending!", `finally`, __del__; once. The caller
// holds a reference.
void finalize_object(Object* o);

}  // namespace ap
