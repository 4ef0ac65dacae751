// What the interpreter tells the user without being asked: warnings, exceptions that nobody can catch.
#pragma once
#include <string_view>

#include "object/type.hpp"

namespace ap {

// Sets rt.hooks. `write_to_stderr` comes from above.
void init_hooks();
// "main.py:3: RuntimeWarning: text\n  source line\n"; false: a filter has made it an exception.
bool warn_at(Type* category, std::string_view message, std::string_view filename, int line);
// The event of a warning; what prints it is warn_at, or the program's own showwarning.
void tell_warning(std::string_view category, std::string_view message, int line);

// The program's own sys.excepthook or sys.unraisablehook; Empty: it has set none.
Value program_hook(const char* name);

}  // namespace ap
