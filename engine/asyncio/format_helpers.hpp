// How asyncio writes callbacks, and reprlib.repr, which keeps results in reprs short.
#pragma once
#include "object/str.hpp"

namespace ap {

// "f() at main.py:3"; arguments are shown in debug mode only. `args` may be null.
Ref<Str> format_callback_source(Value callback, Tuple* args, bool debug);
bool is_functools_partial(Value v);
// reprlib.repr(v)
Ref<Str> short_repr(Value v);
// A callback's name for events: "gather.<locals>._done_callback", "work". (What events show of values: object/safe_repr.hpp.)
std::string callback_for_events(Value callback);

}  // namespace ap
