// Weak references. They keep nothing alive; a callback runs when the object goes.
#pragma once
#include "object/native.hpp"

namespace ap {

struct Weakref : Object {
  Object* target = nullptr;  // nullptr: it is gone
  Value callback = None;
  Weakref* next = nullptr;   // to the same object, older
  int64_t hash = -1;
  explicit Weakref(Type* t) : Object(t, Kind::Other) {}
};

// `t` is rt.types.weakref or a subclass; TypeError for objects that cannot be referred to.
Var new_weakref(Type* t, Value target, Value callback);
Var weakref_target(Value weakref);  // None: it is gone
uint32_t weakref_count(Value v);
Var weakrefs_of(Value v);           // a list

}  // namespace ap
