// Functions written in Python, and how arguments meet their parameters.
#pragma once
#include "object/native.hpp"
#include "vm/frame.hpp"

namespace ap {

struct Function : Object {
  Code* code;
  Dict* globals;
  Tuple* defaults = nullptr;     // of the last positional parameters
  Dict* kw_defaults = nullptr;
  Tuple* closure = nullptr;      // cells, one a free variable
  Str* name;
  Str* qualname;
  Value module = None;
  Value doc = None;
  Value annotate = None;         // function that computes the annotations (PEP 649)
  Value annotations = Empty;     // computed
  Value type_params = Empty;
  Dict* dict = nullptr;
  explicit Function(Type* t) : Object(t, Kind::Function) {}
};

Ref<Function> new_python_function(Code* code, Dict* globals);
// Fills the slots of a new frame from the arguments, which are borrowed. False: TypeError as CPython words it.
bool bind_arguments(Function* f, Args args, Value* slots);
// A frame with the arguments matched to the parameters; nullptr: TypeError is set.
Frame* bound_frame(Function* function, Args args);
Frame* bound_frame_star(Function* function, Tuple* positional, Dict* keywords);
// Makes such a frame ready to run; it takes over the reference to `function`.
[[gnu::always_inline]] inline void init_frame(Frame* f, Function* function) {
  f->code = function->code;
  f->function = function;
  f->globals = function->globals;
  f->namespace_ = Value();
  f->ip = function->code->instrs;
  f->sp = f->stack_base();
  f->owner = nullptr;
}
Var call_function(Value f, Args args);  // Type::call of functions
void init_python_function_type();

}  // namespace ap
