// An interpreter stack that can be left in the middle and gone back to: what a simulated thread runs on.
//
// The interpreter keeps Python calls in one C++ activation, so that a thread that blocks can simply be left there: the
// native function that blocks (time.sleep, a lock's park) asks fiber_can_park(), notes what it waits for and returns
// nothing and no error; the interpreter leaves, and fiber_run() says Parked. It cannot where C++ stands between the
// thread's start and the call (a sort's key function, __getattr__ ...).
#pragma once
#include "object/native.hpp"

namespace ap {

struct Fiber;
enum class FiberStep : uint8_t { Parked, Ended };

Fiber* new_fiber();
void free_fiber(Fiber*);
// Runs callable(*args, **keywords) on it until that ends or parks. `result` is Empty after an error (rt.error).
FiberStep fiber_start(Fiber*, Value callable, Tuple* args, Dict* keywords, Var* result);
// Goes on: the call that has parked gives `input`, or raises rt.error where that is Empty.
FiberStep fiber_resume(Fiber*, Var input, Var* result);
// May the native function that runs now leave the running fiber?
bool fiber_can_park(Var (*native)(Call&));
// Bound methods and objects with __call__ (functools.partial): what is called in the end, with which arguments, so that no
// C++ stands between. Context.run(f) gives its context in *context.
bool unwrap_call(Var* callable, Var* args, Var* keywords, Var* context);

}  // namespace ap
