// Joining an asyncio future and one of concurrent.futures: wrap_future, run_coroutine_threadsafe.
#include "asyncio/base_events.hpp"
#include "asyncio/chain.hpp"
#include "asyncio/threads.hpp"
#include "object/dict.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

// Copies the outcome of a future that is done to one that is not; either may be of concurrent.futures.
bool copy_state(Value from, Value to) {
  Tri done = future_done(to);
  if (done != Tri::False) return done == Tri::True;
  Tri cancelled = future_was_cancelled(from);
  if (cancelled == Tri::Error) return false;
  if (cancelled == Tri::True) return bool(call_method(to, rt.names.cancel));
  Var error = future_get_exception(from);
  if (!error) return false;
  if (!error.is_none()) return bool(call_method(to, "set_exception", Args{error.operator->(), 1, nullptr}));
  Var result = future_get_result(from);
  if (!result) return false;
  return bool(call_method(to, "set_result", Args{result.operator->(), 1, nullptr}));
}

const HandleDef copy_later = {"_chain_future.<locals>._set_state", nullptr, 0, [](Value from, Value to) { return copy_state(from, to); }};

// a: source; b: destination
Var source_done(InternalCallback* self, Value source) {
  Var destination = self->b;
  if (!is_future(destination)) {
    // A concurrent future has to be marked as running before it is given an outcome, and cancelled before that.
    Tri cancelled = future_was_cancelled(source);
    if (cancelled == Tri::Error || (cancelled == Tri::True && !call_method(destination, rt.names.cancel))) return Var();
    Var running = call_method(destination, "set_running_or_notify_cancel", Args{});
    if (!running) return Var();
    if (truth(running) == Tri::False) return None;
    return copy_state(source, destination) ? Var(None) : Var();
  }
  if (is_future(source)) return copy_state(source, destination) ? Var(None) : Var();
  Var loop = future_loop(destination);
  if (!loop) return Var();
  // As call_soon_threadsafe: whatever thread this is.
  if (!is_event_loop(loop) || loop.as<EventLoop>()->closed) return None;
  auto* l = loop.as<EventLoop>();
  double late;
  wake_loop(l);
  if (is_ahead(&late))
    return call_at(l, Value::from_float(late), copy_later, source, destination, trace::TimerKind::thread) ? Var(None) : Var();
  return call_soon(l, copy_later, source, destination) ? Var(None) : Var();
}
const CallbackDef source_done_def = {"_chain_future.<locals>._call_set_state", "futures.py", 396, source_done};

Var destination_done(InternalCallback* self, Value destination) {
  Tri cancelled = future_was_cancelled(destination);
  if (cancelled == Tri::Error) return Var();
  if (cancelled == Tri::False) return None;
  if (!is_future(self->a) || is_future(destination)) return call_method(self->a, rt.names.cancel) ? Var(None) : Var();
  // From the side of threads: through the source's loop.
  Var loop = future_loop(self->a), cancel = loop ? getattr(self->a, rt.names.cancel) : Var();
  if (!cancel) return Var();
  if (is_event_loop(loop) && loop.as<EventLoop>()->closed) return None;
  Value callback = cancel;
  return call_method(loop, "call_soon_threadsafe", Args{&callback, 1, nullptr}) ? Var(None) : Var();
}
const CallbackDef destination_done_def = {"_chain_future.<locals>._call_check_cancel", "futures.py", 393, destination_done};

bool chain(Value source, Value destination) {
  Ref<InternalCallback> back = new_callback(destination_done_def, source, destination);
  Ref<InternalCallback> forth = new_callback(source_done_def, source, destination);
  return future_add_callback(destination, back) && future_add_callback(source, forth);
}

// a: coroutine; b: the concurrent future
Var begin(InternalCallback* self, Value) {
  Var task = ensure_future(self->a, self->c);
  if (task && chain(task, self->b)) return None;
  if (must_leave_loop()) return Var();
  Var error = take_error();
  Var running = call_method(self->b, "set_running_or_notify_cancel", Args{});
  if (running && truth(running) == Tri::True) {
    Value e = error;
    (void)call_method(self->b, "set_exception", Args{&e, 1, nullptr}).get();
  }
  clear_error();
  set_error(std::move(error));
  return Var();
}
const CallbackDef begin_def = {"run_coroutine_threadsafe.<locals>.callback", "tasks.py", 1017, begin};

}  // namespace

Var wrap_future(Value future, Value loop_value) {
  if (is_future(future)) return future;
  Ref<Str> name = intern("set_running_or_notify_cancel");
  if (!type_lookup(type_of(future), name.get()))
    return raise(rt.types.AssertionError, "concurrent.futures.Future is expected, got %R", future);
  Var loop = loop_value;
  if (!loop || loop.is_none()) {
    loop = get_event_loop();
    if (!loop) return Var();
  }
  Var own = is_event_loop(loop) ? Var(new_future(loop.as<EventLoop>(), trace::FutureKind::executor)) : call_method(loop, "create_future", Args{});
  return own && chain(future, own) ? std::move(own) : Var();
}

Var run_coroutine_threadsafe(Value coro, Value loop) {
  if (!is_coroutine(coro)) return type_error("A coroutine object is required");
  if (!import_library) return runtime_error("concurrent.futures is not there");
  Var module = import_library("concurrent.futures");
  Var future = module ? call_method(module, "Future", Args{}) : Var();
  if (!future) return Var();
  Ref<InternalCallback> callback = new_callback(begin_def, coro, future);
  callback->c = Var(loop).release();
  Value arg = callback;
  if (!call_method(loop, "call_soon_threadsafe", Args{&arg, 1, nullptr})) return Var();
  return future;
}

}  // namespace ap
