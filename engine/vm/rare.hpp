// The instructions in which no program spends its time, out of the interpreter's loop. A browser makes machine code of the
// whole loop while the first runs wait for it, and takes the longer the larger the loop is.
#pragma once
#include <array>

#include "vm/frame.hpp"

namespace ap {

// How the loop goes on. Enter: a frame is ready, and the operands of its call are gone. Leave: not at all.
enum class After : uint8_t { Next, Error, Unwind, Enter, Leave };
// `f` has the loop's ip and sp, and has sp as it is afterwards; ip stays. One function an instruction, so that a browser makes
// code of those alone that a program has.
using RareInstruction = After (*)(Frame* f, Instr word, Frame** callee);
using RareInstructions = std::array<RareInstruction, 256>;
extern const RareInstructions rare_instructions;  // by Op; null: the loop has it

}  // namespace ap
