// The interpreter.
#pragma once
#include "coro/link.hpp"
#include "vm/frame.hpp"

namespace ap {

// Runs a frame that stands on top of the frame stack to its end and takes it away.
Var eval(Frame* f);
// LinkOps::resume of interpreted generators and coroutines.
Signal resume_frame(Link* link, Var input, Transfer& t);
// Runs a module or class body with the given namespaces.
Var run_body(Code* code, Dict* globals, Value names);
// Imports: set by bindings. `fromlist` may be None.
extern Var (*import_module)(Str* name, Dict* globals, Value fromlist, int level);
void init_vm();

}  // namespace ap
