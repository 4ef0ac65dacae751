#include "trace/lost_updates.hpp"

#include <algorithm>

namespace ap::trace {

void LostUpdates::add(Reads& into, const Read& read) {
  for (Read& r : into)
    if (r.variable == read.variable && r.step == read.step) return;
  if (into.size() == kMostReads) into.erase(into.begin());
  into.push_back(read);
}

void LostUpdates::join(Reads& into, const Reads& reads) {
  for (const Read& r : reads) add(into, r);
}

LostUpdates::Activation& LostUpdates::settle(std::vector<Activation>& stack, std::uint32_t frame) {
  for (std::size_t i = stack.size(); i-- > 0;) {
    if (stack[i].frame != frame) continue;
    for (std::size_t k = i + 1; k < stack.size(); ++k) join(stack[i].statement, stack[k].all);
    for (std::size_t k = i + 1; k < stack.size(); ++k) join(stack[i].all, stack[k].all);
    stack.resize(i + 1);
    return stack[i];
  }
  if (stack.size() == kMostFrames) stack.erase(stack.begin());
  stack.push_back({.frame = frame});
  return stack.back();
}

bool LostUpdates::follow(const Access& access, TaskId task, double t, LostUpdate& lost) {
  if (access.kind == AccessKind::touch || access.kind == AccessKind::add || !access.frame) return false;
  ++order_;
  auto& stack = stacks_[task];
  if (access.kind == AccessKind::enter) {
    Reads arguments;
    if (!stack.empty()) arguments = stack.back().statement;
    // A frame in the same place is one that has returned.
    for (std::size_t i = stack.size(); i-- > 0;)
      if (stack[i].frame == access.frame) {
        if (i) join(stack[i - 1].statement, stack[i].all);
        if (i) arguments = stack[i - 1].statement;
        stack.resize(i);
        break;
      }
    if (stack.size() == kMostFrames) stack.erase(stack.begin());
    stack.push_back({.frame = access.frame, .arguments = std::move(arguments)});
    return false;
  }
  Activation& a = settle(stack, access.frame);
  Key key{access.object, access.name};
  const Reads& from = a.assigns ? a.value : a.statement;
  switch (access.kind) {
    case AccessKind::statement:
      a.statement.clear();
      a.assigns = false;
      return false;
    case AccessKind::assigned:
      a.value = a.statement;
      a.assigns = true;
      return false;
    case AccessKind::local_read:
      for (auto& [slot, reads] : a.locals)
        if (slot == access.name) {
          join(a.statement, reads);
          join(a.all, reads);
          return false;
        }
      join(a.statement, a.arguments);
      return false;
    case AccessKind::local_write:
      for (auto& [slot, reads] : a.locals)
        if (slot == access.name) {
          reads = from;
          return false;
        }
      a.locals.emplace_back(access.name, from);
      return false;
    case AccessKind::read: {
      if (variables_.size() >= kMostVariables) variables_.clear();
      Read r{key, step_, order_, t, access.line};
      variables_[key].seen[task] = order_;
      add(a.statement, r);
      add(a.all, r);
      return false;
    }
    case AccessKind::write: break;
    default: return false;
  }
  if (variables_.size() >= kMostVariables) variables_.clear();
  Variable& v = variables_[key];
  const Write& other = v.last.task != task ? v.last : v.last_of_another;
  bool found = false;
  if (other.order && other.task && task && access.line) {
    for (const Read& r : from) {
      if (r.variable != key || r.step == step_ || r.order > other.order || v.seen[task] > other.order) continue;
      lost = {access.object, access.name, task, other.task, r.line, access.line, other.line, r.t, other.t};
      found = true;
      break;
    }
  }
  if (v.last.task != task) v.last_of_another = v.last;
  v.last = {task, order_, t, access.line};
  return found;
}

}  // namespace ap::trace
