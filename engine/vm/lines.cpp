// Line events. The instruction is compiled in only where lines are traced.
#include "trace/events.hpp"
#include "vm/helpers.hpp"

namespace ap {

bool trace_line(Frame* f) {
  if (!trace::wants(trace::Category::lines)) return true;
  const trace::Recorder& recorder = *trace::Recorder::live();
  if (recorder.count() != vm.events_at_line) vm.lines_in_a_row = 0;
  if (vm.most_lines_in_a_row && vm.lines_in_a_row >= vm.most_lines_in_a_row) {
    if (vm.lines_in_a_row == vm.most_lines_in_a_row) {
      trace::emit(trace::LinesLeftOut{.lines = vm.lines_in_a_row++, .task = running_task});
      vm.events_at_line = recorder.count();
    }
    return true;
  }
  ++vm.lines_in_a_row;
  std::string function = to_utf8(f->code->qualname);
  trace::emit(trace::LineReached{.line = f->ip[-1] >> 8, .function = function, .task = running_task});
  vm.events_at_line = recorder.count();
  return true;
}

}  // namespace ap
