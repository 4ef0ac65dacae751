#include "asyncio/futures.hpp"

#include "asyncio/base_events.hpp"
#include "asyncio/format_helpers.hpp"
#include "asyncio/task_callbacks.hpp"
#include "coro/stand_in.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/tuple.hpp"
#include "trace/counting.hpp"

namespace ap {


uint32_t future_count = 0;  // ids

namespace {

EventLoop* loop_of(Future* f) { return static_cast<EventLoop*>(f->loop); }

// A loop of another make, or a subclass that has its own call_soon: asked as Python asks.
bool call_soon_foreign(Future* f, const FutureCallback& cb) {
  Var function = cb.function;
  if (is_kind(function, Kind::Task) && !cb.context) {
    function = new_callback(task_wakeup_method, function);
  }
  Value context = as_given(cb.context ? cb.context : is_kind(cb.function, Kind::Task) ? cb.function.as<Task>()->context : current_context());
  Ref<Str> name = intern("context");
  Ref<Tuple> names = tuple_of(Value(name.get()));
  Value args[] = {function, f, context};
  return bool(call_method(f->loop, "call_soon", Args{args, 2, names.get()}));
}

bool schedule(Future* f, const FutureCallback& cb) {
  if (f->foreign_loop) [[unlikely]] return call_soon_foreign(f, cb);
  if (!cb.context && is_kind(cb.function, Kind::Task)) return schedule_wakeup(loop_of(f), cb.function.as<Task>(), f);
  return schedule_callback(loop_of(f), cb.function, cb.context, f);
}

void drop(FutureCallback& cb) {
  decref(cb.function);
  if (cb.context) decref(cb.context);
}

bool schedule_all(Future* f) {
  if (!f->first.function) return true;
  Ref<Future> keep(f);  // a callback can be the last that holds a task, which takes this future along when it goes
  FutureCallback cb = std::exchange(f->first, FutureCallback{Value(), nullptr});
  bool ok = schedule(f, cb);
  drop(cb);
  if (FutureExtras* x = f->extras; x && x->more_count) {
    FutureCallback* more = std::exchange(x->more, nullptr);
    uint32_t n = std::exchange(x->more_count, 0), capacity = std::exchange(x->more_capacity, 0);
    for (uint32_t i = 0; i < n; ++i) {
      if (ok) ok = schedule(f, more[i]);
      drop(more[i]);
    }
    heap.release_raw(more, capacity * sizeof(FutureCallback));
  }
  return ok;
}

bool invalid_state() { return raise(rt.types.InvalidStateError, "invalid state"); }

std::string type_name(Value v) { return to_utf8(type_of(v)->name); }

void tell_callback(Future* f, Value function, bool added) {
  if (is_kind(function, Kind::Task)) return;
  std::string text = callback_for_events(function);
  if (added)
    trace::emit(trace::FutureCallbackAdded{.future = f->id, .label = text});
  else
    trace::emit(trace::FutureCallbackRemoved{.future = f->id, .label = text});
}

}  // namespace

void tell_task_finished(Future* f);  // tasks.cpp

void tell_resolved(Future* f) {
  if (f->kind == Kind::Task) return tell_task_finished(f);
  if (trace::counting) return trace::emit(trace::FutureResolved{});
  trace::FutureResolved e{.future = f->id, .by = running_task, .line = line_now()};
  std::string value, type, message;
  if (f->state == FutureState::Cancelled) {
    e.outcome = trace::FutureOutcome::cancelled;
    if (f->extras && !f->extras->cancel_message.is_none()) message = safe_str(f->extras->cancel_message);
  } else if (f->is_exception) {
    e.outcome = trace::FutureOutcome::exception;
    type = type_name(f->result);
    message = safe_message(f->result);
  } else {
    e.outcome = trace::FutureOutcome::result;
    if (!f->result.is_none()) value = safe_repr(f->result);
  }
  e.value = value;
  e.exception = type;
  e.message = message;
  trace::emit(e);
}

FutureExtras* extras_of(Future* f) {
  if (!f->extras) f->extras = new (heap.allocate_raw(sizeof(FutureExtras))) FutureExtras();
  return f->extras;
}

static Ref<Future> make_future(EventLoop* loop, trace::FutureKind kind, const char* what) {
  auto* f = allocate<Future>(rt.types.future, 0);
  f->id = ++future_count;
  f->loop = loop;
  incref(loop);
  f->foreign_loop = loop->own_call_soon;
  if (loop->debug && extract_stack) {
    constexpr LibraryPlace place = {"base_events.py", 459, "create_future"};
    Var stack = extract_stack(&place, UINT32_MAX);
    if (stack) extras_of(f)->source = stack.release();
    clear_error();
  }
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] {
    std::string label = kind == trace::FutureKind::user && rt.hooks.assigned_to ? rt.hooks.assigned_to() : std::string(what);
    trace::emit(trace::FutureCreated{.future = f->id, .kind = kind, .label = label, .task = running_task, .line = line_now()});
  }
  return Ref<Future>::steal(f);
}

Ref<Future> new_future(EventLoop* loop, trace::FutureKind kind) { return make_future(loop, kind, ""); }
Ref<Future> new_network_future(EventLoop* loop, const char* what) { return make_future(loop, trace::FutureKind::network, what); }

bool init_future(Future* f, Value loop) {
  const LibraryPlace* place = std::exchange(created_in, nullptr);
  Var found;
  if (!loop || loop.is_none()) {
    found = get_event_loop();
    if (!found) return false;
    loop = found;
  }
  if (is_event_loop(loop)) {
    f->foreign_loop = loop.as<EventLoop>()->own_call_soon;
    if (loop.as<EventLoop>()->debug && extract_stack) {
      Var stack = extract_stack(place, UINT32_MAX);
      if (!stack) return false;
      decref(std::exchange(extras_of(f)->source, stack.release()));
    }
  } else {
    if (!call_method(loop, "get_debug", Args{})) return false;
    f->foreign_loop = true;
  }
  if (!f->id) f->id = ++future_count;
  incref(loop);
  if (Object* old = std::exchange(f->loop, loop.object())) decref(old);
  return true;
}

// --- state

bool resolve(Future* f, Value v) {
  f->state = FutureState::Finished;
  incref(v);
  decref(std::exchange(f->result, v));
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_resolved(f);
  return schedule_all(f);
}

bool set_result(Future* f, Value v) {
  if (!f->loop) return runtime_error("Future object is not initialized.");
  if (f->done()) return invalid_state();
  f->state = FutureState::Finished;
  incref(v);
  decref(std::exchange(f->result, v));
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_resolved(f);
  return schedule_all(f);
}

bool set_exception(Future* f, Value e) {
  if (!f->loop) return runtime_error("Future object is not initialized.");
  if (f->done()) return invalid_state();
  Var exception = e;
  if (is_kind(e, Kind::Type) && e.as<Type>()->type_flags & kExceptionType) {
    exception = call(e);
    if (!exception) return false;
    if (f->done()) return invalid_state();
  }
  if (!is_kind(exception, Kind::Exception)) return type_error("invalid exception object");
  if (is_instance(exception, rt.types.StopIteration)) {
    Var wrapped = new_exception(rt.types.RuntimeError,
                                "StopIteration interacts badly with generators and cannot be raised into a Future");
    auto* w = wrapped.as<BaseException>();
    decref(std::exchange(w->cause, Var(exception).release()));
    decref(std::exchange(w->context, Var(exception).release()));
    w->suppress_context = true;
    exception = std::move(wrapped);
  }
  Traceback* traceback = exception.as<BaseException>()->traceback;
  if (traceback) {
    FutureExtras* x = extras_of(f);
    incref(traceback);
    if (Traceback* old = std::exchange(x->exception_traceback, traceback)) decref(old);
  }
  f->through_library = exception.as<BaseException>()->through_library;
  f->state = FutureState::Finished;
  f->is_exception = true;
  f->log_traceback = true;
  decref(std::exchange(f->result, exception.release()));
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_resolved(f);
  return schedule_all(f);
}

bool cancel_future(Future* f, Value message) {
  f->log_traceback = false;
  if (f->done()) return false;
  f->state = FutureState::Cancelled;
  if (!message.is_none() || f->extras) {
    FutureExtras* x = extras_of(f);
    incref(message);
    decref(std::exchange(x->cancel_message, message));
  }
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_resolved(f);
  return schedule_all(f);
}

Var make_cancelled_error(Future* f) {
  FutureExtras* x = f->extras;
  if (x && x->cancelled_exc) return Var::steal(std::exchange(x->cancelled_exc, Value()));
  if (!x || x->cancel_message.is_none()) return new_exception_args(rt.types.CancelledError, rt.empty_tuple);
  Ref<Tuple> args = tuple_of(x->cancel_message);
  return args ? new_exception_args(rt.types.CancelledError, args.get()) : Var();
}

namespace {

bool raise_cancelled(Future* f) {
  Var e = make_cancelled_error(f);
  if (e) (void)raise_value(e);
  return false;
}

}  // namespace

Value take_exception(Future* f) {
  auto* e = f->result.as<BaseException>();
  Traceback* own = f->extras ? std::exchange(f->extras->exception_traceback, nullptr) : nullptr;
  if (Traceback* old = std::exchange(e->traceback, own)) decref(old);
  e->through_library = f->through_library;
  return f->result;
}

Var future_result(Future* f) {
  if (f->state == FutureState::Finished) [[likely]] {
    f->log_traceback = false;
    if (!f->is_exception) return f->result;
    (void)raise_value(take_exception(f));
    return Var();
  }
  if (f->cancelled()) {
    raise_cancelled(f);
    return Var();
  }
  return raise(rt.types.InvalidStateError, "Result is not set.");
}

Var future_exception(Future* f) {
  if (f->cancelled()) {
    raise_cancelled(f);
    return Var();
  }
  if (!f->done()) return raise(rt.types.InvalidStateError, "Exception is not set.");
  f->log_traceback = false;
  return f->is_exception ? f->result : None;
}

// --- callbacks

bool add_callback(Future* f, Value function, Context* context) {
  Ref<Context> own;
  if (!context && is_internal_callback(function) && sees_contexts()) [[unlikely]] {
    own = copy_current_context();
    context = own.get();
  }
  FutureCallback cb{function, context};
  if (f->done()) return schedule(f, cb);
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_callback(f, function, true);
  incref(function);
  if (context) incref(context);
  if (!f->first.function) [[likely]] {
    f->first = cb;
    return true;
  }
  FutureExtras* x = extras_of(f);
  if (x->more_count == x->more_capacity) {
    uint32_t capacity = x->more_capacity ? x->more_capacity * 2 : 4;
    auto* more = static_cast<FutureCallback*>(heap.reallocate_raw(x->more, x->more_capacity * sizeof(FutureCallback),
                                                                  capacity * sizeof(FutureCallback)));
    if (!more) {
      drop(cb);
      return raise_memory_error();
    }
    x->more = more;
    x->more_capacity = capacity;
  }
  x->more[x->more_count++] = cb;
  return true;
}

namespace {

uint32_t callback_count(Future* f) { return f->first.function ? 1 + (f->extras ? f->extras->more_count : 0) : 0; }
FutureCallback& callback_at(Future* f, uint32_t i) { return i == 0 ? f->first : f->extras->more[i - 1]; }

Tri is_same_callback(Value have, Value wanted) {
  if (have == wanted) return Tri::True;
  if (is_kind(have, Kind::Task) || is_internal_callback(have) || is_internal_callback(wanted)) return Tri::False;
  Var keep = have;
  return equal(have, wanted);
}

}  // namespace

int64_t remove_callback(Future* f, Value function) {
  int64_t removed = 0;
  for (uint32_t i = 0; i < callback_count(f);) {
    Tri same = is_same_callback(callback_at(f, i).function, function);
    if (same == Tri::Error) return -1;
    uint32_t n = callback_count(f);  // comparing can run code of the program
    if (same == Tri::False || i >= n) {
      ++i;
      continue;
    }
    if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_callback(f, callback_at(f, i).function, false);
    FutureCallback cb = callback_at(f, i);
    for (uint32_t k = i; k + 1 < n; ++k) callback_at(f, k) = callback_at(f, k + 1);
    if (n == 1)
      f->first = {Value(), nullptr};
    else
      --f->extras->more_count;
    ++removed;
    drop(cb);
  }
  return removed;
}

// --- who waits for it, apart from those that await it

void add_awaiter(Value future, Task* task) {
  if (!task || !is_future_kind(future)) return;
  FutureExtras* x = extras_of(future.as<Future>());
  if (!x->awaited_by) x->awaited_by = new_list(1).release();
  if (!x->awaited_by) return clear_error();
  for (uint32_t i = 0; i < x->awaited_by->size; ++i)
    if (x->awaited_by->items[i] == Value(task)) return;
  if (!list_append(x->awaited_by, Value(task))) return clear_error();
  trace::emit(trace::AwaiterAdded{.future = future.as<Future>()->id, .task = task->id});
}

void remove_awaiter(Value future, Task* task) {
  if (!task || !is_future_kind(future)) return;
  FutureExtras* x = future.as<Future>()->extras;
  if (!x || !x->awaited_by) return;
  List* l = x->awaited_by;
  for (uint32_t i = 0; i < l->size; ++i) {
    if (l->items[i] != Value(task)) continue;
    Var gone = list_pop(l, i);
    trace::emit(trace::AwaiterRemoved{.future = future.as<Future>()->id, .task = task->id});
    return;
  }
}

// --- the end

void finalize_future(Future* f) {
  if (!f->log_traceback || (f->flags & kFinalized)) return;
  f->flags |= kFinalized;
  f->log_traceback = false;
  Value error = std::exchange(rt.error, Value());
  Ref<Str> message = format_str("%U exception was never retrieved", class_name(f->type));
  if (trace::wants(trace::Category::problems)) {
    std::string type = type_name(f->result), text = safe_message(f->result);
    trace::emit(trace::ExceptionUnhandled{.kind = trace::UnhandledKind::never_retrieved, .exception = type, .message = text,
                                          .task = f->kind == Kind::Task ? f->id : 0, .future = f->id});
  }
  if (!report(f->loop, message.get(), f->result, "future", f, f->extras ? f->extras->source : Value()) &&
      rt.hooks.unraisable)
    rt.hooks.unraisable("calling deallocator", f);
  clear_error();
  rt.error = error;
}

void clear_future(Future* f) {
  FutureCallback first = std::exchange(f->first, FutureCallback{Value(), nullptr});
  if (first.function) drop(first);
  decref(std::exchange(f->result, None));
  if (FutureExtras* x = f->extras) {
    while (x->more_count) {
      FutureCallback cb = x->more[--x->more_count];
      drop(cb);
    }
    decref(std::exchange(x->cancelled_exc, Value()));
    if (List* old = std::exchange(x->awaited_by, nullptr)) decref(old);
  }
  f->is_exception = false;
  if (f->done()) f->id = 0;  // what has become of it cannot be seen any more: no observer knows it
}

void release_future(Future* f) {
  if (f->first.function) drop(f->first);
  decref(f->result);
  if (FutureExtras* x = f->extras) {
    for (uint32_t i = 0; i < x->more_count; ++i) drop(x->more[i]);
    heap.release_raw(x->more, x->more_capacity * sizeof(FutureCallback));
    decref(x->cancel_message);
    decref(x->cancelled_exc);
    decref(x->source);
    if (x->exception_traceback) decref(x->exception_traceback);
    if (x->awaited_by) decref(x->awaited_by);
    heap.release_raw(x, sizeof(FutureExtras));
  }
  if (f->dict) decref(f->dict);
  if (f->loop) decref(f->loop);
}

void traverse_future(Future* f, Visitor& visit) {
  visit(f->loop);
  auto callback = [&](const FutureCallback& cb) {
    visit(cb.function);
    visit(cb.context);
  };
  if (f->first.function) callback(f->first);
  visit(f->result);
  if (FutureExtras* x = f->extras) {
    for (uint32_t i = 0; i < x->more_count; ++i) callback(x->more[i]);
    visit(x->cancel_message);
    visit(x->cancelled_exc);
    visit(x->exception_traceback);
    visit(x->awaited_by);
  }
  visit(f->dict);
}

// --- awaiting one in C++

namespace {

bool take_result(Awaiting* a) {
  auto* self = static_cast<FutureAwaiter*>(a);
  if (!self->future->done()) {
    if (self->future->blocking) return runtime_error("await wasn't used with future");
    self->future->blocking = true;
    return false;
  }
  self->value = future_result(self->future);
  return bool(self->value);
}

}  // namespace

void FutureAwaiter::await_suspend(std::coroutine_handle<CoPromise> self) {
  if (future->done()) {
    value = future_result(future);
    if (value)
      self.promise().proceed(this);
    else
      self.promise().fail(this);
    return;
  }
  if (future->blocking) {
    (void)runtime_error("await wasn't used with future");
    return self.promise().fail(this);
  }
  future->blocking = true;
  arrive = take_result;
  self.promise().yield(Value(future), this);
}

Outcome OutcomeFutureAwaiter::await_resume() {
  Outcome r{std::move(value), Var()};
  if (!r.value) {
    r.error = take_error();
    r.error.as<BaseException>()->through_library = true;
  }
  return r;
}

const HandleDef set_result_unless_cancelled = {"_set_result_unless_cancelled", "futures.py", 319, [](Value future, Value v) {
                                                 if (future.as<Future>()->cancelled()) return true;
                                                 return set_result(future.as<Future>(), v);
                                               }};
const HandleDef release_waiter = {"_release_waiter", "tasks.py", 435, [](Value waiter, Value) {
                                    return waiter.as<Future>()->done() || resolve(waiter.as<Future>(), None);
                                  }};

}  // namespace ap
