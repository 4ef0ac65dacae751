// Line events. The instruction is compiled in only where lines are traced.
#include "trace/events.hpp"
#include "vm/helpers.hpp"

namespace ap {

bool trace_line(Frame* f) {
  if (!trace::wants(trace::Category::lines)) return true;
  std::string function = to_utf8(f->code->qualname);
  trace::emit(trace::LineReached{.line = f->ip[-1] >> 8, .function = function, .task = running_task});
  return true;
}

}  // namespace ap
