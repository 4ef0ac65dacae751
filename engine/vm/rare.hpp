// The instructions in which no program spends its time, out of the interpreter's loop. A browser makes machine code of the
// whole loop while the first runs wait for it, and takes the longer the larger the loop is.
#pragma once
#include "vm/frame.hpp"

namespace ap {

// How the loop goes on. Enter: a frame is ready, and the operands of its call are gone. Leave: not at all.
enum class After : uint8_t { Next, Error, Unwind, Enter, Leave };
// `f` has the loop's ip and sp, and has sp as it is afterwards; ip stays. Called through a pointer, or wasm-opt would put
// the body back into the loop, where its only call is.
extern After (*volatile const run_rare)(Frame* f, Instr word, Frame** callee);

}  // namespace ap
