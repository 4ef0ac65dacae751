// Line events.
#include "vm/helpers.hpp"

namespace ap {

bool trace_line(Frame*) { return true; }

}  // namespace ap
