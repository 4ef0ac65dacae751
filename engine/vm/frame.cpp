#include "vm/frame.hpp"

namespace ap {

Vm vm;

int Frame::line() const {
  int line = ip > code->instrs ? position().line : code->first_line;
  return line > 0 ? line : code->first_line;
}

Frame* push_frame_slow(size_t bytes) {
  constexpr size_t kStack = 256 * 1024;
  if (!vm.stack) {
    vm.stack = vm.top = static_cast<char*>(heap.allocate_raw(kStack));
    if (vm.stack) {
      vm.limit = vm.stack + kStack;
      return push_frame(bytes);
    }
  }
  auto* f = static_cast<Frame*>(heap.allocate_raw(bytes));
  if (!f) return nullptr;
  f->bytes = static_cast<uint32_t>(bytes);
  f->clear_marks();
  f->on_heap = true;
  f->object = nullptr;
  return f;
}

}  // namespace ap
