// The loop itself: what is ready, what is due, one pass after the other.
#include "asyncio/base_events.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "asyncio/beliefs.hpp"
#include "asyncio/access_keys.hpp"
#include "asyncio/decisions.hpp"
#include "asyncio/format_helpers.hpp"
#include "asyncio/library_frames.hpp"
#include "asyncio/loop_queues.hpp"
#include "asyncio/scheduling.hpp"
#include "asyncio/task_callbacks.hpp"
#include "asyncio/threads.hpp"
#include "coro/origin.hpp"
#include "coro/stand_in.hpp"
#include "object/dict.hpp"
#include "object/float.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/stopping.hpp"
#include "object/tuple.hpp"
#include "trace/accesses.hpp"
#include "trace/counting.hpp"

namespace ap {

extern uint32_t stepping_handle;  // tasks.cpp
LoopRecord loop_record;
Decisions* decisions = nullptr;
uint64_t (*stdout_bytes)() = nullptr;
Type *deadlock_error, *limit_error;

namespace {

inline bool open(EventLoop* loop) { return !loop->closed || check_closed(loop); }

// --- running one entry. False: an exception has to leave the loop.

// The handle that CPython has for an entry.
Ref<Handle> handle_for(EventLoop* loop, const ReadyEntry& e) {
  auto* h = allocate<Handle>(event_types.handle, 0);
  Ref<Handle> result = Ref<Handle>::steal(h);
  h->loop = loop;
  incref(loop);
  h->id = e.id;
  bool step = e.kind == ReadyEntry::Step;
  h->a = step ? Var(new_callback(task_step_method, e.what, e.argument)).release()
              : e.kind == ReadyEntry::Wakeup ? Var(new_callback(task_wakeup_method, e.what)).release() : Var(e.what).release();
  h->b = Value((step ? new_tuple(0) : tuple_of(e.argument)).release());
  Context* context = e.extra && e.kind == ReadyEntry::Callback ? static_cast<Context*>(e.extra) : nullptr;
  h->context = e.kind != ReadyEntry::Callback ? e.what.as<Task>()->context : context ? context : current_context();
  incref(h->context);
  if (e.kind != ReadyEntry::Callback && e.extra) {
    incref(e.extra);
    debug_of(h)->source = Value(e.extra);
  }
  return result;
}

// "Exception in callback f() at main.py:3"; of a step only what was raised outside the coroutine (it was done already, say).
bool report_entry(EventLoop* loop, const ReadyEntry& e) {
  if (must_leave_loop()) return false;
  Var error = take_error();
  note_library_frame(error);
  HandlingHere handling(error);
  if (e.kind == ReadyEntry::Callback) tell_in_callback(error);
  Ref<Handle> h = handle_for(loop, e);
  Ref<Str> text = format_callback_source(h->a, h->b.as<Tuple>(), loop->debug);
  if (!text) clear_error();
  Ref<Str> message = format_str("Exception in callback %U", text ? text.get() : rt.empty_str);
  return report(loop, message.get(), error, "handle", h, h->source());
}

bool run_callback(EventLoop* loop, const ReadyEntry& e) {
  trace::emit(trace::HandleRunStarted{.handle = e.id});
  if (trace::live_accesses) [[unlikely]] note_callback(e.what, e.argument);
  bool ok = bool(e.extra ? run_in_context(static_cast<Context*>(e.extra), e.what, Args{&e.argument, 1, nullptr}) : call(e.what, e.argument));
  if (!ok) [[unlikely]] ok = report_entry(loop, e);
  trace::emit(trace::HandleRunFinished{.handle = e.id});
  return ok;
}

inline bool run_entry(EventLoop* loop, const ReadyEntry& e) {
  switch (e.kind) {
    case ReadyEntry::Step:
      stepping_handle = e.id;
      return step(e.what.as<Task>(), e.argument) || report_entry(loop, e);
    case ReadyEntry::Wakeup:
      stepping_handle = e.id;
      return wake_up(e.what.as<Task>(), e.argument) || report_entry(loop, e);
    case ReadyEntry::Callback: return run_callback(loop, e);
    case ReadyEntry::HandleEntry: {
      auto* h = e.what.as<Handle>();
      h->ready = false;
      if (h->cancelled) return true;
      trace::emit(trace::HandleRunStarted{.handle = e.id});
      bool ok = run_handle(h);
      trace::emit(trace::HandleRunFinished{.handle = e.id});
      return ok;
    }
  }
  return true;
}

// In debug mode: "Executing <Task ...> took 0.200 seconds".
bool run_entry_timed(EventLoop* loop, const ReadyEntry& e) {
  Ref<Handle> h;
  if (e.kind == ReadyEntry::HandleEntry) {
    if (e.what.as<Handle>()->cancelled) return run_entry(loop, e);
    h = Ref<Handle>(e.what.as<Handle>());
  } else if (e.extra) {
    h = handle_for(loop, e);
  }
  loop->current_handle = h.get();
  double start = current_clock->now();
  bool ok = run_entry(loop, e);
  loop->current_handle = nullptr;
  if (!ok) return false;
  double took = current_clock->now() - start, limit;
  if (!to_double(loop->slow_callback_duration, &limit)) return false;
  if (took < limit) return true;
  Ref<Str> what = repr(e.kind == ReadyEntry::HandleEntry || e.kind == ReadyEntry::Callback ? Value((h ? h : h = handle_for(loop, e)).get()) : e.what);
  if (!what) return must_leave_loop() ? false : (clear_error(), true);
  char seconds[64];
  __builtin_snprintf(seconds, sizeof seconds, "%.3f", took);
  Ref<Str> text = format_str("Executing %U took %s seconds", what.get(), seconds);
  return log_message(LogLevel::Warning, text.get(), Value());
}

// --- waiting: the clock moves to the next timer

std::string waiting_tasks(trace::FutureId* ids, size_t most, size_t* n, trace::Line* line) {
  struct Seen {
    trace::FutureId* ids;
    size_t most, n;
    std::string text;
    trace::Line line;
  } seen{ids, most, 0, {}, 0};
  for_each_task(
      [](void* user, Task* t) {
        auto* s = static_cast<Seen*>(user);
        if (!t->waiter || s->n == s->most) return;
        LinkInfo info;
        for (Link* l = task_link(t); l; l = l->awaiting) {
          LinkInfo inner;
          l->ops->describe(l, inner);
          if (!inner.native) info = inner;
        }
        if (!s->line) s->line = static_cast<trace::Line>(info.line);
        if (s->n) s->text += "; ";
        if (Var name = task_name(t)) s->text += safe_str(name);
        s->text += " waits";
        if (info.line) s->text += " at line " + std::to_string(info.line);
        if (is_kind(t->waiter, Kind::Task)) {
          s->text += " for ";
          if (Var name = task_name(t->waiter.as<Task>())) s->text += safe_str(name);
        }
        s->ids[s->n++] = t->id;
      },
      &seen);
  *n = seen.n;
  *line = seen.line;
  return seen.text;
}

}  // namespace

bool deadlock() {
  if (!loop_record.deadlock) {
    loop_record.deadlock = true;
    loop_record.deadlock_at = current_clock->now();
    loop_record.stdout_bytes = stdout_bytes ? stdout_bytes() : 0;
  }
  if (trace::wants(trace::Category::problems)) {
    trace::FutureId ids[64];
    size_t n;
    trace::Line line;
    std::string text = waiting_tasks(ids, 64, &n, &line);
    trace::emit(trace::DeadlockDetected{.tasks = {ids, n}, .message = text, .line = line});
  }
  return raise(deadlock_error, "deadlock: nothing is ready to run and no timer is pending");
}

namespace {

bool too_many_iterations() {
  uint64_t most = rt.limits.loop_iterations;
  loop_record.limit = true;
  loop_record.iterations -= 10'000;  // so that asyncio.run can still cancel the tasks
  std::string text = "limit: more than " + std::to_string(most) + " event loop iterations";
  note_limit("loop_iterations", text);
  return raise(limit_error, "%s", text.c_str());
}

// What the selector does in CPython.
bool wait_for_something(EventLoop* loop) {
  if (++loop_record.iterations > rt.limits.loop_iterations) [[unlikely]] return too_many_iterations();
  if (threads_exist()) [[unlikely]]
    if (!threads_while_idle(loop)) return false;
  if (loop->count || loop->stopping) return true;
  if (!loop->timer_count) return deadlock();
  double when = loop->timers[0].when, now = current_clock->now();
  if (when - now > 0) {
    if (when > rt.limits.virtual_seconds) return stop_clock();
    current_clock->jump_to(when, loop->timers[0].handle->id, loop->timers[0].handle->when.is_small_int());
    // `when < now + resolution` stays true for huge times, or the loop would spin.
    double ulp = std::nextafter(current_clock->now(), HUGE_VAL) - current_clock->now();
    loop->resolution = 2 * ulp > 1e-9 ? 2 * ulp : 1e-9;
  }
  return true;
}

// --- under a wrong belief

ReadyEntry& ready_at(EventLoop* loop, uint32_t i) { return loop->ready[(loop->head + i) & loop->mask]; }

// One of the first n comes to the front.
void pick_any(EventLoop* loop, uint32_t n) {
  if (n > loop->count) n = loop->count;
  if (n < 2) return;
  static uint32_t random = 0;
  if (!belief_variant) random = n - 1;
  else random = (loop->iteration * 2654435761u ^ belief_variant * 40503u ^ n * 2246822519u) >> 7;
  uint32_t k = random % n;
  ReadyEntry e = ready_at(loop, k);
  for (; k; --k) ready_at(loop, k) = ready_at(loop, k - 1);
  ready_at(loop, 0) = e;
}

// Place of the task's own step in the ready queue, or its end.
uint32_t place_of(EventLoop* loop, Task* t) {
  uint32_t i = 0;
  while (i < loop->count && !(ready_at(loop, i).what == Value(t) && ready_at(loop, i).kind <= ReadyEntry::Wakeup)) ++i;
  return i;
}

bool run_and_drop(EventLoop* loop, ReadyEntry e) {
  bool ok = run_entry(loop, e);
  Var error = take_error();
  drop_entry(e);
  if (error) set_error(std::move(error));
  return ok;
}

// Leaves the running task for a while.
struct Aside {
  Task* task = std::exchange(current_task, nullptr);
  uint32_t id = std::exchange(running_task, 0);
  uint32_t handle = std::exchange(stepping_handle, 0);
  ~Aside() {
    current_task = task;
    running_task = id;
    stepping_handle = handle;
  }
};

bool fire(EventLoop* loop, TimerHandle* h, double when) {
  h->ready = true;
  if (!push_ready(loop, {ReadyEntry::HandleEntry, h->id, nullptr, Value(h), Value()})) return false;
  trace::emit(trace::TimerFired{.handle = h->id, .deadline = when});
  return true;
}

// Fires what is due before `end`, those of one instant in the order that is decided.
bool fire_as_decided(EventLoop* loop, double end) {
  std::vector<TimerHandle*> tied;
  std::vector<Timer> due;
  while (loop->timer_count && loop->timers[0].when < end) {
    double first = loop->timers[0].when;
    due.clear();
    tied.clear();
    while (loop->timer_count && loop->timers[0].when < end && loop->timers[0].when < first + loop->resolution) {
      due.push_back(loop->timers[0]);
      tied.push_back(take_timer(loop, 0));
    }
    if (tied.size() > 1) decisions->order_tie(tied);
    for (TimerHandle* h : tied)
      for (const Timer& t : due)
        if (t.handle == h && !fire(loop, h, t.when)) return false;
  }
  return true;
}

// A limit, or Stop, is told inside the program where that is possible, so that its traceback names the line: a task goes on
// to its own next check. But no more than so many of them, which may have none.
constexpr uint32_t kLetOn = 100;
uint32_t let_on = 0;

inline bool check_before(const ReadyEntry& e) {
  if (++rt.steps < rt.check_at) [[likely]] return true;
  if (e.kind <= ReadyEntry::Wakeup && let_on++ < kLetOn) return true;
  let_on = 0;
  return check_slow();
}

// One pass of the loop, as BaseEventLoop._run_once. False: an exception leaves it.
bool run_once(EventLoop* loop) {
  if (!wait_for_something(loop)) return false;
  if (loop->timer_count) {
    double end = current_clock->now() + loop->resolution;
    if (decisions) [[unlikely]] {
      if (!fire_as_decided(loop, end)) return false;
    }
    while (loop->timer_count && loop->timers[0].when < end) {
      double when = loop->timers[0].when;
      if (!fire(loop, take_timer(loop, 0), when)) return false;
    }
  }
  uint32_t n = loop->count;
  ++loop->iteration;
  trace::emit(trace::IterationStarted{.iteration = loop->iteration, .ready = n, .timers = loop->timer_count});
  // Only what is ready now: what these callbacks schedule comes in the next pass.
  for (uint32_t i = 0; i < n; ++i) {
    if (!loop->count) break;  // the loop was closed meanwhile
    if (believes(Belief::order_random)) [[unlikely]] pick_any(loop, n - i);
    ReadyEntry e = pop_ready(loop);
    bool ok = check_before(e) && (loop->debug ? run_entry_timed(loop, e) : run_entry(loop, e));
    if (!ok) [[unlikely]] {
      Var error = take_error();
      set_error(Var(error.get()));
      keep_with_error(e.what);  // as Handle._run's frame does
      (void)take_error();
      drop_entry(e);
      set_error(std::move(error));
      return false;
    }
    drop_entry(e);
    current_clock->settle();
  }
  return true;
}

}  // namespace

void move_to_front(EventLoop* loop, Task* t) {
  uint32_t i = place_of(loop, t);
  if (i == loop->count) return;
  ReadyEntry e = ready_at(loop, i);
  for (; i; --i) ready_at(loop, i) = ready_at(loop, i - 1);
  ready_at(loop, 0) = e;
}

bool run_out_of_turn(EventLoop* loop, Task* t, bool* ok) {
  uint32_t i = place_of(loop, t);
  if (i == loop->count) return false;
  ReadyEntry e = ready_at(loop, i);
  for (--loop->count; i < loop->count; ++i) ready_at(loop, i) = ready_at(loop, i + 1);
  Aside aside;
  *ok = run_and_drop(loop, e);
  return true;
}

bool run_meanwhile(EventLoop* loop, double until, bool ready_too) {
  static int depth = 0;
  if (depth >= 20) return true;
  ++depth;
  Aside aside;
  // What stood in the ready queue keeps its place unless it may run, too.
  std::vector<ReadyEntry> waiting;
  if (!ready_too)
    while (loop->count) waiting.push_back(pop_ready(loop));
  bool ok = true;
  for (;;) {
    if (loop->count) {
      if (!(ok = check() && run_and_drop(loop, pop_ready(loop)))) break;
    } else if (loop->timer_count && loop->timers[0].when <= until && !loop->stopping) {
      double when = loop->timers[0].when;
      if (when > current_clock->now()) current_clock->jump_to(when, loop->timers[0].handle->id, false);
      if (!(ok = fire(loop, take_timer(loop, 0), when))) break;
    } else {
      break;
    }
  }
  for (const ReadyEntry& e : waiting) ok = push_ready(loop, e) && ok;
  --depth;
  return ok;
}

// --- running

namespace {

bool check_running(EventLoop* loop) {
  if (loop->running) return runtime_error("This event loop is already running");
  if (running_loop) return runtime_error("Cannot run the event loop while another loop is running");
  return true;
}

}  // namespace

Var asyncgen_hook(EventLoop* loop, bool firstiter);  // shutdown.cpp

namespace {
constexpr uint32_t kDebugStackDepth = 10;  // constants.DEBUG_STACK_DEPTH
uint32_t outer_origin_depth = 0;
}  // namespace

void track_origins(bool debug) {
  if (debug == (origin_depth == kDebugStackDepth)) return;
  if (debug) outer_origin_depth = std::exchange(origin_depth, kDebugStackDepth);
  else origin_depth = outer_origin_depth;
}

bool begin_running(EventLoop* loop, uint32_t future) {
  if (!open(loop) || !check_running(loop)) return false;
  loop->old_firstiter = std::exchange(rt.asyncgen_firstiter, asyncgen_hook(loop, true).release());
  loop->old_finalizer = std::exchange(rt.asyncgen_finalizer, asyncgen_hook(loop, false).release());
  loop->running = true;
  if (loop->debug) track_origins(true);
  running_loop = loop;
  trace::emit(trace::LoopStarted{.loop = loop->id, .future = future});
  return true;
}

void end_running(EventLoop* loop) {
  loop->stopping = false;
  loop->running = false;
  if (loop->debug) track_origins(false);
  running_loop = nullptr;
  decref(std::exchange(rt.asyncgen_firstiter, std::exchange(loop->old_firstiter, None)));
  decref(std::exchange(rt.asyncgen_finalizer, std::exchange(loop->old_finalizer, None)));
  trace::emit(trace::LoopStopped{.loop = loop->id});
}

constexpr LibraryPlace kForever[] = {{"events.py", 94, "_run"}, {"base_events.py", 2046, "_run_once"}, {"base_events.py", 677, "run_forever"}};
constexpr LibraryPlace kUntilComplete[] = {{"base_events.py", 706, "run_until_complete"}};

bool run_forever(EventLoop* loop, uint32_t future) {
  Ref<EventLoop> keep(loop);
  if (!begin_running(loop, future)) return false;
  const void* outer_caller = std::exchange(rt.loop_caller, rt.hooks.current_frame ? rt.hooks.current_frame() : nullptr);
  bool outer_in_loop = std::exchange(rt.in_loop, true);
  bool ok;
  LibraryFrames frames(kForever);
  while ((ok = run_once(loop)) && !loop->stopping) {
  }
  rt.loop_caller = outer_caller;
  rt.in_loop = outer_in_loop;
  end_running(loop);
  return ok;
}

LoopState run_while_busy(EventLoop* loop, double* until, uint32_t* order) {
  LibraryFrames frames(kForever);
  for (;;) {
    if (!loop->count && !loop->stopping) {
      if (!loop->timer_count) {
        *until = HUGE_VAL;
        return LoopState::Idle;
      }
      if (loop->timers[0].when > current_clock->now()) {
        *until = loop->timers[0].when;
        *order = loop->timers[0].order;
        return LoopState::Idle;
      }
    }
    if (!run_once(loop)) return LoopState::Failed;
    if (loop->stopping) return LoopState::Stopped;
  }
}

namespace {

const CallbackDef run_until_complete_cb = {
    "_run_until_complete_cb", "base_events.py", 181, [](InternalCallback* self, Value future) {
      Tri cancelled = future_was_cancelled(future);
      if (cancelled == Tri::Error) return Var();
      if (cancelled == Tri::False) {
        Var error = future_get_exception(future);
        if (!error) return Var();
        // Python knows what to do with these two: they leave the loop by themselves.
        if (is_instance(error, rt.types.SystemExit) || is_instance(error, rt.types.KeyboardInterrupt)) return Var(None);
      }
      Var loop = future_loop(future);
      if (!loop) return Var();
      if (type_of(loop) == event_loop_type) {
        loop.as<EventLoop>()->stopping = true;
        return Var(None);
      }
      return call_method(loop, "stop", Args{});
    }};

}  // namespace

bool start_until_complete(Value loop_value, Value future, UntilComplete* u) {
  auto* loop = loop_value.as<EventLoop>();
  if (!open(loop) || !check_running(loop)) return false;
  u->is_new = !is_future(future);
  u->future = ensure_future(future, loop_value);
  if (!u->future) return false;
  if (u->is_new && is_kind(u->future, Kind::Task)) u->future.as<Task>()->log_destroy_pending = false;
  u->callback = Var(new_callback(run_until_complete_cb, Value()));
  return future_add_callback(u->future, u->callback);
}

Var finish_until_complete(UntilComplete& u, bool ok) {
  Value f = u.future;
  if (!ok) {
    Var error = take_error();
    if (u.is_new && future_done(f) == Tri::True && future_was_cancelled(f) == Tri::False)
      // The coroutine raised a BaseException: it is not to be told of as never retrieved.
      future_get_exception(f).reset();
    clear_error();
    future_remove_callback(f, u.callback);
    clear_error();
    set_error(std::move(error));
    keep_with_error(f);  // a variable of this function's frame in CPython
    return Var();
  }
  if (!future_remove_callback(f, u.callback)) return Var();
  Tri done = future_done(f);
  if (done == Tri::Error) return Var();
  if (done == Tri::False) return runtime_error("Event loop stopped before Future completed.");
  Var result = future_get_result(f);
  if (!result) keep_with_error(f);
  return result;
}

// The loop may be of a subclass with a run_forever of its own.
Var run_until_complete(Value loop_value, Value future) {
  UntilComplete u;
  LibraryFrames frames(kUntilComplete);
  if (!start_until_complete(loop_value, future, &u)) return Var();
  bool ok;
  if (type_of(loop_value) == event_loop_type)
    ok = run_forever(loop_value.as<EventLoop>(), is_future_kind(u.future) ? u.future.as<Future>()->id : 0);
  else
    ok = bool(call_method(loop_value, "run_forever", Args{}));
  return finish_until_complete(u, ok);
}

bool close_loop(EventLoop* loop) {
  if (loop->running) return runtime_error("Cannot close a running event loop");
  if (loop->closed) return true;
  loop->closed = true;
  trace::emit(trace::LoopClosed{.loop = loop->id});
  // What goes with them goes in a frame of the library: that is where a coroutine "was never awaited".
  bool in_loop = std::exchange(rt.in_loop, true);
  auto* caller = std::exchange(rt.loop_caller, rt.hooks.current_frame());
  clear_loop_queues(loop);
  rt.loop_caller = caller;
  rt.in_loop = in_loop;
  loop->executor_shut = true;
  decref(std::exchange(loop->default_executor, None));
  return true;
}

void reset_base_events() {
  loop_record = {};
  let_on = 0;
  reset_scheduling();
  reset_loop_queues();
}

}  // namespace ap
