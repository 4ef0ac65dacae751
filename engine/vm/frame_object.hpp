// The interpreter's frames as Python sees them: sys._getframe(), tb_frame, gi_frame, cr_frame, ag_frame.
#pragma once
#include "coro/link_frame.hpp"
#include "vm/frame.hpp"

namespace ap {

// While its frame lives it looks into it; when the frame goes and someone still holds the object (a traceback does), the
// variables move into it, as CPython's take_ownership() has it: so long as an exception lives, so do the variables of the
// functions that it came through.
struct PythonFrame : FrameObject {
  Frame* live = nullptr;
  Value function;                // owned, as what follows, after the frame has gone
  Value namespace_;
  PythonFrame* back = nullptr;
  Dict* globals = nullptr;
  Value* slots = nullptr;
  explicit PythonFrame(Type* t) : FrameObject(t) {}
};

// Borrowed; made at the first call.
PythonFrame* frame_object(Frame* f);
// The frame goes: called before its variables are dropped. `back`: its caller, or nullptr where it has none any more.
void detach_frame(Frame* f, Frame* back);
// Who called, or awaits, the frame that runs; nullptr: the first one. (A coroutine's own `back` is kept up to date only
// where it is driven, not along the chain above.)
Frame* caller_of(const Frame* f);
// The variables by name, as locals() gives them.
Var frame_locals(Frame* f);

}  // namespace ap
