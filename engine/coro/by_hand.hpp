// Coroutines that more than one drives: two tasks, or a task and the program itself by send(), throw() and close().
#pragma once
#include "coro/link.hpp"

namespace ap {

// Who awaits `v` may follow its link: nullptr with RuntimeError for a coroutine that has begun; where somebody else drives it, a link
// that asks it by send() as CPython asks all. *keeper owns what is given.
Link* link_to_follow(Value v, Link* link, Var* keeper);

// Before and after `link` is driven by hand: a suspended chain that waits for it is to find its new leaf, or that it has ended.
class ByHand {
 public:
  explicit ByHand(Link* link);
  ~ByHand();
  ByHand(const ByHand&) = delete;

 private:
  Link *link_, *awaiter_, *top_ = nullptr;
  bool generator_;
};

}  // namespace ap
