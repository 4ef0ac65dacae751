// drive(), for the place where each step of each task comes through.
#pragma once
#include "coro/link.hpp"

namespace ap {

inline Link* leaf_of(Link* root) {
  // A link in the middle of someone else's chain, driven on its own, has no leaf noted.
  if (root->leaf && !root->awaiter) return root->leaf;
  while (root->awaiting) root = root->awaiting;
  return root;
}

Step drive_aside(Link* root, Var input);  // one that somebody else's chain waits for
[[gnu::always_inline]] inline Step drive_here(Link* root, Var input, bool aside = false) {
  if (root->awaiter && !aside) [[unlikely]] return drive_aside(root, std::move(input));
  Link* at = leaf_of(root);
  if (at->state == LinkState::Running || root->state == LinkState::Running) [[unlikely]] return refuse_to_drive(root);
  Driver d(root, input ? root : at);
  if (!input && at != root) d.above = at->awaiter;
  driver = &d;
  root->handled.previous = d.handled;  // the bottom of the chain's "exception being handled" on top of the driver's
  root->leaf = nullptr;
  Transfer t;
  Step step;
  for (;;) {
    d.at = at;
    d.count_frames(at);
    Signal signal = at->ops->resume(at, std::move(input), t);
    if (signal == Signal::Yielded) {
      root->leaf = t.link;
      step = {Step::Yielded, std::move(t.value)};
      break;
    }
    input = std::move(t.value);
    if (!t.link) {
      step.kind = input ? Step::Returned : Step::Raised;
      step.value = std::move(input);
      break;
    }
    at = t.link;
  }
  driver = d.outer;
  rt.recursion_depth = d.depth;
  rt.handled = d.handled;
  return step;
}

}  // namespace ap
