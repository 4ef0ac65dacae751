// Into the queues: steps and wakes of tasks, callbacks of futures, handles and timers of the program and the library.
#include "asyncio/scheduling.hpp"

#include "asyncio/decisions.hpp"
#include "asyncio/format_helpers.hpp"
#include "coro/stand_in.hpp"
#include "object/float.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"
#include "trace/counting.hpp"

namespace ap {
uint32_t handle_count = 0;

namespace {

inline bool open(EventLoop* loop) {
  if (loop->closed) [[unlikely]] return runtime_error("Event loop is closed");
  return true;
}

// A limit stays what it is; only what is waited for takes longer or shorter.
double stretched(double when, trace::TimerKind kind) {
  double now = current_clock->now();
  if (when <= now || kind == trace::TimerKind::timeout || kind == trace::TimerKind::thread) return when;
  return now + decisions->stretch(when - now);
}

void init_handle(Handle* h, EventLoop* loop) {
  h->loop = loop;
  incref(loop);
  h->id = next_handle_id();
  if (loop->debug) [[unlikely]]
    if (Object* stack = stack_for_handle()) debug_of(h)->source = Value(stack);
  created_in = nullptr;
}

void tell_timer(TimerHandle* h, double when, trace::TimerKind kind) {
  if (trace::counting) return trace::emit(trace::TimerAdded{});
  trace::TimerAdded e{.handle = h->id, .deadline = when, .order = registered_timers(), .kind = kind, .task = running_task, .line = line_now()};
  if (h->def && is_future_kind(h->a)) e.future = h->a.as<Future>()->id;
  std::string label = h->def ? std::string(h->def->qualname) : callback_for_events(h->a);
  e.label = label;
  e.loop = other_loop(h->loop);
  trace::emit(e);
}

}  // namespace

void reset_scheduling() { handle_count = library_between = 0; }

Object* stack_for_handle(uint32_t library) {
  if (!extract_stack) return nullptr;
  const LibraryPlace* place = std::exchange(created_in, nullptr);
  Value error = std::exchange(rt.error, Value());
  Var stack = extract_stack(place, 8 - std::min(8u, library + library_between));
  clear_error();
  rt.error = error;
  return stack ? stack.release().object() : nullptr;
}

bool check_closed(EventLoop* loop) { return open(loop); }

bool schedule_wakeup(EventLoop* loop, Task* t, Value future) {
  Object* stack = nullptr;
  if (loop->closed | loop->debug) [[unlikely]] {
    if (!open(loop)) return false;
    stack = stack_for_handle();
  }
  uint32_t id = next_handle_id();
  if (!push_ready(loop, {ReadyEntry::Wakeup, id, stack, Value(t), future})) return false;
  incref(t);
  incref(future);
  trace::emit(trace::TaskScheduled{.handle = id, .task = t->id, .reason = trace::ScheduleReason::woken,
                                   .future = is_future_kind(future) ? future.as<Future>()->id : 0, .by = running_task, .loop = other_loop(loop)});
  return true;
}

bool schedule_callback(EventLoop* loop, Value callback, Context* context, Value future) {
  if (!open(loop)) return false;
  uint32_t id;
  if (loop->debug) [[unlikely]] {  // a handle tells where it was made
    auto* h = allocate<Handle>(event_types.handle, 0);
    Ref<Handle> keep = Ref<Handle>::steal(h);
    init_handle(h, loop);
    id = h->id;
    h->a = Var(callback).release();
    h->b = Value(tuple_of(future).release());
    // The library's own callbacks have been added with a copy, too.
    h->context = context ? Ref<Context>(context).release() : copy_current_context().release();
    add_ready_handle(loop, h);
    if (failed()) return false;
  } else {
    id = next_handle_id();
    if (!push_ready(loop, {ReadyEntry::Callback, id, context, callback, future})) return false;
    incref(callback);
    incref(future);
    if (context) incref(context);
  }
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] {
    std::string label = callback_for_events(callback);
    trace::emit(trace::HandleScheduled{.handle = id, .kind = trace::HandleKind::future_callback, .label = label,
                                       .future = is_future_kind(future) ? future.as<Future>()->id : 0, .by = running_task, .loop = other_loop(loop)});
  }
  return true;
}

void add_ready_handle(EventLoop* loop, Handle* h) {
  if (!push_ready(loop, {ReadyEntry::HandleEntry, h->id, nullptr, Value(h), Value()})) return;
  incref(h);
  h->ready = true;
}

Ref<Handle> call_soon(EventLoop* loop, const HandleDef& def, Value a, Value b) {
  if (!open(loop)) return {};
  auto* h = allocate<Handle>(event_types.handle, 0);
  Ref<Handle> result = Ref<Handle>::steal(h);
  init_handle(h, loop);
  h->def = &def;
  h->a = Var(a).release();
  h->b = Var(b).release();
  add_ready_handle(loop, h);
  if (failed()) return {};
  trace::emit(trace::HandleScheduled{.handle = h->id, .kind = trace::HandleKind::internal, .label = def.qualname, .by = running_task, .loop = other_loop(loop)});
  return result;
}

Ref<TimerHandle> call_at(EventLoop* loop, Value when, const HandleDef& def, Value a, Value b, trace::TimerKind kind) {
  if (!open(loop)) return {};
  double seconds;
  if (when.is_float())
    seconds = when.as_float();
  else if (!to_double(when, &seconds))
    return {};
  auto* h = allocate<TimerHandle>(event_types.timer_handle, 0);
  Ref<TimerHandle> result = Ref<TimerHandle>::steal(h);
  init_handle(h, loop);
  h->def = &def;
  h->a = Var(a).release();
  h->b = Var(b).release();
  h->when = Var(when).release();
  if (decisions) [[unlikely]] seconds = stretched(seconds, kind);
  if (!add_timer(loop, h, seconds)) return {};
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_timer(h, seconds, kind);
  return result;
}

Ref<TimerHandle> call_later(EventLoop* loop, Value delay, const HandleDef& def, Value a, Value b, trace::TimerKind kind) {
  double now = current_clock->now();
  if (delay.is_float()) return call_at(loop, Value::from_float(now + delay.as_float()), def, a, b, kind);
  Var when = binary(current_clock->value(), delay, BinaryOp::Add);
  if (!when) return {};
  return call_at(loop, when, def, a, b, kind);
}

void remove_timer(EventLoop* loop, TimerHandle* h) {
  if (h->place != TimerHandle::kNowhere) decref(take_timer(loop, h->place));
}

Var call_soon_python(EventLoop* loop, Value callback, Tuple* args, Value context, trace::HandleKind kind) {
  if (!open(loop)) return Var();
  auto* h = allocate<Handle>(kind == trace::HandleKind::threadsafe ? event_types.thread_safe_handle : event_types.handle, 0);
  Var result = Var::steal(h);
  init_handle(h, loop);
  h->a = Var(callback).release();
  h->b = Var(args).release();
  h->context = context_given(context).release();
  add_ready_handle(loop, h);
  if (failed()) return Var();
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] {
    std::string label = callback_for_events(callback);
    trace::emit(trace::HandleScheduled{.handle = h->id, .kind = kind, .label = label, .by = running_task, .loop = other_loop(loop)});
  }
  return result;
}

Var call_at_python(EventLoop* loop, Value when, Value callback, Tuple* args, Value context) {
  if (!open(loop)) return Var();
  double seconds;
  if (!to_double(when, &seconds)) return Var();
  auto* h = allocate<TimerHandle>(event_types.timer_handle, 0);
  Var result = Var::steal(h);
  init_handle(h, loop);
  h->a = Var(callback).release();
  h->b = Var(args).release();
  h->when = Var(when).release();
  h->context = context_given(context).release();
  if (decisions) [[unlikely]] seconds = stretched(seconds, trace::TimerKind::call_later);
  if (!add_timer(loop, h, seconds)) return Var();
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] tell_timer(h, seconds, trace::TimerKind::call_later);
  return result;
}

}  // namespace ap
