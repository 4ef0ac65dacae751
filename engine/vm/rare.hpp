// Instructions out of the interpreter's loop: those in which no program spends its time, and the largest. A browser makes machine code of the
// whole loop while the first runs wait for it, and takes the longer the larger the loop is.
#pragma once
#include <array>

#include "coro/link.hpp"
#include "vm/frame.hpp"

namespace ap {

// How the loop goes on. Enter: a frame is ready, and the operands of its call are gone. Leave: not at all.
enum class After : uint8_t { Next, Error, Unwind, Enter, Leave };
// `f` has the loop's ip and sp, and has sp as it is afterwards; ip stays. One function an instruction, so that a browser makes
// code of those alone that a program has.
using RareInstruction = After (*)(Frame* f, Instr word, Frame** callee);
using RareInstructions = std::array<RareInstruction, 256>;
extern const RareInstructions rare_instructions;  // by Op; null: the loop has it

// AWAIT (begin_await.cpp): *at, whose ip and sp are up to date, awaits what lies on its stack. Next: the loop goes on in *at,
// which is another frame where that one has begun; Leave: as drive() is told by transfer and signal.
After begin_await(Frame** at, Frame* outer, uint32_t resolve, Transfer* transfer, Signal* signal);

}  // namespace ap
