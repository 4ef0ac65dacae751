// Frame objects, made when someone asks: what task.get_stack(), tb_frame, sys._getframe() and call graphs show.
#pragma once
#include "coro/link.hpp"

namespace ap {

struct FrameObject;
// What only the interpreter knows of its own frames.
struct FrameOps {
  int (*line)(FrameObject*);
  Var (*locals)(FrameObject*);
  Var (*back)(FrameObject*);
  Var (*globals)(FrameObject*);
  Var (*generator)(FrameObject*);
  bool (*clear)(FrameObject*);
  void (*dealloc)(Object*);
  void (*traverse)(Object*, Visitor&);
};
struct FrameObject : Object {
  Value code;                    // owned
  Value generator;               // owned: the coroutine it belongs to, or Empty (the interpreter's own ask `ops`)
  int line = 0;
  const FrameOps* ops = nullptr; // nullptr: of a function of the library, which shows a name and a line and no more
  explicit FrameObject(Type* t) : Object(t, Kind::Other) {}
};

// `code` null: one is made that names a function of the library. `generator`: the coroutine object, or Empty.
Var new_frame_object(Value code, int line, Value generator);
// Of a suspended link; Empty without an error where it has none to show (a part of its awaiter, a wait for a future).
Var frame_of(Link* link);
// The frame of the program's coroutine that awaits the library's one which runs; None: none does.
Var awaiting_frame();
// A code object for a coroutine function of the library, or any other function of it.
Var new_library_code(const char* name, const char* qualname, const char* file, int first_line);
void init_link_frame_types();

}  // namespace ap
