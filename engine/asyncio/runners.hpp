// asyncio.run and Runner.
#pragma once
#include "asyncio/base_events.hpp"

namespace ap {

struct Runner : Object {
  enum State : uint8_t { Created, Initialized, Closed } state = Created;
  bool set_loop = false;          // it made its loop the current one
  Value debug = None, factory = None;
  Value loop = None;              // owned
  Context* context = nullptr;     // owned
  Dict* dict = nullptr;
  explicit Runner(Type* t) : Object(t, Kind::Other) {}
};

Ref<Runner> new_runner(Value debug, Value loop_factory);
Var run_in(Runner* r, Value coro, Value context);
bool close_runner(Runner* r);
// `native` is the function that asks, for a thread to be left in it.
Var run(Value main, Value debug, Value loop_factory, Var (*native)(Call&));  // asyncio.run
void init_runner_type();

}  // namespace ap
