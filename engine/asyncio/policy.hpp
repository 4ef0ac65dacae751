// The event loop policy: what get_event_loop(), set_event_loop() and new_event_loop() of events.hpp ask, if there is one.
#pragma once
#include "object/value.hpp"

namespace ap {

extern Value event_loop_policy;  // what set_event_loop_policy() was given, or None; owned
// What the default policy does.
Var default_get_event_loop();
bool default_set_event_loop(Value loop);
Var default_new_event_loop();

}  // namespace ap
