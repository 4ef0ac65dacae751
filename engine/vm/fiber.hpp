// The interpreter's side of coro/fiber.hpp.
#pragma once
#include "coro/fiber.hpp"
#include "coro/link.hpp"
#include "vm/eval.hpp"

namespace ap {

struct Fiber {
  Vm vm;                       // the running stack's, while another one runs; else the fiber's own
  Frame* parked = nullptr;     // the frame whose call has parked; nullptr: a native function without one
  HandledException base_handled;
  HandledException* handled = nullptr;
  Driver* driver = nullptr;    // below it: whoever runs it is still being driven
  uint32_t depth = 0;
  Fiber* outer = nullptr;
  Var (*native)(Call&) = nullptr;  // the thread's function, where it is not written in Python
};
extern Fiber* running_fiber;

// eval.cpp. A frame for function(*args, **keywords); nullptr: an error is set.
Frame* frame_of_call(Function* function, Tuple* args, Dict* keywords);
// Runs a fiber's bottom frame, or goes on in the one that has parked.
FiberStep run_fiber_frames(Frame* f, bool fresh, Var input, Var* result, Frame** parked);

}  // namespace ap
