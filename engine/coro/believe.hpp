// The interpreter's way to the beliefs that compiled code asks for; asyncio/beliefs.cpp answers.
#pragma once
#include "base/beliefs.hpp"
#include "coro/link.hpp"

namespace ap {

// What stands for `top` under the belief: a coroutine to await, but a value for DroppedOutside and Leave. Empty: an
// exception is set.
extern Var (*believe)(Believe what, Value top);

}  // namespace ap
