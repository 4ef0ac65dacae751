#include "asyncio/timeouts.hpp"

#include <cmath>

#include "asyncio/beliefs.hpp"
#include "asyncio/callback.hpp"
#include "asyncio/layout.hpp"
#include "asyncio/library_frames.hpp"
#include "object/dict.hpp"
#include "object/float.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

Type* timeout_type;
uint32_t scope_count = 0;

constexpr const char* state_names[] = {"created", "active", "expiring", "expired", "finished"};

bool on_timeout(Value v, Value) {
  auto* t = v.as<Timeout>();
  trace::emit(trace::ScopeCancelled{.scope = t->id, .cause = trace::ScopeCause::expired});
  LibraryFrames frames(1);
  if (future_cancel(t->task) == Tri::Error) return false;
  t->state = TimeoutState::Expiring;
  if (Handle* h = std::exchange(t->handler, nullptr)) decref(h);
  return true;
}
const HandleDef on_timeout_def = {"Timeout._on_timeout", nullptr, 0, on_timeout};

bool reschedule(Timeout* t, Value when) {
  if (t->state != TimeoutState::Active) {
    if (t->state == TimeoutState::Created) return runtime_error("Timeout has not been entered");
    return runtime_error("Cannot change state of %s Timeout", state_names[static_cast<int>(t->state)]);
  }
  incref(when);
  decref(std::exchange(t->when, when));
  if (t->handler) cancel_handle(t->handler);
  Ref<Handle> handler;
  if (!when.is_none()) {
    EventLoop* loop = get_running_loop();
    if (!loop) return false;
    Tri due = compare_truth(when, current_clock->value(), Compare::Le);
    if (due == Tri::Error) return false;
    if (due == Tri::True)
      handler = call_soon(loop, on_timeout_def, t);
    else
      handler = call_at(loop, when, on_timeout_def, t, Value(), trace::TimerKind::timeout);
    if (!handler) return false;
    if (sees_contexts() && !handler->context) handler->context = copy_current_context().release();
  }
  if (Handle* old = std::exchange(t->handler, handler.release())) decref(old);
  return true;
}

double seconds_of(Value when) {
  double d = trace::kNoSeconds;
  if (!when.is_none() && !to_double(when, &d)) clear_error();
  return d;
}

// The first CancelledError among the contexts of an error becomes a TimeoutError's cause.
void insert_timeout_error(BaseException* error) {
  while (!error->context.is_none() && error->context) {
    auto* context = error->context.as<BaseException>();
    if (is_instance(context, rt.types.CancelledError)) {
      Var timeout = new_exception_args(rt.types.TimeoutError, rt.empty_tuple);
      auto* te = timeout.as<BaseException>();
      decref(std::exchange(te->context, Var(Value(context)).release()));
      decref(std::exchange(te->cause, Var(Value(context)).release()));
      te->suppress_context = true;
      decref(std::exchange(error->context, timeout.release()));
      return;
    }
    error = context;
  }
}

Co enter(Ref<Timeout> self) {
  if (!enter_timeout(self.get())) co_return Var();
  co_return self;
}
Co exit(Ref<Timeout> self, Var error) {
  if (self->state != TimeoutState::Active && self->state != TimeoutState::Expiring) co_return raise_with_args(rt.types.AssertionError, rt.empty_tuple);
  co_return exit_timeout(self.get(), error.is_none() ? Value() : error.get()) ? Var(None) : Var();
}

const CoroutineDef aenter_def = {"__aenter__", "Timeout.__aenter__", "timeouts.py", 83};
const CoroutineDef aexit_def = {"__aexit__", "Timeout.__aexit__", "timeouts.py", 95};

Ref<Timeout> self_of(Call& c) { return Ref<Timeout>(c.self.as<Timeout>()); }

Var init_method(Call& c) {
  auto* t = c.self.as<Timeout>();
  t->state = TimeoutState::Created;
  decref(std::exchange(t->when, Var(c[0]).release()));
  if (!t->id) t->id = ++scope_count;
  return None;
}

constexpr uint8_t kAsync = kPythonFunction | kCoroutineFunction;
const MethodDef methods[] = {
    {"__init__", "when", init_method, kPythonFunction},
    {"when", "", [](Call& c) { return Var(self_of(c)->when); }, kPythonFunction},
    {"reschedule", "when", [](Call& c) {
       if (!reschedule(c.self.as<Timeout>(), c[0])) return Var();
       trace::emit(trace::ScopeRescheduled{.scope = self_of(c)->id, .deadline = seconds_of(c[0])});
       return Var(None);
     }, kPythonFunction},
    {"expired", "", [](Call& c) {
       TimeoutState s = self_of(c)->state;
       return Var(Value::from_bool(s == TimeoutState::Expiring || s == TimeoutState::Expired));
     }, kPythonFunction},
    {"__aenter__", "", [](Call& c) { return native_coroutine(enter(self_of(c)), aenter_def); }, kAsync},
    {"__aexit__", "exc_type, exc_val, exc_tb", [](Call& c) { return native_coroutine(exit(self_of(c), c[1]), aexit_def); }, kAsync},
};

Var repr_slot(Value v) {
  auto* t = v.as<Timeout>();
  if (t->state != TimeoutState::Active) return format_str("<Timeout [%s]>", state_names[static_cast<int>(t->state)]);
  if (t->when.is_none()) return make_str("<Timeout [active] when=None>");
  if (t->when.is_float()) return format_str("<Timeout [active] when=%g>", round_double(t->when.as_float(), 3));
  return format_str("<Timeout [active] when=%S>", t->when);
}

void dealloc(Object* o) {
  auto* t = static_cast<Timeout*>(o);
  decref(t->when);
  if (t->handler) decref(t->handler);
  if (t->task) decref(t->task);
  if (t->dict) decref(t->dict);
  free_object(t, sizeof(Timeout));
}
void traverse(Object* o, Visitor& visit) {
  auto* t = static_cast<Timeout*>(o);
  visit(t->handler);
  visit(t->task);
  visit(t->dict);
}

}  // namespace

uint32_t next_scope_id() { return ++scope_count; }

bool expire_timeout(Timeout* t) {
  if (t->handler) cancel_handle(t->handler);
  return on_timeout(Value(t), Value());
}

Ref<Timeout> new_timeout(Value when) {
  auto* t = allocate<Timeout>(timeout_type, 0);
  t->when = Var(when).release();
  t->id = ++scope_count;
  return Ref<Timeout>::steal(t);
}

Ref<Timeout> timeout_after(Value delay) {
  if (!get_running_loop()) return {};
  if (delay.is_none()) return new_timeout(None);
  double seconds;
  if (believes(Belief::every_await_overlaps) && (delay.is_float() || delay.is_small_int()) && to_double(delay, &seconds)) [[unlikely]]
    return new_timeout(Value::from_float(current_clock->now() + believed_delay(seconds)));
  Var when = binary(current_clock->value(), delay, BinaryOp::Add);
  return when ? new_timeout(when) : Ref<Timeout>();
}

bool enter_timeout(Timeout* t) {
  if (t->state != TimeoutState::Created) return runtime_error("Timeout has already been entered");
  if (!get_running_loop()) return false;
  if (!current_task) return runtime_error("Timeout should be used inside a task");
  t->state = TimeoutState::Active;
  t->task = current_task;
  incref(t->task);
  t->cancelling = t->task->cancels_requested;
  if (beliefs) [[unlikely]] note_timeout(t, true);
  if (trace::wants(trace::Category::sync)) [[unlikely]]
    trace::emit(trace::ScopeEntered{.scope = t->id, .kind = trace::ScopeKind::timeout, .task = running_task,
                                    .deadline = seconds_of(t->when), .line = line_now()});
  Var when = t->when;
  return reschedule(t, when);
}

bool exit_timeout(Timeout* t, Value error) {
  if (beliefs) [[unlikely]] note_timeout(t, false);
  if (Handle* h = std::exchange(t->handler, nullptr)) {
    cancel_handle(h);
    decref(h);
  }
  bool timed_out = false;
  if (t->state == TimeoutState::Expiring) {
    t->state = TimeoutState::Expired;
    // No request to cancel but ours: it is ours to handle.
    if (uncancel(t->task) <= t->cancelling && error) {
      if (is_instance(error, rt.types.CancelledError)) {
        timed_out = true;
      } else {
        insert_timeout_error(error.as<BaseException>());
        if (is_instance(error, rt.types.ExceptionGroup)) {
          Value parts = error.as<BaseException>()->field[1];
          for (uint32_t i = 0; is_kind(parts, Kind::Tuple) && i < parts.as<Tuple>()->size; ++i)
            insert_timeout_error((*parts.as<Tuple>())[i].as<BaseException>());
        }
      }
    }
  } else if (t->state == TimeoutState::Active) {
    t->state = TimeoutState::Finished;
  }
  if (trace::wants(trace::Category::sync)) [[unlikely]] {
    std::string type = timed_out ? "TimeoutError" : error ? to_utf8(type_of(error)->name) : std::string();
    trace::emit(trace::ScopeExited{.scope = t->id,
                                   .outcome = timed_out ? trace::ScopeOutcome::timed_out
                                              : !error ? trace::ScopeOutcome::completed
                                              : is_instance(error, rt.types.CancelledError) ? trace::ScopeOutcome::cancelled
                                                                                            : trace::ScopeOutcome::raised,
                                   .exception = type, .line = line_now()});
  }
  if (!timed_out) return true;
  // raise TimeoutError from error
  Var te = new_exception_args(rt.types.TimeoutError, rt.empty_tuple);
  auto* e = te.as<BaseException>();
  decref(std::exchange(e->cause, Var(error).release()));
  decref(std::exchange(e->context, Var(error).release()));
  e->suppress_context = true;
  set_error(std::move(te));
  return false;
}

void init_timeout_type() {
  scope_count = 0;
  Type* t = timeout_type = new_type("asyncio.timeouts.Timeout", nullptr, sizeof(Timeout), Kind::Other, kBaseType | kWeakrefable);
  t->dict_offset = offset_in(&Timeout::dict);
  t->construct = [](Type* type, Args) { return Var::steal(allocate<Timeout>(type, 0)); };
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = repr_slot;
  add_methods(t, methods);
  make_type_ready(t);
}

// For the module.
Type* timeout_class() { return timeout_type; }

}  // namespace ap
