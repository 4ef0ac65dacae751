// The standard streams.
#pragma once
#include "object/value.hpp"

namespace ap {

// Per run, after the types are ready.
void init_sys();
// What the program has put in the place of sys.stdin; empty where that is as the run began with it.
Value program_stdin();

}  // namespace ap
