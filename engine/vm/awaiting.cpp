// What may stand behind `await`, `yield from` and `async for`.
#include "coro/iterator_link.hpp"
#include "coro/by_hand.hpp"
#include "vm/helpers.hpp"

namespace ap {

Var get_awaitable(Value v, uint32_t where) {
  Type* t = type_of(v);
  if (t == rt.types.coroutine) return v;
  if (t == rt.types.generator && v.as<Generator>()->frame.code->flags & kIterableCoroutine) return v;
  if (!t->await) {
    if (where == 1)
      return type_error("'async with' received an object from __aenter__ that does not implement __await__: %T", v);
    if (where == 2)
      return type_error("'async with' received an object from __aexit__ that does not implement __await__: %T", v);
    return type_error("'%T' object can't be awaited", v);
  }
  Var iterator = t->await(v);
  if (!iterator) return Var();
  if (type_of(iterator) == rt.types.coroutine) return type_error("__await__() returned a coroutine");
  if (!type_of(iterator)->next && !type_of(iterator)->link)
    return type_error("__await__() returned non-iterator of type '%T'", iterator.get());
  return iterator;
}

Var get_yield_from_iter(Frame* f, Value v) {
  Type* t = type_of(v);
  if (t == rt.types.coroutine) {
    if (f->code->flags & (kCoroutine | kIterableCoroutine)) return v;
    return type_error("cannot 'yield from' a coroutine object in a non-coroutine generator");
  }
  if (t == rt.types.generator) return v;
  return iterate(v);
}

Var get_aiter(Value v) {
  Type* t = type_of(v);
  if (!t->aiter) return type_error("'async for' requires an object with __aiter__ method, got %T", v);
  Var it = t->aiter(v);
  if (!it) return it;
  if (!type_of(it)->anext)
    return type_error("'async for' received an object from __aiter__ that does not implement __anext__: %T", it.get());
  return it;
}

Var get_anext(Value aiter) {
  Type* t = type_of(aiter);
  if (!t->anext) return type_error("'async for' requires an iterator with __anext__ method, got %T", aiter);
  Var next = t->anext(aiter);
  if (!next) return next;
  Var awaitable = get_awaitable(next, 0);
  if (!awaitable && failed()) {
    Var cause = take_error();
    (void)type_error("'async for' received an invalid object from __anext__: %T", next.get());
    auto* e = rt.error.as<BaseException>();
    decref(std::exchange(e->cause, Var(cause).release()));
    decref(std::exchange(e->context, cause.release()));
    e->suppress_context = true;
  }
  return awaitable;
}

Link* link_to_await(Value v, Var* keeper) {
  Type* t = type_of(v);
  Link* link = t->link ? t->link(v) : nullptr;
  if (!link) {
    if (failed()) return nullptr;
    return new_iterator_link(v, keeper);
  }
  return link_to_follow(v, link, keeper);
}

}  // namespace ap
