// Frame objects of coroutines, made when someone asks: what task.get_stack() and call graphs show.
#pragma once
#include "coro/link.hpp"

namespace ap {

// `code` null: one is made that names a function of the library. `generator`: the coroutine object, or Empty.
Var new_frame_object(Value code, int line, Value generator);
// Of a suspended link; Empty without an error where it has none to show (a part of its awaiter, a wait for a future).
Var frame_of(Link* link);
// A code object for a coroutine function of the library, or any other function of it.
Var new_library_code(const char* name, const char* qualname, const char* file, int first_line);
void init_link_frame_types();

}  // namespace ap
