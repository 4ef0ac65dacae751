// A deadlock in words: who waits for whom in a circle, or for what that nobody will ever do.
#include <algorithm>

#include "trace/diagnoser.hpp"

namespace ap::trace {

// The barrier at which a task waits: its line is that of a condition inside.
const SyncState* Diagnoser::barrier_of(const TaskState& t) {
  bool waits = false;
  for (const AwaitState& a : t.awaits) waits |= a.label.starts_with("asyncio.Barrier.");
  const SyncState* found = nullptr;
  if (waits)
    syncs.for_each([&](SyncState& s) {
      if (s.kind == SyncKind::barrier && s.value && (!found || s.id > found->id)) found = &s;
    });
  return found;
}

// The tasks without which this future will not be done; none: it is up to nobody in particular.
std::vector<TaskId> Diagnoser::waits_on(FutureId id) {
  std::vector<TaskId> result;
  if (task(id)) return {id};
  auto* f = future(id);
  if (!f) return result;
  for (FutureId child : f->children) {
    auto* t = task(child);
    if (t && t->phase != TaskPhase::done) result.push_back(child);
    if (!t)
      if (auto* c = future(child); c && !c->done)
        for (TaskId inner : waits_on(child)) result.push_back(inner);
  }
  if (auto* s = sync(f->sync); s && s->kind == SyncKind::lock && s->holder) result.push_back(s->holder);
  if (f->kind == FutureKind::group)
    scopes.for_each([&](ScopeState& scope) {
      if (scope.kind == ScopeKind::task_group && scope.task == f->creator)
        for (TaskId t : scope.tasks) result.push_back(t);
    });
  return result;
}

// Why it will never be done, where it is up to nobody in particular.
std::string Diagnoser::deadlock_reason(FutureId id) {
  auto* f = future(id);
  if (!f) return {};
  auto* s = sync(f->sync);
  if (!s)
    return f->kind == FutureKind::user                             ? "and nobody is left to call its set_result()"
           : f->kind == FutureKind::network && f->label == "data" ? "which nobody is left to send"
                                                                  : std::string();
  std::string what(name_of(*s));
  switch (s->kind) {
    case SyncKind::event: return "and nobody is left to call set()";
    case SyncKind::condition: return "and nobody is left to call notify()";
    case SyncKind::semaphore: return "and nobody is left to release one";
    case SyncKind::lock: {
      auto* t = task(s->holder);
      return t && t->phase == TaskPhase::done ? "which ended without releasing it" : std::string();
    }
    case SyncKind::barrier:
    case SyncKind::queue: break;
  }
  if (f->side == WaiterSide::getter) return "which is empty, and nobody is left to put anything in";
  if (f->side == WaiterSide::putter) return "which is full (" + std::to_string(s->size) + "), and nobody is left to take anything out";
  return "but task_done() is missing for " + (s->unfinished == 1 ? std::string("one of them") : std::to_string(s->unfinished) + " of them");
}

void Diagnoser::on_deadlock_detected(const At& at, const DeadlockDetected& e) {
  catch_up(at);
  std::vector<TaskId> waiting;
  for (TaskId id : task_order)
    if (auto* t = task(id); t && t->phase == TaskPhase::waiting) waiting.push_back(id);
  // A circle: from some task along whom it waits for, back to itself.
  std::vector<TaskId> circle;
  for (TaskId start : waiting) {
    std::vector<TaskId> path{start};
    std::vector<TaskId> seen{start};
    // Depth first; each entry of the path remembers nothing but where it stands, since a circle is small.
    auto step = [&](auto& self, TaskId from) -> bool {
      auto* t = task(from);
      if (!t || t->phase != TaskPhase::waiting) return false;
      for (TaskId next : waits_on(t->waits_for)) {
        if (next == start) return true;
        if (std::find(seen.begin(), seen.end(), next) != seen.end()) continue;
        if (seen.size() > 1000) return false;
        seen.push_back(next);
        path.push_back(next);
        if (self(self, next)) return true;
        path.pop_back();
      }
      return false;
    };
    if (step(step, start) && (circle.empty() || path.size() < circle.size())) circle = path;
  }
  std::string message = "Deadlock: nothing is ready to run and no timer is set, so nothing can ever happen again.";
  std::string fix;
  auto tell = [&](TaskId id) {
    auto* t = task(id);
    std::string text = "\n" + task_text(id) + ", line " + std::to_string(t->line) + ": ";
    if (const SyncState* barrier = barrier_of(*t))
      return text + "waits at " + std::string(name_of(*barrier)) + " for the others, where " + std::to_string(barrier->value) + " of " +
             std::to_string(barrier->size) + " have come and nobody else will";
    text += why_it_waits(t->waits_for);
    if (std::string reason = deadlock_reason(t->waits_for); !reason.empty()) text += ", " + reason;
    return text;
  };
  Line line = e.line;
  TaskId first = waiting.empty() ? 0 : waiting.front();
  const std::vector<TaskId>& told = circle.empty() ? waiting : circle;
  std::size_t shown = 0;
  for (TaskId id : told) {
    if (++shown > 8) {
      message += "\n... and " + std::to_string(told.size() - 8) + " more";
      break;
    }
    message += tell(id);
  }
  if (!circle.empty()) {
    first = circle.front();
    if (circle.size() == 1)
      message += "\nThat is a task that waits for itself.";
    else
      message += "\nThat is a circle: each waits for the next, and the last for the first.";
    int locks = 0;
    for (TaskId id : circle)
      if (auto* f = future(task(id)->waits_for))
        if (auto* s = sync(f->sync)) locks += s->kind == SyncKind::lock;
    fix = !locks               ? "let one of them go on without waiting for the other"
          : circle.size() == 1 ? "do not take a lock again that the task holds already: asyncio.Lock is not reentrant"
          : locks == 1         ? "release the lock before waiting for the other task; `async with lock:` releases on every way out"
                               : "take the locks in the same order in every task";
  } else {
    // What stands at the end of the chains is the cause.
    for (TaskId id : waiting) {
      auto* t = task(id);
      if (!waits_on(t->waits_for).empty() && deadlock_reason(t->waits_for).empty()) continue;
      first = id;
      auto* f = future(t->waits_for);
      auto* s = f ? sync(f->sync) : nullptr;
      if (barrier_of(*t)) fix = "start as many tasks as the barrier has parties";
      else if (s && s->kind == SyncKind::event) fix = "call set() on every way, also where an error comes between (try/finally)";
      else if (s && s->kind == SyncKind::queue && f->side == WaiterSide::getter)
        fix = "tell the consumers that nothing more comes: queue.shutdown(), one sentinel for each of them, or cancel them";
      else if (s && s->kind == SyncKind::queue && f->side == WaiterSide::putter)
        fix = "start the consumers before the queue is full, or leave maxsize out";
      else if (s && s->kind == SyncKind::queue) fix = "call queue.task_done() once for every item taken, in a finally";
      else if (s && s->kind == SyncKind::lock) fix = "use `async with lock:`, which releases on every way out";
      else if (s && s->kind == SyncKind::semaphore) fix = "use `async with semaphore:`, which releases on every way out";
      else if (s && s->kind == SyncKind::condition) fix = "notify under the same condition after every change that someone waits for";
      else if (f && f->kind == FutureKind::network)
        fix = "close the connection at its other end (writer.close()), or put a limit on the wait: async with asyncio.timeout(...)";
      else fix = "set its result on every way, or put a limit on the wait: async with asyncio.timeout(...)";
      break;
    }
  }
  if (auto* t = task(first)) line = t->line;
  std::vector<FutureId> related = told;
  add({.code = "deadlock", .severity = Severity::error, .at = at.t, .line = line, .task = first, .related = related, .message = message,
       .fix = fix});
  stopped_ = true;  // what is left lying about now is its consequence
}

}  // namespace ap::trace
