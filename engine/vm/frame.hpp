// Activation frames of interpreted code. Plain calls take theirs from a stack; a generator's lies in its object.
#pragma once
#include "compile/code.hpp"
#include "object/dict.hpp"

namespace ap {

struct Function;
struct Generator;
struct PythonFrame;

struct Frame {
  Frame* back;         // who called: where a return goes on, for tracebacks and super()
  Code* code;          // borrowed from `function` or `body`
  Object* function;    // owned: a Function, or the Code itself (module and class bodies)
  Dict* globals;       // borrowed from the function; owned reference kept by `namespace_` for bodies
  Value namespace_;    // owned: where class and module bodies keep their names; Empty in functions
  const Instr* ip;     // the next word; while suspended or in a call, ip[-1] is the instruction that waits
  Value* sp;           // one past the top of the value stack
  Generator* owner;    // the generator or coroutine this frame belongs to, or nullptr
  PythonFrame* object; // owned: as Python sees it, once someone has asked (frame_object.hpp)
  union {
    uint32_t bytes;    // of a plain call's: its size on the stack
    uint32_t born;     // of a generator's, which does not lie there: see `births`
  };
  bool entry;          // eval() was entered with it: returning from it leaves eval()
  bool inline_for;     // a generator running inside its consumer's `for`, in the same eval()
  bool on_heap;        // did not fit the frame stack
  bool unused;

  void clear_marks() { entry = inline_for = on_heap = unused = false; }  // one store

  Value* slots() { return reinterpret_cast<Value*>(this + 1); }
  Value* stack_base() { return slots() + code->slot_count(); }
  int line() const;
  Position position() const { return code->positions[ip - code->instrs - 1]; }
};
static_assert(sizeof(Frame) % 8 == 0);

// What the interpreter keeps for the run.
struct Vm {
  Frame* current = nullptr;    // the frame that runs
  char* stack = nullptr;       // frames of plain calls
  char* top = nullptr;
  char* limit = nullptr;
  // Line events: so many with none of another kind between them, and how many events there were after the last; from the
  // limit on (0: there is none) they are left out.
  uint32_t lines_in_a_row = 0;
  uint32_t most_lines_in_a_row = 0;
  uint64_t events_at_line = 0;
};
extern Vm vm;

inline size_t frame_bytes(const Code* code) {
  return sizeof(Frame) + (code->slot_count() + code->stack_size) * sizeof(Value);
}
Frame* push_frame_slow(size_t bytes);
// Uninitialised; slots must be filled.
inline Frame* push_frame(size_t bytes) {
  if (static_cast<size_t>(vm.limit - vm.top) < bytes) [[unlikely]] return push_frame_slow(bytes);
  auto* f = reinterpret_cast<Frame*>(vm.top);
  vm.top += bytes;
  f->bytes = static_cast<uint32_t>(bytes);
  f->clear_marks();
  f->object = nullptr;
  return f;
}
inline void pop_frame(Frame* f) {
  if (f->on_heap) [[unlikely]]
    heap.release_raw(f, f->bytes);
  else
    vm.top = reinterpret_cast<char*>(f);
}

}  // namespace ap
