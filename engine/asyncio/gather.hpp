// What gather() returns.
#pragma once
#include "asyncio/futures.hpp"
#include "object/list.hpp"

namespace ap {

struct GatheringFuture : Future {
  List* children = nullptr;  // owned
  uint32_t expected = 0, finished = 0;
  bool return_exceptions = false;
  bool cancel_requested = false;
  bool ready = false;  // the call of gather() has come to its end
  explicit GatheringFuture(Type* t) : Future(t, Kind::Future) {}
};

extern Type* gathering_future_type;

}  // namespace ap
