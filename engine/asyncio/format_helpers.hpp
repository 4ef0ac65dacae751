// How asyncio writes callbacks, and reprlib.repr, which keeps results in reprs short.
#pragma once
#include "object/str.hpp"

namespace ap {

// "f() at main.py:3"; arguments are shown in debug mode only. `args` may be null.
Ref<Str> format_callback_source(Value callback, Tuple* args, bool debug);
bool is_functools_partial(Value v);
// reprlib.repr(v)
Ref<Str> short_repr(Value v);
// A repr for events: at most `most` bytes, never an error.
std::string repr_for_events(Value v, size_t most = 80);
std::string str_for_events(Value v, size_t most = 200);

}  // namespace ap
