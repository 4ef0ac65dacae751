// asyncio.wrap_future and run_coroutine_threadsafe.
#pragma once
#include "object/value.hpp"

namespace ap {

Var wrap_future(Value future, Value loop);
Var run_coroutine_threadsafe(Value coro, Value loop);

}  // namespace ap
