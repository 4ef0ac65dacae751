// What accesses (trace/accesses.hpp) call the objects of asyncio that events know by an id.
#pragma once
#include "object/value.hpp"

namespace ap {

// The key of a future, task, lock, queue ..., or 0 for any other object.
uint64_t access_key_of(Object* o);
// A callback on a future is about to run: what it does may depend on which one comes first.
void note_callback(Value callback, Value future);

}  // namespace ap
