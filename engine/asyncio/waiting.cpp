// wait, wait_for and as_completed.
#include <cmath>

#include "asyncio/base_events.hpp"
#include "asyncio/beliefs.hpp"
#include "asyncio/format_helpers.hpp"
#include "asyncio/queues.hpp"
#include "asyncio/timeouts.hpp"
#include "coro/link_frame.hpp"
#include "object/dict.hpp"
#include "object/float.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/set.hpp"
#include "object/tuple.hpp"

namespace ap {

const CoroutineDef wait_def = {"wait", "wait", "tasks.py", 405, 432};
const CoroutineDef wait_for_def = {"wait_for", "wait_for", "tasks.py", 440, 488};
const CoroutineDef wait_for_nothing_def = {"wait_for", "wait_for", "tasks.py", 440, 481};

namespace {

// `finally: handle.cancel()`
struct CancelAtExit {
  Ref<TimerHandle> handle;
  explicit CancelAtExit(Ref<TimerHandle> h) : handle(std::move(h)) {}
  CancelAtExit(const CancelAtExit&) = delete;
  ~CancelAtExit() {
    if (handle) cancel_handle(handle.get());
  }
};

void tell_wait(trace::WaitKind kind, List* children, Future* future, Value timeout) {
  if (!trace::wants(trace::Category::scheduling)) [[likely]] return;
  trace::FutureId ids[256];
  size_t n = 0;
  for (uint32_t i = 0; i < children->size && n < 256; ++i)
    if (is_future_kind(children->items[i])) ids[n++] = children->items[i].as<Future>()->id;
  trace::WaitStarted e{.kind = kind, .children = {ids, n}, .future = future ? future->id : 0, .task = running_task, .line = line_now()};
  if (timeout && !timeout.is_none() && !to_double(timeout, &e.timeout)) clear_error();
  trace::emit(e);
}

}  // namespace

// --- wait

namespace {

// The futures of a set, each once; in the order of creation where the argument is a set, whose own order means nothing.
Ref<List> distinct(Value futures) {
  Ref<List> items = to_list(futures);
  if (!items) return {};
  Type* t = type_of(futures);
  if ((t == rt.types.set && !futures.as<Set>()->ordered) || t == rt.types.frozenset) {
    auto birth = [](Value v) { return is_kind(v, Kind::Task) ? v.as<Task>()->id : ~0u; };
    for (uint32_t i = 1; i < items->size; ++i)
      for (uint32_t k = i; k && birth(items->items[k]) < birth(items->items[k - 1]); --k)
        std::swap(items->items[k], items->items[k - 1]);
  }
  Ref<Dict> seen = new_dict(items->size);
  Ref<List> once = new_list(items->size);
  if (!seen || !once) return {};
  for (uint32_t i = 0; i < items->size; ++i) {
    Value v = items->items[i];
    bool known = bool(dict_get(seen.get(), v));
    if (failed()) return {};
    if (!known && (!dict_set(seen.get(), v, True) || !list_append(once.get(), v))) return {};
  }
  return once;
}

// a: the waiter; b: the timer or None; c: who waits; count: futures that are left; mode: ReturnWhen
Var one_completed(InternalCallback* self, Value f) {
  --self->count;
  auto when = static_cast<ReturnWhen>(self->mode);
  bool enough = self->count == 0 || when == ReturnWhen::FirstCompleted;
  if (!enough && when == ReturnWhen::FirstException) {
    Tri cancelled = future_was_cancelled(f);
    if (cancelled == Tri::Error) return Var();
    if (cancelled == Tri::False) {
      Var error = future_get_exception(f);
      if (!error) return Var();
      enough = !error.is_none();
    }
  }
  if (enough) {
    if (!self->b.is_none()) cancel_handle(self->b.as<Handle>());
    auto* waiter = self->a.as<Future>();
    if (!waiter->done() && !resolve(waiter, None)) return Var();
  }
  if (is_kind(self->c, Kind::Task)) remove_awaiter(f, self->c.as<Task>());
  return None;
}
const CallbackDef one_completed_def = {"_wait.<locals>._on_completion", "tasks.py", 503, one_completed};

const CoroutineDef wait_for_some_def = {"_wait", "_wait", "tasks.py", 490, 521};
const CoroutineDef cancel_and_wait_def = {"_cancel_and_wait", "_cancel_and_wait", "tasks.py", 537, 549};

// CPython's _wait. `futures` is a list.
Co wait_for_some(Var futures, Var timeout, ReturnWhen when) {
  List* fs = futures.as<List>();
  EventLoop* loop = get_running_loop();
  if (!loop) co_return Var();
  Ref<Future> waiter = new_future(loop, trace::FutureKind::wait);
  CancelAtExit timer{Ref<TimerHandle>()};
  if (!timeout.is_none()) {
    timer.handle = call_later(loop, timeout, release_waiter, waiter, Value(), trace::TimerKind::timeout);
    if (!timer.handle) co_return Var();
  }
  constexpr trace::WaitKind kinds[] = {trace::WaitKind::wait_all, trace::WaitKind::first_completed, trace::WaitKind::first_exception};
  tell_wait(kinds[static_cast<int>(when)], fs, waiter.get(), timeout);
  Task* parent = current_task;
  Ref<InternalCallback> callback =
      new_callback(one_completed_def, waiter, timer.handle ? Value(timer.handle.get()) : None);
  callback->c = parent ? Var(Value(parent)).release() : None;
  callback->count = fs->size;
  callback->mode = static_cast<uint32_t>(when);
  for (uint32_t i = 0; i < fs->size; ++i) {
    if (!future_add_callback(fs->items[i], callback)) co_return Var();
    add_awaiter(fs->items[i], parent);
  }
  Outcome got = co_await outcome(waiter, timer.handle.get(), callback.get());
  bool too_late = believes(Belief::wait_timeout_raises) && timer.handle && timer.handle->place == TimerHandle::kNowhere;
  if (timer.handle) cancel_handle(timer.handle.get());
  for (uint32_t i = 0; i < fs->size; ++i)
    if (!future_remove_callback(fs->items[i], callback)) co_return Var();
  if (!got) co_return std::move(got).raise();
  Ref<Set> done = new_ordered_set(), pending = new_ordered_set();
  for (uint32_t i = 0; i < fs->size; ++i) {
    Tri t = future_done(fs->items[i]);
    if (t == Tri::Error || !set_add(t == Tri::True ? done.get() : pending.get(), fs->items[i])) co_return Var();
  }
  if (believes(Belief::wait_timeout_cancels)) [[unlikely]] {
    for (uint32_t i = 0; i < fs->size; ++i)
      if (future_cancel(fs->items[i]) == Tri::Error) co_return Var();
    (void)co_await yield_value(None);  // they are gone when it returns
  }
  if (too_late && pending->used) [[unlikely]] co_return raise_with_args(rt.types.TimeoutError, rt.empty_tuple);
  co_return tuple_of(Value(done.get()), Value(pending.get()));
}

}  // namespace

Co wait(Var futures, Var timeout, Var return_when) {
  if (is_future(futures) || is_coroutine(futures)) co_return type_error("expect a list of futures, not %U", class_name(type_of(futures)));
  Tri some = truth(futures);
  if (some == Tri::Error) co_return Var();
  if (some == Tri::False) co_return value_error("Set of Tasks/Futures is empty.");
  constexpr const char* names[] = {"ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"};
  int when = -1;
  for (int i = 0; i < 3 && when < 0; ++i)
    if (is_kind(return_when, Kind::Str) && equal(return_when.as<Str>(), names[i])) when = i;
  if (when < 0) co_return value_error("Invalid return_when value: %S", return_when.get());
  Ref<List> fs = distinct(futures);
  if (!fs) co_return Var();
  for (uint32_t i = 0; i < fs->size; ++i)
    if (is_coroutine(fs->items[i])) co_return type_error("Passing coroutines is forbidden, use tasks explicitly.");
  co_return co_await named(wait_for_some(std::move(fs), timeout, static_cast<ReturnWhen>(when)), wait_for_some_def);
}

// --- wait_for

namespace {

// functools.partial(_release_waiter, waiter): a call within a call, as it is shown.
const CallbackDef release_waiter_def = {"_release_waiter()", "tasks.py", 435, [](InternalCallback* self, Value) {
                                          auto* waiter = self->a.as<Future>();
                                          return waiter->done() || resolve(waiter, None) ? Var(None) : Var();
                                        }};

// Cancels it and waits until it is done, in a way that can be cancelled itself.
Co cancel_and_wait(Var f) {
  EventLoop* loop = get_running_loop();
  if (!loop) co_return Var();
  Ref<Future> waiter = new_future(loop, trace::FutureKind::wait);
  Ref<InternalCallback> callback = new_callback(release_waiter_def, waiter);
  if (!future_add_callback(f, callback)) co_return Var();
  if (future_cancel(f) == Tri::Error) co_return Var();
  Outcome got = co_await outcome(waiter, callback.get());
  if (!future_remove_callback(f, callback)) co_return Var();
  if (!got) co_return std::move(got).raise();
  co_return None;
}

void raise_timeout_from(Var cause) {
  Var te = new_exception_args(rt.types.TimeoutError, rt.empty_tuple);
  auto* e = te.as<BaseException>();
  cause.as<BaseException>()->through_library = true;
  decref(std::exchange(e->cause, Var(cause).release()));
  decref(std::exchange(e->context, cause.release()));
  e->suppress_context = true;
  set_error(std::move(te));
}

}  // namespace

Co wait_for(Var awaitable, Var timeout) {
  if (beliefs & (bit(Belief::wait_for_exact) | bit(Belief::wait_for_does_not_cancel))) [[unlikely]]
    co_return co_await believed_wait_for(awaitable, timeout);
  if (!timeout.is_none()) {
    Tri now = is_at_most_zero(timeout);
    if (now == Tri::Error) co_return Var();
    if (now == Tri::True) {
      Var f = ensure_future(awaitable);
      if (!f) co_return Var();
      Tri done = future_done(f);
      if (done == Tri::Error) co_return Var();
      if (done == Tri::True) co_return future_get_result(f);
      co_await at_line(wait_for_nothing_def);
      (void)co_await named(cancel_and_wait(f), cancel_and_wait_def);
      Var result = future_get_result(f);
      if (!result) {
        // What CPython's frame holds, in a circle: `fut` has the exception, its traceback the frame and that the one it returns to.
        keep_with_error(f);
        Var frame = awaiting_frame();
        keep_with_error(frame);
        if (error_is(rt.types.CancelledError)) raise_timeout_from(take_error());
      }
      co_return result;
    }
  }
  Ref<Timeout> scope = timeout_after(timeout);
  if (!scope || !enter_timeout(scope.get())) co_return Var();
  Outcome got = co_await outcome(awaitable, scope.get());
  if (!got) {
    // The frame in its traceback holds the awaitable: a future that has this error is in a circle now.
    set_error(std::move(got.error));
    keep_with_error(awaitable);
    got.error = take_error();
  }
  if (!exit_timeout(scope.get(), got ? Value() : got.error.get())) {
    keep_with_error(scope.get());  // by __aexit__'s frame; it holds the task, whose exception this may become
    co_return Var();
  }
  if (!got) co_return std::move(got).raise();
  co_return std::move(got.value);
}

// --- as_completed

namespace {

Type* as_completed_type;

struct AsCompleted : Object {
  Queue* done = nullptr;          // owned
  List* todo = nullptr;           // owned: futures that are not done
  TimerHandle* timer = nullptr;   // owned
  InternalCallback* callback = nullptr;  // owned
  uint32_t left = 0;
  explicit AsCompleted(Type* t) : Object(t, Kind::Other) {}
};

// None of them will call any more: what held the iterator from there goes.
void nothing_left(AsCompleted* it) {
  if (it->timer) cancel_handle(it->timer);
  if (InternalCallback* old = std::exchange(it->callback, nullptr)) decref(old);
}

Var completed(InternalCallback* self, Value f) {
  auto* it = self->a.as<AsCompleted>();
  if (!it->todo->size) return None;  // the time was over first
  if (believes(Belief::as_completed_input_order)) [[unlikely]] {
    while (it->todo->size && future_done(it->todo->items[0]) == Tri::True) {
      Var next = list_pop(it->todo, 0);
      if (!next || !queue_put_nowait(it->done, next)) return Var();
    }
    if (failed()) return Var();
    if (!it->todo->size) nothing_left(it);
    return None;
  }
  for (uint32_t i = 0; i < it->todo->size; ++i)
    if (it->todo->items[i] == f) {
      Var keep = f;
      list_pop(it->todo, i).reset();
      break;
    }
  if (!queue_put_nowait(it->done, f)) return Var();
  if (!it->todo->size) nothing_left(it);
  return None;
}
const CallbackDef completed_def = {"_AsCompletedIterator._handle_completion", nullptr, 0, completed};

bool time_is_over(Value v, Value) {
  auto* it = v.as<AsCompleted>();
  for (uint32_t i = 0; i < it->todo->size; ++i) {
    if (!future_remove_callback(it->todo->items[i], Value(it->callback))) return false;
    if (!queue_put_nowait(it->done, None)) return false;  // one for each that will not come
  }
  list_clear(it->todo);
  if (InternalCallback* old = std::exchange(it->callback, nullptr)) decref(old);
  return true;
}
const HandleDef time_is_over_def = {"_AsCompletedIterator._handle_timeout", nullptr, 0, time_is_over};

// `resolve`: gives the result instead of the future.
Co wait_for_one(Ref<AsCompleted> it, bool resolve_it) {
  Var f = co_await named(queue_get(Ref<Queue>(it->done)), queue_get_def);
  if (f.is_none()) co_return raise_with_args(rt.types.TimeoutError, rt.empty_tuple);
  if (!resolve_it) co_return f;
  Var result = future_get_result(f);
  if (!result) keep_with_error(f);  // a variable of CPython's frame, as in wait_for
  co_return result;
}
const CoroutineDef wait_for_one_def = {"_wait_for_one", "_AsCompletedIterator._wait_for_one", "tasks.py", 610, 614};
Co next_future(Ref<AsCompleted> it) {
  if (!it->left) co_return raise_with_args(rt.types.StopAsyncIteration, rt.empty_tuple);
  --it->left;
  co_return co_await named(wait_for_one(it, false), wait_for_one_def);
}
const CoroutineDef anext_def = {"__anext__", "_AsCompletedIterator.__anext__", "tasks.py", 582, 587};

Var next_slot(Value v) {
  auto* it = v.as<AsCompleted>();
  if (!it->left) return Var();
  --it->left;
  return native_coroutine(wait_for_one(Ref<AsCompleted>(it), true), wait_for_one_def);
}
Var anext_slot(Value v) { return native_coroutine(next_future(Ref<AsCompleted>(v.as<AsCompleted>())), anext_def); }

void dealloc(Object* o) {
  auto* it = static_cast<AsCompleted*>(o);
  if (it->done) decref(it->done);
  if (it->todo) decref(it->todo);
  if (it->timer) decref(it->timer);
  if (it->callback) decref(it->callback);
  free_object(it, sizeof(AsCompleted));
}
void traverse(Object* o, Visitor& visit) {
  auto* it = static_cast<AsCompleted*>(o);
  visit(it->done);
  visit(it->todo);
  visit(it->timer);
  visit(it->callback);
}

}  // namespace

Var as_completed(Value awaitables, Value timeout) {
  if (is_awaitable(awaitables)) return type_error("expects an iterable of awaitables, not %U", class_name(type_of(awaitables)));
  auto* it = allocate<AsCompleted>(as_completed_type, 0);
  Var result = Var::steal(it);
  it->done = new_queue().release();
  it->todo = new_list().release();
  Var loop = get_event_loop();
  if (!loop) return Var();
  Ref<List> arguments = distinct(awaitables);
  if (!arguments) return Var();
  for (uint32_t i = 0; i < arguments->size; ++i) {
    Var f = ensure_future(arguments->items[i], loop);
    if (!f) return Var();
    if (!list_append(it->todo, f.get())) return Var();
  }
  tell_wait(trace::WaitKind::as_completed, it->todo, nullptr, timeout);
  if (it->todo->size) it->callback = new_callback(completed_def, result).release();
  it->left = it->todo->size;
  for (uint32_t i = 0; i < it->todo->size; ++i)
    if (!future_add_callback(it->todo->items[i], Value(it->callback))) return Var();
  if (it->todo->size && timeout && !timeout.is_none()) {
    if (!is_event_loop(loop)) return type_error("this loop has no timers");
    it->timer = call_later(loop.as<EventLoop>(), timeout, time_is_over_def, it, Value(), trace::TimerKind::timeout).release();
    if (!it->timer) return Var();
  }
  return result;
}

void init_waiting_types() {
  Type* t = as_completed_type = new_type("asyncio.tasks._AsCompletedIterator", nullptr, sizeof(AsCompleted), Kind::Other, 0);
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->iter = [](Value v) { return Var(v); };
  t->next = next_slot;
  t->aiter = [](Value v) { return Var(v); };
  t->anext = anext_slot;
  make_type_ready(t);
}

}  // namespace ap
