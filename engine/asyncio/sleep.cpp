// asyncio.sleep: nothing is awaited as often, and a program may have 100,000 sleepers. Its coroutine is a link that is written
// out: an object of some 100 bytes, and no C++ frame.
#include <cmath>

#include "asyncio/base_events.hpp"
#include "asyncio/beliefs.hpp"
#include "coro/co.hpp"
#include "object/float.hpp"
#include "object/protocol.hpp"

namespace ap {
namespace {

const CoroutineDef sleep_def = {"sleep", "sleep", "tasks.py", 687, 702};
const CoroutineDef sleep_zero_def = {"sleep", "sleep", "tasks.py", 687, 690};

struct Sleeping : NativeLink {
  Value delay, result;           // owned: the arguments
  Future* future = nullptr;      // owned: what it waits for
  TimerHandle* timer = nullptr;  // owned
  Sleeping(Type* t, const LinkOps* ops) : NativeLink(t, ops, &sleep_def) {}
};
Sleeping* sleeping(Link* link) { return static_cast<Sleeping*>(link); }

// `finally: h.cancel()`, and what else the body has.
void drop(Sleeping* self) {
  if (TimerHandle* timer = std::exchange(self->timer, nullptr)) {
    cancel_handle(timer);
    decref(timer);
  }
  if (Future* future = std::exchange(self->future, nullptr)) decref(future);
  decref(std::exchange(self->delay, Value()));
  decref(std::exchange(self->result, Value()));
}

Signal end(Sleeping* self, Var value, Transfer& t) {
  if (value) {
    drop(self);
    return finish_native(self, std::move(value), t);
  }
  for (Value argument : {self->delay, self->result})
    if (argument.is_object() && argument != rt.error) keep_with_error(argument);
  Var error = take_error();
  error.as<BaseException>()->through_library = true;
  Signal signal = finish_native(self, Var(), t);
  drop(self);
  set_error(std::move(error));
  return signal;
}

Signal suspend(Sleeping* self, Value out, Transfer& t) {
  self->state = LinkState::Suspended;
  t.link = self;
  t.value = out;
  return Signal::Yielded;
}

Signal begin(Sleeping* self, Transfer& t) {
  self->state = LinkState::Running;
  Value delay = self->delay;
  Tri zero = is_at_most_zero(delay);
  if (zero == Tri::Error) return end(self, Var(), t);
  if (zero == Tri::True) {
    self->def = &sleep_zero_def;
    return suspend(self, None, t);
  }
  double seconds;
  if (!to_double(delay, &seconds)) return end(self, Var(), t);
  if (std::isnan(seconds)) return end(self, value_error("Invalid delay: NaN (not a number)"), t);
  if (beliefs) [[unlikely]] {
    if (believes(Belief::times_add_up)) {
      current_clock->block(seconds, "asyncio.sleep");
      return end(self, Var(self->result), t);
    }
    if (believes(Belief::every_await_overlaps)) delay = Value::from_float(believed_delay(seconds));
  }
  EventLoop* loop = get_running_loop();
  if (!loop) return end(self, Var(), t);
  self->future = new_future(loop, trace::FutureKind::sleep).release();
  self->timer = call_later(loop, delay, set_result_unless_cancelled, Value(self->future), self->result, trace::TimerKind::sleep).release();
  if (!self->timer) return end(self, Var(), t);
  self->future->blocking = true;
  return suspend(self, Value(self->future), t);
}

Signal resume(Link* link, Var input, Transfer& t) {
  Sleeping* self = sleeping(link);
  if (self->state == LinkState::Running) return refuse_running(t);
  rt.handled = &self->handled;
  if (!input) return end(self, Var(), t);
  if (self->state == LinkState::Created) return begin(self, t);
  if (!self->future) return end(self, Var(self->result), t);  // it has only given up control
  if (!self->future->done()) {  // somebody else than the future has resumed it
    if (self->future->blocking) return end(self, runtime_error("await wasn't used with future"), t);
    self->future->blocking = true;
    return suspend(self, Value(self->future), t);
  }
  return end(self, future_result(self->future), t);
}

void traverse(Object* o, Visitor& visit) {
  auto* self = static_cast<Sleeping*>(o);
  visit(self->delay);
  visit(self->result);
  visit(self->future);
  visit(self->timer);
}
void dealloc(Object* o) {
  drop(static_cast<Sleeping*>(o));
  free_object(o, sizeof(Sleeping));
}
Value awaited(const Link* link) {
  Future* future = sleeping(const_cast<Link*>(link))->future;
  return future ? Value(future) : Value();
}
const LinkOps ops{.resume = resume, .describe = describe_native_link, .object = object_of_native_link, .dealloc = dealloc, .traverse = traverse, .awaited = awaited};

}  // namespace

Var sleep(Value delay, Value result) {
  auto* self = allocate<Sleeping>(rt.types.coroutine, 0, &ops);
  self->delay = Var(delay).release();
  self->result = Var(result).release();
  tell_created(self);
  return Var::steal(self);
}

}  // namespace ap
