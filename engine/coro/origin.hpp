// Where a coroutine was made: cr_origin, which a loop in debug mode and sys.set_coroutine_origin_tracking_depth ask for, and
// which the warning about one that was never awaited shows.
#pragma once
#include "object/value.hpp"

namespace ap {

inline uint32_t origin_depth = 0;  // how many frames are noted; 0: nothing is
// A tuple of (filename, line, function), the innermost frame first; set by the interpreter's side.
inline Var (*origin_here)() = nullptr;
// None where nothing was noted; set by the interpreter's side.
inline Value (*origin_of)(Value coroutine) = nullptr;

// Of the library's coroutines, which have no room for it.
void note_native_origin(Object* coroutine);
void forget_native_origin(Object* coroutine);
Value native_origin(Object* coroutine);
void reset_origins();

}  // namespace ap
