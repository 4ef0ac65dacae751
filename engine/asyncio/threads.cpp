#include "asyncio/threads.hpp"

#include <cmath>
#include <cstdlib>
#include <string>

#include "asyncio/beliefs.hpp"
#include "asyncio/decisions.hpp"
#include "asyncio/format_helpers.hpp"
#include "coro/fiber.hpp"
#include "object/dict.hpp"
#include "object/function.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/stopping.hpp"
#include "object/tuple.hpp"

namespace ap {

extern uint32_t stepping_handle;  // tasks.cpp
void (*write_stream)(int stream, std::string_view text) = nullptr;
void (*divert_output)(bool on) = nullptr;
const CoroutineDef to_thread_def = {"to_thread", "to_thread", "threads.py", 12, 25};

namespace {

// A loop that runs in a thread, or has to: see park_in_loop.
struct LoopRun {
  Ref<EventLoop> loop;
  UntilComplete until;
  Ref<Runner> runner;
};

struct Thread {
  Thread* next = nullptr;
  uint32_t id = 0;
  Fiber* fiber = nullptr;
  Var object;                // threading.Thread or a name; None: the program's own
  bool daemon = false;
  enum : uint8_t { Waiting, Running, Below, Ended } state = Waiting;  // Below: waits with others on top of its C++ stack
  bool woken = false;
  ParkedGives gives = ParkedGives::None;
  double wake_at = HUGE_VAL;
  uint32_t order = 0;        // among what is due at one time
  // A job for a loop: its timers are the loop's and keep the place of the job's start.
  Ref<EventLoop> owner;
  Ref<Future> future;
  Ref<TimerHandle> timer;
  uint32_t place = 0;
  LoopRun* loop_run = nullptr;
  std::string blocked_in;  // to be told; the caller's text is gone by then
  trace::Line blocked_line = 0;
  // Its own while it runs, which busy waits and sleeps that cannot leave it may take ahead of the program's.
  Clock clock;
  // What is the running thread's own, while another one runs.
  ThreadLoops loops{nullptr, None};
  Context* context = nullptr;
  Value firstiter = None, finalizer = None;
  const void* loop_caller = nullptr;
  bool in_loop = false;
  Task* task = nullptr;
  uint32_t task_id = 0, handle_id = 0;

  bool ahead() const { return id && clock.now() > main_clock.now(); }
  bool can_go_on() const { return state == Waiting && (woken || wake_at < HUGE_VAL); }
  bool before(const Thread& o) const { return wake_at < o.wake_at || (wake_at == o.wake_at && order < o.order); }
};

Thread* threads = nullptr;  // all but the program's own
Thread* own = nullptr;      // the program's own
Thread* current = nullptr;
uint32_t thread_count = 0;

// Workers of the loop's own pool: when each became free, counted; 0: busy.
constexpr uint32_t kWorkers = 4096;
uint32_t worker_free[kWorkers];
uint32_t worker_count = 0, freed_count = 0;
EventLoop* pool_loop = nullptr;

// --- output of threads that are ahead

struct Line {
  Line* next;
  double when;
  int stream;
  uint32_t size;
  char text[1];
};
Line* late = nullptr;  // in order of time

void print_due(double now) {
  while (late && late->when <= now) {
    Line* line = late;
    late = line->next;
    if (write_stream) write_stream(line->stream, {line->text, line->size});
    heap.release_raw(line, sizeof(Line) + line->size);
  }
}

// --- telling

Var name_of(Value thread) {
  if (is_kind(thread, Kind::Str)) return thread;
  Var name = getattr(thread, "name");
  if (!name) clear_error();
  return name;
}

Var thread_name() {
  if (current == own) return make_str("MainThread");
  Var name = name_of(current->object);
  return name ? std::move(name) : Var(make_str("MainThread"));
}

void tell_started(Thread* t, Value function) {
  if (!trace::wants(trace::Category::threads)) return;
  std::string title, what = safe_callable_name(function);
  if (Var name = name_of(t->object)) title = safe_str(name);
  trace::emit(trace::ThreadStarted{.thread = t->id, .name = title, .function = what, .task = running_task,
                                   .future = t->future ? t->future->id : 0, .line = line_now()});
}
void tell_blocked(Thread* t, const char* what, trace::Line line) {
  if (t == own || !trace::wants(trace::Category::threads)) return;
  trace::ThreadBlocked e{.thread = t->id, .function = what, .line = line};
  if (t->wake_at < HUGE_VAL) e.until = t->wake_at;
  trace::emit(e);
}

// --- switching

void exchange_own(Thread* t) {
  t->loops = swap_thread_loops(t->loops);
  t->context = swap_base_context(t->context);
  std::swap(t->firstiter, rt.asyncgen_firstiter);
  std::swap(t->finalizer, rt.asyncgen_finalizer);
  std::swap(t->loop_caller, rt.loop_caller);
  std::swap(t->in_loop, rt.in_loop);
  std::swap(t->task, current_task);
  std::swap(t->task_id, running_task);
  std::swap(t->handle_id, stepping_handle);
}

const HandleDef complete = {"run_in_executor.<locals>.complete", nullptr, 0, [](Value future, Value outcome) {
                              auto* f = future.as<Future>();
                              if (f->done()) return true;
                              Tuple* pair = outcome.as<Tuple>();
                              if (!(*pair)[1].is_none()) return set_exception(f, (*pair)[1]);
                              return set_result(f, (*pair)[0]);
                            }};

void drop_timer(Thread* t) {
  if (!t->timer) return;
  if (t->owner && !t->owner->closed) {
    remove_timer(t->owner.get(), t->timer.get());
    trace::emit(trace::TimerCancelled{.handle = t->timer->id, .by = running_task});
  }
  t->timer.reset();
}

// The thread's function has given `result`, or rt.error. False: an exception has to leave the run.
bool end_thread(Thread* t, Var result, bool in_pass) {
  t->state = Thread::Ended;
  Var error;
  bool limit = false;
  if (!result) {
    limit = error_is(rt.types.RunLimitReached);
    error = take_error();
  }
  if (trace::wants(trace::Category::threads)) {
    std::string type = error ? to_utf8(type_of(error)->name) : std::string();
    trace::emit(trace::ThreadFinished{.thread = t->id, .exception = type});
  }
  if (limit || (error && !t->future)) {
    set_error(std::move(error));
    return false;
  }
  if (!t->future || t->owner->closed) return true;
  if (is_kind(t->object, Kind::Str) && pool_loop == t->owner.get()) {
    uint32_t n = static_cast<uint32_t>(std::atoi(to_utf8(t->object.as<Str>()).c_str() + 8));
    if (n < kWorkers) worker_free[n] = ++freed_count;
  }
  double when = t->ahead() ? t->clock.now() : main_clock.now();
  Ref<Tuple> pair = tuple_of(result ? result.get() : None, error ? error.get() : None);
  if (in_pass && !t->ahead()) return complete.run(t->future, pair);
  order_next_timer(t->place);
  if (!call_at(t->owner.get(), Value::from_float(when), complete, t->future, pair, trace::TimerKind::thread)) return false;
  wake_loop(t->owner.get());
  return true;
}

void release_thread(Thread* t) {
  drop_timer(t);
  for (Thread** at = &threads; *at; at = &(*at)->next)
    if (*at == t) {
      *at = t->next;
      break;
    }
  if (t->fiber) free_fiber(t->fiber);
  decref(t->loops.set);
  if (t->context) decref(t->context);
  t->~Thread();
  heap.release_raw(t, sizeof(Thread));
}

// A timer of a job's loop has come: a is the thread's id.
bool go_on(Thread* t, bool in_pass);
const HandleDef wake_job = {"run_in_executor.<locals>.thread", nullptr, 0, [](Value id, Value) {
                              for (Thread* t = threads; t; t = t->next)
                                if (t->id == static_cast<uint32_t>(id.as_int())) {
                                  t->timer.reset();
                                  return t->state != Thread::Waiting || go_on(t, true);
                                }
                              return true;
                            }};

// The thread has been left: its timers are its loop's.
bool note_parked(Thread* t) {
  t->state = Thread::Waiting;
  if (!t->owner || t->owner->closed || t->woken || t->wake_at == HUGE_VAL) return true;
  order_next_timer(t->place);
  t->timer = call_at(t->owner.get(), Value::from_float(t->wake_at), wake_job, Value::from_int(t->id), Value(), trace::TimerKind::thread);
  t->order = t->place;
  return bool(t->timer);
}

// Loops in threads: passes until the loop is idle. Gives the call's value when it is over, else leaves `over` false.
Var poll_loop(Thread* t, bool* over) {
  LoopRun& run = *t->loop_run;
  double until = HUGE_VAL;
  uint32_t order = 0;
  LoopState state = run_while_busy(run.loop.get(), &until, &order);
  if (state == LoopState::Idle) {
    *over = false;
    t->wake_at = until;
    t->order = order;
    return Var();
  }
  *over = true;
  Ref<EventLoop> loop = run.loop;
  bool ok = state == LoopState::Stopped;
  {
    Var error = take_error();
    end_running(loop.get());
    if (error) set_error(std::move(error));
  }
  Var result = run.until.future ? finish_until_complete(run.until, ok) : ok ? Var(None) : Var();
  if (run.runner) {
    Var error = take_error();
    bool closed = close_runner(run.runner.get());
    if (closed && error) set_error(std::move(error));
    if (!closed) result = Var();
  }
  t->loop_run = nullptr;
  run.~LoopRun();
  heap.release_raw(&run, sizeof(LoopRun));
  return result;
}

// Runs a thread from where it waits until it blocks or ends. False: an exception has to leave the run.
bool run_part(Thread* t, Value function, Tuple* args, Dict* keywords, bool in_pass) {
  NativeNesting nesting("", 4);
  if (!nesting || !check()) return false;
  drop_timer(t);
  Thread* outer = std::exchange(current, t);
  outer->state = Thread::Below;
  t->state = Thread::Running;
  bool woken = std::exchange(t->woken, false);
  Clock* outer_clock = current_clock;
  t->clock = function ? *outer_clock : main_clock;
  current_clock = &t->clock;
  if (divert_output) divert_output(true);
  t->wake_at = HUGE_VAL;
  Var outer_error = take_error();
  exchange_own(t);
  Var result;
  FiberStep step;
  if (function) {
    step = fiber_start(t->fiber, function, args, keywords, &result);
  } else if (t->loop_run) {
    bool over;
    Var value = poll_loop(t, &over);
    step = over ? fiber_resume(t->fiber, std::move(value), &result) : FiberStep::Parked;
  } else {
    step = fiber_resume(t->fiber, t->gives == ParkedGives::Woken ? Value::from_bool(woken) : None, &result);
  }
  // A loop may just have begun in it.
  while (step == FiberStep::Parked && t->loop_run && !t->woken && t->wake_at == -1) {
    bool over;
    Var value = poll_loop(t, &over);
    if (!over) break;
    step = fiber_resume(t->fiber, std::move(value), &result);
  }
  exchange_own(t);
  current_clock = outer_clock;
  if (divert_output) divert_output(outer != own);
  current = outer;
  outer->state = Thread::Running;
  // Told when the running task is what it was again: observers compare the engine's state with the stream.
  if (outer == own) print_due(main_clock.now());
  if (!t->blocked_in.empty()) tell_blocked(t, std::exchange(t->blocked_in, {}).c_str(), t->blocked_line);
  bool ok = step == FiberStep::Ended ? end_thread(t, std::move(result), in_pass) : note_parked(t);
  if (t->state == Thread::Ended) release_thread(t);
  if (ok && outer_error) set_error(std::move(outer_error));
  return ok;
}
bool go_on(Thread* t, bool in_pass) { return run_part(t, Value(), nullptr, nullptr, in_pass); }

// Who of the others goes on next; those whose timers are `loop`'s are its own business.
Thread* next_thread(EventLoop* loop) {
  Thread* best = nullptr;
  for (Thread* t = threads; t; t = t->next)
    if (t->can_go_on() && !(loop && t->timer && t->owner.get() == loop) && (!best || t->before(*best))) best = t;
  return best;
}

bool advance(double when, const char* what) {
  if (when <= main_clock.now()) return true;
  if (when > rt.limits.virtual_seconds) return stop_clock();
  if (what)
    main_clock.block_until(when, what);
  else
    main_clock.jump_to(when, 0);
  return true;
}

// Waits with the others on top.
Waited wait_here(double until, const char* what) {
  Thread* me = current;
  me->wake_at = until;
  me->order = next_order();
  const char* held = me == own ? what : nullptr;
  for (;;) {
    Thread* t = next_thread(nullptr);
    bool mine = me->woken || until < HUGE_VAL;
    if (mine && (!t || me->before(*t))) {
      double when = me->wake_at;
      bool woken = std::exchange(me->woken, false);
      me->wake_at = HUGE_VAL;
      if (!advance(when, held)) return Waited::Failed;
      return woken ? Waited::Woken : Waited::TimedOut;
    }
    if (!t) {
      (void)deadlock();
      return Waited::Failed;
    }
    if (!advance(t->wake_at, held) || !go_on(t, false)) return Waited::Failed;
  }
}

Thread* new_thread(Value object, bool daemon) {
  auto* memory = heap.allocate_raw(sizeof(Thread));
  if (!memory) return nullptr;
  auto* t = new (memory) Thread();
  t->fiber = new_fiber();
  if (!t->fiber) {
    t->~Thread();
    heap.release_raw(t, sizeof(Thread));
    return nullptr;
  }
  t->id = ++thread_count;
  t->object = Var(object);
  t->daemon = daemon;
  Thread** at = &threads;
  while (*at) at = &(*at)->next;
  *at = t;
  return t;
}

}  // namespace

void print_what_is_due() {
  if (current == own) return;
  if (divert_output) divert_output(false);
  auto line = std::exchange(rt.hooks.current_line, [] { return 0; });  // it was printed at another one
  print_due(main_clock.now());
  rt.hooks.current_line = line;
  if (divert_output) divert_output(true);
}
uint32_t running_thread() { return current->id; }
Var current_thread() { return current == own ? Var(None) : current->object; }
bool threads_exist() { return threads; }

bool is_ahead(double* now) {
  *now = current_clock->now();
  return current->ahead();
}

bool keep_thread_output(int stream, std::string_view text) {
  if (current == own) return false;
  auto* line = static_cast<Line*>(heap.allocate_raw(sizeof(Line) + text.size()));
  if (!line) return true;
  line->when = current_clock->now();
  line->stream = stream;
  line->size = static_cast<uint32_t>(text.size());
  __builtin_memcpy(line->text, text.data(), text.size());
  Line** at = &late;
  while (*at && (*at)->when <= line->when) at = &(*at)->next;
  line->next = *at;
  *at = line;
  return true;
}

Waited block_thread(double until, const char* what, Var (*native)(Call&), ParkedGives gives) {
  Thread* t = current;
  if (t == own) {
    if (threads) return wait_here(until, what);
    if (t->woken) return t->woken = false, Waited::Woken;
    if (until == HUGE_VAL) return (void)deadlock(), Waited::Failed;
    if (until > current_clock->now()) current_clock->block_until(until, what);
    return Waited::TimedOut;
  }
  if (fiber_can_park(native)) {
    double now = current_clock->now();
    t->gives = gives;
    t->wake_at = t->ahead() && until < now ? now : until;
    t->order = next_order();
    t->blocked_in = what;
    t->blocked_line = line_now();
    return Waited::Parked;
  }
  if (until == HUGE_VAL || gives == ParkedGives::Woken) {
    Waited waited = wait_here(until, what);
    if (!t->ahead()) t->clock = main_clock;
    return waited;
  }
  if (until <= current_clock->now()) return Waited::TimedOut;
  t->clock.block_until(until, what);
  return Waited::TimedOut;
}

Var hold_caller(double seconds, const char* what, Var (*native)(Call&)) {
  if (Var believed; beliefs && believed_block(seconds, &believed)) [[unlikely]] return believed;
  if (!threads_exist()) {
    if (current_clock->now() + seconds > rt.limits.virtual_seconds) {
      stop_clock();
      return Var();
    }
    current_clock->block(seconds, what);
    return None;
  }
  if (seconds <= 0 && current != own) return None;  // a thread goes on: nothing else has had its time
  double until = current_clock->now() + (decisions && seconds > 0 ? decisions->stretch(seconds) : seconds);
  return block_thread(until, what, native, ParkedGives::None) <= Waited::TimedOut ? Var(None) : Var();
}

void wake_thread(uint32_t id) {
  Thread* t = id ? threads : own;
  while (t && t->id != id) t = t->next;
  if (!t || t->woken || t->state == Thread::Running || t->state == Thread::Ended) return;
  t->woken = true;
  double now = current_clock->now();
  t->wake_at = t->ahead() && t->clock.now() > now ? t->clock.now() : now;
  t->order = next_order();
  drop_timer(t);
}

void wake_loop(EventLoop* loop) {
  for (Thread* t = threads; t; t = t->next)
    if (t->loop_run && t->loop_run->loop.get() == loop) wake_thread(t->id);
}

uint32_t start_thread(Value thread, Value function, bool daemon) {
  Thread* t = new_thread(thread, daemon);
  if (!t) return (void)raise_memory_error(), 0;
  uint32_t id = t->id;
  t->context = new_context().release();
  Var shown = getattr(thread, "_target");
  clear_error();
  tell_started(t, shown && !shown.is_none() ? shown.get() : function);
  Var call = function, args = Var(rt.empty_tuple), keywords, context;
  if (!unwrap_call(&call, &args, &keywords, &context)) return 0;
  return run_part(t, call, args.as<Tuple>(), nullptr, false) ? id : 0;
}

Var run_for(EventLoop* loop, Value thread, Value function, Tuple* args, Dict* keywords, Context* context, Future* given) {
  Ref<Future> future = given ? Ref<Future>(given) : new_future(loop, trace::FutureKind::executor);
  Thread* t = new_thread(thread, true);
  if (!t || !future) return raise_memory_error();
  t->owner = Ref<EventLoop>(loop);
  t->future = future;
  t->place = next_order();
  Var call = function, all = Var(args), named = keywords ? Var(keywords) : Var(), in_context;
  if (!unwrap_call(&call, &all, &named, &in_context)) return Var();
  if (in_context) context = in_context.as<Context>();
  t->context = context ? Ref<Context>(context).release() : new_context().release();
  tell_started(t, call);
  if (!run_part(t, call, all.as<Tuple>(), is_kind(named, Kind::Dict) ? named.as<Dict>() : nullptr, false)) return Var();
  return future;
}

bool park_in_loop(EventLoop* loop, Value future, Runner* runner, Var (*native)(Call&), Var* result) {
  if (current == own || type_of(Value(loop)) != event_loop_type || !fiber_can_park(native)) return false;
  auto* run = new (heap.allocate_raw(sizeof(LoopRun))) LoopRun();
  run->loop = Ref<EventLoop>(loop);
  if (runner) run->runner = Ref<Runner>(runner);
  bool ok = !future || start_until_complete(loop, future, &run->until);
  if (ok) ok = begin_running(loop, run->until.future && is_future_kind(run->until.future) ? run->until.future.as<Future>()->id : 0);
  *result = Var();
  if (!ok) {
    run->~LoopRun();
    heap.release_raw(run, sizeof(LoopRun));
    return true;
  }
  rt.in_loop = true;
  current->loop_run = run;
  current->wake_at = -1;  // polled at once
  return true;
}

bool threads_while_idle(EventLoop* loop) {
  if (current != own && current->loop_run && current->loop_run->loop.get() == loop) return true;  // the scheduler polls it
  // What has been woken meanwhile runs even where the loop has something to do.
  for (;;) {
    Thread* t = next_thread(loop);
    if (!t) return true;
    bool busy = loop->count || loop->stopping;
    if (busy && t->wake_at > main_clock.now()) return true;
    if (!busy && loop->timer_count) {
      const Timer& first = loop->timers[0];
      if (first.when < t->wake_at || (first.when == t->wake_at && first.order < t->order)) return true;
    }
    if (!advance(t->wake_at, nullptr) || !go_on(t, false)) return false;
  }
}

void drop_threads() {
  while (threads && threads->state == Thread::Waiting) release_thread(threads);
}

void join_threads() {
  auto left = [] {
    for (Thread* t = threads; t; t = t->next)
      if (!t->daemon) return true;
    return false;
  };
  while (left()) {
    Thread* t = next_thread(nullptr);
    if (!t) {
      (void)deadlock();
      break;
    }
    if (!advance(t->wake_at, "thread") || !go_on(t, false)) break;
  }
  clear_error();
  if (late) {
    double last = 0;
    for (Line* l = late; l; l = l->next) last = l->when;
    advance(last, "thread");
    clear_error();
  }
}

namespace {

// --- the loop's own pool, whose size is ignored: a job takes the worker that has been idle longest, or a new one

Var default_worker(EventLoop* loop) {
  // The free name that was given back first; a job's name goes back when its thread is released.
  if (pool_loop != loop) {
    pool_loop = loop;
    worker_count = 0;
  }
  uint32_t best = ~0u;
  for (uint32_t i = 0; i < worker_count && i < kWorkers; ++i)
    if (worker_free[i] && (best == ~0u || worker_free[i] < worker_free[best])) best = i;
  if (best == ~0u) best = worker_count < kWorkers ? worker_count++ : kWorkers - 1;
  worker_free[best] = 0;
  return Var(format_str("asyncio_%d", static_cast<int>(best)));
}

}  // namespace

Var run_in_executor(EventLoop* loop, Value executor, Value function, const Value* args, uint32_t n) {
  Ref<Tuple> arguments = n ? make_tuple(args, n) : Ref<Tuple>(rt.empty_tuple);
  if (!arguments) return Var();
  if (!executor.is_none()) {
    // An executor of concurrent.futures picks the thread.
    Value all[] = {loop, function, arguments};
    return call_method(executor, "_run_for_loop", Args{all, 3, nullptr});
  }
  Var worker = default_worker(loop);
  return run_for(loop, worker, function, arguments.get(), nullptr, nullptr, nullptr);
}

Co to_thread(Var function, Var args, Var keywords) {
  EventLoop* loop = get_running_loop();
  if (!loop) co_return Var();
  Ref<Context> context = copy_current_context();
  Var worker = default_worker(loop);
  co_return co_await awaiting(run_for(loop, worker, function, args.as<Tuple>(),
                                      is_kind(keywords, Kind::Dict) ? keywords.as<Dict>() : nullptr, context.get(), nullptr));
}

void reset_threads() {
  threads = nullptr;
  thread_count = 0;
  late = nullptr;
  worker_count = freed_count = 0;
  pool_loop = nullptr;
  on_clock_moved = print_due;
  current_thread_name = thread_name;
  own = current = new (heap.allocate_raw(sizeof(Thread))) Thread();
  own->object = None;
  own->state = Thread::Running;
}

}  // namespace ap
