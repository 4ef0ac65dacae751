// A link around any iterator: what `await` uses for an object whose __await__ gives an iterator of its own making,
// and `yield from` for iterables that are no generators.
#pragma once
#include "coro/link.hpp"

namespace ap {

struct IteratorLink : Object, Link {
  Value iterator;
  explicit IteratorLink(Type* t);
};

Link* new_iterator_link(Value iterator, Var* keeper);
// What the program knows of `v`: the iterator inside, if it is such a link.
Value iterator_behind(Value v);
// next() as a program sees it: at the end StopIteration is set, with the value that a generator has returned.
Var next_or_stop(Value iterator);
void init_iterator_link_type();

}  // namespace ap
