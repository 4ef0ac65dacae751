// How frames go: at a return, and when an exception takes them away.
#pragma once
#include "coro/link.hpp"
#include "vm/frame_object.hpp"

namespace ap {

void clear_slots(Frame* f);

// Drops what a plain frame owns, and the frame.
[[gnu::always_inline]] inline void leave_plain_frame_here(Frame* f) {
  if (f->object) [[unlikely]] detach_frame(f, caller_of(f));
  Value* slots = f->slots();
  for (uint32_t i = f->code->slot_count(); i--;) decref(slots[i]);
  Object* function = f->function;
  Value names = f->namespace_;
  pop_frame(f);
  decref(names);
  decref(function);
}
void leave_plain_frame(Frame* f);

// Takes frames away until one handles rt.error, and gives that one, its handler next. Nothing: without a `transfer` the frame
// that run() was entered with is gone, and vm.current is `outer` again; with one a link has ended, and it says who awaits that.
Frame* unwind(Frame* f, Frame* outer, Transfer* transfer, Signal* signal);

bool recursion_error();  // raises it; always false

}  // namespace ap
