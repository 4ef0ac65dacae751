// Task.cancel() and _GatheringFuture.cancel() of tasks.py. Each asks what it waits for, so one call goes down a whole tree
// of tasks; and round and round where tasks wait for each other, until CPython's stack is full: a task takes part of the
// C stack, a gather a Python frame of the recursion limit. Here the way down is kept on the heap.
#include <vector>

#include "asyncio/base_events.hpp"
#include "asyncio/gather.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"

namespace ap {

namespace {

// CPython in wasm has 10 MB of C stack, of which a task takes 48 bytes.
constexpr uint32_t kDeepest = 217'906;

struct Level {
  Ref<Future> future;
  uint32_t next;  // child, of a gather
  bool any;       // of its children was cancelled
};

// Its next step, which is in the ready queue already, will raise CancelledError.
Tri cancel_at_next_step(Task* t, Value message) {
  t->must_cancel = true;
  if (message.is_none() && !t->extras) return Tri::True;
  FutureExtras* x = extras_of(t);
  incref(message);
  decref(std::exchange(x->cancel_message, message));
  return Tri::True;
}

void note_request(Task* t, Value message) {
  ++t->cancels_requested;
  if (!trace::wants(trace::Category::scheduling)) [[likely]] return;
  std::string text = message.is_none() ? std::string() : safe_str(message);
  trace::emit(trace::CancelRequested{.task = t->id, .by = running_task, .requests = t->cancels_requested,
                                     .future = t->waiter && is_future_kind(t->waiter) ? t->waiter.as<Future>()->id : 0,
                                     .message = text, .line = line_now()});
}

class Cancelling {
 public:
  explicit Cancelling(Value message) : message_(message), depth_(rt.recursion_depth) {}
  ~Cancelling() { rt.recursion_depth = depth_; }
  Cancelling(const Cancelling&) = delete;

  Tri run(Value first) {
    Tri result = go_down(first);
    while (!way_.empty() && result != Tri::Error) result = go_on(result);
    return result;
  }

 private:
  static bool is_task(Value v) { return is_kind(v, Kind::Task); }

  // Is its cancel() one of the two here, and not a subclass's?
  static bool is_ours(Value v) { return v.is_object() && (v.object()->type == rt.types.task || v.object()->type == gathering_future_type); }

  // `future` and what it waits for, as far as that is tasks and gathers. The answer of the last of them.
  Tri go_down(Value future) {
    for (;;) {
      auto* f = future.as<Future>();
      bool task = is_task(future);
      if (task) f->log_traceback = false;
      if (f->done()) return Tri::False;
      Var asked;
      if (task) {
        auto* t = static_cast<Task*>(f);
        note_request(t, message_);
        if (!t->waiter) return cancel_at_next_step(t, message_);
        asked = Var(t->waiter);
        if (way_.size() >= kDeepest) return full("Stack overflow (used 10216 kB) while calling a Python object");
      } else {
        List* children = static_cast<GatheringFuture*>(f)->children;
        if (rt.recursion_depth >= rt.limits.recursion) return full("maximum recursion depth exceeded");
        if (!children->size) return Tri::False;
        ++rt.recursion_depth;
        asked = children->items[0];
      }
      way_.push_back({Ref<Future>(f), 1, false});
      if (!is_ours(asked)) return future_cancel(asked, message_);
      future = asked;
    }
  }

  static Tri full(const char* message) {
    (void)raise(rt.types.RecursionError, "%s", message);
    return Tri::Error;
  }

  // What the last of the way makes of the answer of the one it asked.
  Tri go_on(Tri answer) {
    Level& last = way_.back();
    if (is_task(last.future.get())) {
      Ref<Future> task = std::move(last.future);
      way_.pop_back();
      return answer == Tri::True ? answer : cancel_at_next_step(static_cast<Task*>(task.get()), message_);
    }
    auto* g = static_cast<GatheringFuture*>(last.future.get());
    last.any |= answer == Tri::True;
    if (last.next < g->children->size) {
      Var child = g->children->items[last.next++];
      return is_ours(child) ? go_down(child) : future_cancel(child, message_);
    }
    if (last.any) g->cancel_requested = true;
    answer = last.any ? Tri::True : Tri::False;
    way_.pop_back();
    --rt.recursion_depth;
    return answer;
  }

  std::vector<Level> way_;
  Value message_;
  uint32_t depth_;
};

}  // namespace

// `f` is a task or a gather, of any subclass: its own cancel() calls this one.
Tri cancel_through(Value f, Value message) { return Cancelling(message).run(f); }

}  // namespace ap
