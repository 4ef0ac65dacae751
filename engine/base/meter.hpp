// What the heap tells about its work without knowing runs.
#pragma once
#include <cstddef>
#include <cstdint>

namespace ap {

// Where the filling and copying of large blocks is added up, as steps of the run.
extern uint64_t* meter;
inline constexpr size_t kBytesAStep = 256;  // they take about as long as an instruction

// Testing: what is left of the k of Heap::fail_at(k).
extern uint64_t fails_in;
// Testing: called by the allocation that fails, so that MemoryError is raised by the very next check and not some steps later.
extern void (*when_it_fails)();

}  // namespace ap
