// asyncio.staggered.staggered_race: starts one after the other until one of them wins.
#pragma once
#include "coro/co.hpp"

namespace ap {

Co staggered_race(Var functions, Var delay, Var loop);
extern const CoroutineDef staggered_race_def;

}  // namespace ap
