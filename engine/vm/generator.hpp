// Generators, coroutines and async generators over frames: one object with the frame inside.
#pragma once
#include "coro/link.hpp"
#include "vm/frame.hpp"

namespace ap {

struct Generator : Object, Link {
  Str* name = nullptr;
  Str* qualname = nullptr;
  // async generators
  Object* running = nullptr;  // borrowed: the asend/athrow/aclose in progress
  // In Object::extra.
  static constexpr uint16_t kClosed = 2;       // aclose() was called or it is exhausted
  static constexpr uint16_t kHooksCalled = 4;  // firstiter was given it
  ObjectSlot finalizer;       // called when it is collected before its end; of a coroutine, its cr_origin
  Frame frame;                // last; its slots follow
  explicit Generator(Type* t, const LinkOps* ops) : Object(t, Kind::Generator), Link(ops) { frame.born = ++births; }
};

extern const LinkOps frame_ops;
inline Generator* generator_of(Link* l) { return static_cast<Generator*>(l); }
inline bool is_frame_link(const Link* l) { return l->ops == &frame_ops; }

// An object of the kind that the code's flags ask for; the frame's slots are to be filled by the caller.
Generator* new_generator(Function* f);
// throw()'s arguments as the exception in rt.error; false: they make none (TypeError is set).
bool set_thrown(Value type, Value value, Value traceback);
Var close_generator(Generator* g);
// What it does before it goes: "never awaited", the hook of an async generator, close().
void finalize_generator(Generator* g);
void init_generator_types();
void init_async_generator_types();
// anext(iterator, fallback), with what its __anext__() has given.
Var anext_or(Value awaitable, Value fallback);

}  // namespace ap
