// The module `builtins`.
#pragma once
#include "object/native.hpp"

namespace ap {

// Fills rt.builtins. After the types are ready.
void init_builtins();
// print() writes here unless the program has replaced sys.stdout: set by the module sys. Empty: straight to the output, or an
// error is set: there is no sys.stdout.
Value replaced_stream(bool err);
extern Value (*current_stdout)();

}  // namespace ap
