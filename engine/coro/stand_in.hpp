// What a program gives as context= where a Context belongs, and is none: CPython keeps it and asks it for run() when the time comes.
#pragma once
#include "coro/context.hpp"

namespace ap {

// It counts as entered, so that only those who cannot enter a context look further.
struct StandIn : Context {
  Value object;  // owned
  explicit StandIn(Type* t) : Context(t) { entered = true; }
};
bool is_stand_in(const Context* c);
Value as_given(Context* c);            // what the program sees; borrowed
Ref<Context> context_given(Value v);   // None, Empty: a copy of the current one
// context.run(function, *args), of either
Var run_in_context(Context* c, Value function, Args args);

}  // namespace ap
