// What CPython gives to call_soon() for a task: seen by a loop with a call_soon of its own, by contexts that are none and by who is
// told of a step that could not begin.
#pragma once
#include "asyncio/callback.hpp"

namespace ap {

extern const CallbackDef task_step_method;    // looks like a TaskStepMethWrapper: of `a`, throwing `b` if that is there
extern const CallbackDef task_wakeup_method;  // looks like a bound method of `a`

}  // namespace ap
