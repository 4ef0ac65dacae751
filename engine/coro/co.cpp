#include "coro/co.hpp"

#include "object/exception.hpp"

namespace ap {

void describe_native(const CoroutineDef* def, LinkState state, LinkInfo& info);  // native_coroutine.cpp

namespace {

CoPromise* self_of(Link* l) { return static_cast<CoPromise*>(l); }

// The body has ended, or an error passes through it: the frame goes now, so that its destructors run before any
// awaiter goes on, as a `finally` would.
Signal end(CoPromise* self, Var value, Transfer& t) {
  Var error;
  if (!value) {
    // In CPython the exception's traceback holds the coroutine's frame, and that its arguments (but for itself: an
    // __aexit__ of the library forgets the exception that it lets pass).
    for (Object* p : self->parameters)
      if (p && Value(p) != rt.error) keep_with_error(Value(p));
    error = take_error();
    error.as<BaseException>()->through_library = true;
  }
  rt.handled = self->handled.previous;
  Signal signal = finish(self, std::move(value), t);
  if (Co* owner = self->owner) owner->forget();
  if (self->object) self->object->body = nullptr;
  self->handle().destroy();
  if (error) set_error(std::move(error));
  return signal;
}

Signal resume(Link* link, Var input, Transfer& t) {
  CoPromise* self = self_of(link);
  if (self->state == LinkState::Running) return refuse_running(t);
  rt.handled = &self->handled;
  if (self->state == LinkState::Created) {
    if (!input) return end(self, Var(), t);
  } else {
    Awaiting* a = std::exchange(self->pending, nullptr);
    if (!input && !a->catches) return end(self, Var(), t);
    a->value = std::move(input);  // Empty: outcome() takes rt.error
    if (a->value && a->arrive && !a->arrive(a)) [[unlikely]] {
      a->value.reset();
      if (!failed()) {  // somebody else than the future has resumed it: it waits on
        self->pending = a;
        t.link = self;
        t.value = Value(a->held[0]);
        return Signal::Yielded;
      }
      if (!a->catches) return end(self, Var(), t);
    }
  }
  for (;;) {
    self->state = LinkState::Running;
    self->request = CoPromise::Request::None;
    self->handle().resume();
    switch (self->request) {
      case CoPromise::Request::AwaitChild: return await_child(self, self->child, t);
      case CoPromise::Request::Yield:
        self->state = LinkState::Suspended;
        t.link = self;
        t.value = std::move(self->result);
        return Signal::Yielded;
      case CoPromise::Request::Fail:
        if (!self->pending->catches) return end(self, Var(), t);
        self->pending = nullptr;
        continue;  // its value is Empty: outcome() takes rt.error
      case CoPromise::Request::Proceed: continue;
      default: return end(self, std::move(self->result), t);
    }
  }
}

void describe(const Link* link, LinkInfo& info) {
  auto* self = static_cast<const CoPromise*>(link);
  info.native = true;
  if (self->def) describe_native(self->def, self->state, info);
}
Object* object(const Link* link) { return static_cast<const CoPromise*>(link)->object; }
const LinkOps co_ops{.resume = resume, .describe = describe, .object = object};

Outcome outcome_of(Var& value) {
  Outcome r{std::move(value), Var()};
  if (!r.value) {
    r.error = take_error();
    r.error.as<BaseException>()->through_library = true;
  }
  return r;
}

}  // namespace

CoPromise::CoPromise() : Link(&co_ops) {}
Outcome OutcomeCoAwaiter::await_resume() { return outcome_of(value); }
Outcome OutcomeObjectAwaiter::await_resume() { return outcome_of(value); }
Outcome OutcomeYieldAwaiter::await_resume() { return outcome_of(value); }

}  // namespace ap
