// The standard streams.
#pragma once
#include <string_view>

namespace ap {

// Per run, after the types are ready.
void init_sys();
// Text for the user from the interpreter itself (tracebacks, warnings): through sys.stderr where it was replaced.
void write_to_stderr(std::string_view utf8);

}  // namespace ap
