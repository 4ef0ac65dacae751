// Watching accesses: what the layers above tell about their objects.
#pragma once
#include "object/value.hpp"

namespace ap {

struct Str;

// The key of an object that events know by an id (a future, a lock), or 0 for all others; set by asyncio's side.
extern uint64_t (*key_of_object)(Object* o);
// The key under which accesses to an object are noted.
uint64_t access_key(Object* o);
// The program's own file, as its code objects name it: lines of others are the library's.
extern Str* main_filename;

}  // namespace ap
