// What the interpreter tells the user without being asked: warnings, exceptions that nobody can catch.
#pragma once
#include <string_view>

#include "object/type.hpp"

namespace ap {

// Sets rt.hooks. `write_to_stderr` comes from above.
void init_hooks();
// Everything that is left at interpreter exit and has something to say is finalised.
void collect_at_exit();
// "main.py:3: RuntimeWarning: text\n  source line\n"; false: a filter has made it an exception.
bool warn_at(Type* category, std::string_view message, std::string_view filename, int line);

}  // namespace ap
