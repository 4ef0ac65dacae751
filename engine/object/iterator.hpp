// Iterators written in C++: a type a kind, a next function, and up to a few values of state.
#pragma once
#include "object/native.hpp"

namespace ap {

// The state of most built-in iterators: what they walk over and where they are.
struct Iterator : Object {
  Value over;           // owned; Empty once exhausted
  int64_t position = 0;
  uint64_t version = 0;
  Value more[2];        // owned
  explicit Iterator(Type* t) : Object(t, Kind::Iterator) {}
};

// A type of such iterators; `next` as Type::next.
Type* new_iterator_type(const char* name, Var (*next)(Value));
Var make_iterator(Type* iterator_type, Value over);
// For iterators whose remaining number of items is length(over) - position: gives them __length_hint__.
void add_length_hint(Type* iterator_type);
// Lets go of what it walks over and returns "exhausted".
Var exhaust(Iterator* it);
Var make_sequence_iterator(Value sequence);
Var make_callable_iterator(Value callable, Value sentinel);
void init_iterator_types();  // enumerate, zip, map, filter, reversed, iter(callable, sentinel), sequence iterator

}  // namespace ap
