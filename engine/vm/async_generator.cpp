// Async generators: the frame is one link of the chain, and asend(), athrow(), aclose() are links that await it.
// A value that the frame yields ends the asend(); what the frame awaits goes through to the driver.
#include "coro/co.hpp"
#include "coro/iterator_link.hpp"
#include "object/native.hpp"
#include "object/tuple.hpp"
#include "vm/eval.hpp"
#include "vm/function.hpp"
#include "vm/generator.hpp"

namespace ap {
namespace {

enum class Kinds : uint8_t { Send, Throw, Close };

// asend(), __anext__(): Send. athrow(): Throw. aclose(): Close.
struct AsyncGeneratorStep : Object, Link {
  Generator* generator;   // owned
  Value sent = None;      // owned: the value to send, or the exception to throw
  Kinds what;
  bool by_hand = false;   // throw() or close() of the program's own
  explicit AsyncGeneratorStep(Type* t);
};

Type *asend_type, *athrow_type;

AsyncGeneratorStep* step_of(Link* l) { return static_cast<AsyncGeneratorStep*>(l); }

Signal done(AsyncGeneratorStep* self, Var value, Transfer& t) {
  if (self->generator->running == self) self->generator->running = nullptr;
  return finish(self, std::move(value), t);
}

Signal begin(AsyncGeneratorStep* self, Transfer& t) {
  Generator* g = self->generator;
  if (g->running || g->state == LinkState::Running) {
    (void)runtime_error("%s: asynchronous generator is already running",
                        self->what == Kinds::Send ? "anext()" : self->what == Kinds::Throw ? "athrow()" : "aclose()");
    return finish(self, Var(), t);
  }
  if (self->what == Kinds::Close && (g->state == LinkState::Finished || g->state == LinkState::Created)) {
    g->extra |= Generator::kClosed;
    if (g->state == LinkState::Created) (void)close_chain(g);
    return finish(self, None, t);
  }
  if (self->what == Kinds::Throw && g->state == LinkState::Finished) return finish(self, None, t);
  if (g->extra & Generator::kClosed || g->state == LinkState::Finished) {
    (void)raise_with_args(rt.types.StopAsyncIteration, rt.empty_tuple);
    return finish(self, Var(), t);
  }
  if (self->what == Kinds::Send && g->state == LinkState::Created && !self->sent.is_none()) {
    (void)type_error("can't send non-None value to a just-started async generator");
    return finish(self, Var(), t);
  }
  g->running = self;
  (void)await_child(self, g, t);
  if (self->what == Kinds::Send) {
    t.value = self->sent;
  } else {
    t.value = Var();
    if (self->what == Kinds::Close) {
      g->extra |= Generator::kClosed;
      set_error(Var::steal(std::exchange(self->sent, None)));  // its traceback keeps what the generator has
    } else {
      set_error(Var(self->sent));
    }
  }
  return Signal::Next;
}

// throw() or close() before anything was sent: it goes into the generator where that stands.
Signal begin_with_error(AsyncGeneratorStep* self, Transfer& t) {
  Generator* g = self->generator;
  if (g->running || g->state == LinkState::Running) return begin(self, t);
  if (g->state == LinkState::Finished || (error_is(rt.types.GeneratorExit) && !self->by_hand)) return finish(self, Var(), t);
  g->running = self;
  (void)await_child(self, g, t);
  t.value = Var();
  return Signal::Next;
}

Signal resume(Link* link, Var input, Transfer& t) {
  auto* self = step_of(link);
  if (self->state == LinkState::Finished) {
    clear_error();
    (void)runtime_error("cannot reuse already awaited %s", self->what == Kinds::Send ? "__anext__()/asend()" : "aclose()/athrow()");
    return finish(self, Var(), t);
  }
  if (self->state == LinkState::Created) {
    if (!input) return begin_with_error(self, t);
    if (!input.is_none()) decref(std::exchange(self->sent, input.release()));
    return begin(self, t);
  }
  if (self->what == Kinds::Close) {
    if (input) {
      (void)runtime_error("async generator ignored GeneratorExit");
      return done(self, Var(), t);
    }
    if (clear_error_if(rt.types.StopAsyncIteration) || clear_error_if(rt.types.GeneratorExit)) return done(self, None, t);
    return done(self, Var(), t);
  }
  if (!input && error_is(rt.types.StopIteration)) {  // thrown into one that has not begun: to who awaits it, a result
    Var stop = take_error();
    Value value = stop.as<BaseException>()->field[0];
    input = value ? value : None;
  }
  return done(self, std::move(input), t);
}

void describe(const Link* l, LinkInfo& info) {
  const Generator* g = step_of(const_cast<Link*>(l))->generator;
  info.name = g->name;
  info.qualname = g->qualname;
  info.native = true;
}
Object* object(const Link* l) { return step_of(const_cast<Link*>(l)); }
const LinkOps step_ops{.resume = resume, .describe = describe, .object = object};

AsyncGeneratorStep::AsyncGeneratorStep(Type* t) : Object(t, Kind::Other), Link(&step_ops) {}

void dealloc(Object* o) {
  auto* self = static_cast<AsyncGeneratorStep*>(o);
  if (self->state == LinkState::Created && !(self->flags & kFinalized)) {
    self->flags |= kFinalized;
    self->refs = 1;
    Value error = std::exchange(rt.error, Value());
    const char* method = self->what == Kinds::Send ? "asend" : self->what == Kinds::Throw ? "athrow" : "aclose";
    std::string text = to_utf8(format_str("coroutine method '%s' of '%U' was never awaited", method, self->generator->qualname).get());
    if (rt.hooks.warn) rt.hooks.warn(rt.types.RuntimeWarning, text.c_str(), 1);
    clear_error();
    rt.error = error;
  }
  // What was given up in the middle stays "running" for CPython, too.
  if (self->generator->running == self) self->generator->running = self->generator;
  if (self->generator->awaiter == self) self->generator->awaiter = nullptr;
  decref(self->generator);
  decref(self->sent);
  free_object(self, sizeof(AsyncGeneratorStep));
}
void traverse(Object* o, Visitor& visit) {
  auto* self = static_cast<AsyncGeneratorStep*>(o);
  visit(self->generator);
  visit(self->sent);
}
Link* step_link(Value v) { return v.as<AsyncGeneratorStep>(); }
Link* generator_link(Value v) { return v.as<Generator>(); }
Var same(Value v) { return v; }

Var answer(Step step) {
  switch (step.kind) {
    case Step::Yielded: return std::move(step.value);
    case Step::Returned: return raise_stop_iteration(step.value);
    default: return Var();
  }
}
Var step_next(Value v) { return answer(drive(v.as<AsyncGeneratorStep>(), None)); }
Var step_send(Call& c) { return answer(drive(c.self.as<AsyncGeneratorStep>(), c[0])); }
Var step_throw(Call& c) {
  if (!set_thrown(c[0], c.get(1, None), c.get(2, None))) return Var();
  c.self.as<AsyncGeneratorStep>()->by_hand = true;
  return answer(drive(c.self.as<AsyncGeneratorStep>(), Var()));
}
Var step_close(Call& c) {
  auto* self = c.self.as<AsyncGeneratorStep>();
  if (self->state == LinkState::Created) {
    self->by_hand = true;
    (void)raise_with_args(rt.types.GeneratorExit, rt.empty_tuple);
    Step step = drive(self, Var());
    if (step.kind == Step::Yielded) return runtime_error("coroutine ignored GeneratorExit");
    if (step.kind == Step::Returned) return None;
    for (Type* quiet : {rt.types.GeneratorExit, rt.types.StopAsyncIteration, rt.types.StopIteration})
      if (clear_error_if(quiet)) return None;
    return Var();
  }
  return close_chain(self) ? Var(None) : Var();
}
const MethodDef step_methods[] = {
    {"send", "value, /", step_send}, {"throw", "typ, val=None, tb=None, /", step_throw}, {"close", "", step_close}};

// The hooks of the event loop see each async generator when it is first used (PEP 525).
bool call_hooks(Generator* g) {
  if (g->extra & Generator::kHooksCalled) return true;
  g->extra |= Generator::kHooksCalled;
  if (!rt.asyncgen_finalizer.is_none() && rt.asyncgen_finalizer) g->finalizer.set(rt.asyncgen_finalizer);
  if (!rt.asyncgen_firstiter.is_none() && rt.asyncgen_firstiter) return bool(call(rt.asyncgen_firstiter, Value(g)));
  return true;
}

Var make_step(Generator* g, Kinds what, Value sent) {
  if (!call_hooks(g)) return Var();
  auto* step = allocate<AsyncGeneratorStep>(what == Kinds::Send ? asend_type : athrow_type, 0);
  incref(g);
  step->generator = g;
  step->what = what;
  step->sent = Var(sent).release();
  return Var::steal(step);
}

Var anext(Value v) { return make_step(v.as<Generator>(), Kinds::Send, None); }
Var asend(Call& c) { return make_step(c.self.as<Generator>(), Kinds::Send, c[0]); }
Var athrow(Call& c) {
  if (!set_thrown(c[0], c.get(1, None), c.get(2, None))) return Var();
  Var exception = take_error();
  return make_step(c.self.as<Generator>(), Kinds::Throw, exception);
}
Var aclose(Call& c) {
  Var exit = new_exception_args(rt.types.GeneratorExit, rt.empty_tuple);
  return make_step(c.self.as<Generator>(), Kinds::Close, exit);
}
const MethodDef methods[] = {
    {"asend", "value, /", asend}, {"athrow", "typ, val=None, tb=None, /", athrow}, {"aclose", "", aclose}};
const GetSetDef getsets[] = {
    {"__name__", [](Value v) { return Var(v.as<Generator>()->name); }},
    {"__qualname__", [](Value v) { return Var(v.as<Generator>()->qualname); }},
    {"ag_running", [](Value v) { return Var(Value::from_bool(v.as<Generator>()->running != nullptr)); }},
    {"ag_suspended", [](Value v) { return Var(Value::from_bool(v.as<Generator>()->state == LinkState::Suspended)); }},
    {"ag_frame", [](Value v) { return v.as<Generator>()->ops->frame(v.as<Generator>()); }},
    {"ag_code", [](Value v) { return Var(v.as<Generator>()->frame.code); }},
    {"ag_await", [](Value v) {
       Link* to = v.as<Generator>()->awaiting;
       Object* o = to ? to->ops->object(to) : nullptr;
       return o ? Var(o) : Var(None);
     }},
};

// What anext() with a default gives, as CPython's anext_awaitable: no frame of Python, and awaited only when it is driven.
struct AnextAwaitable : Object, Link {
  Value awaitable, fallback;  // owned
  Value awaited = Value();    // owned: what __await__ has given
  explicit AnextAwaitable(Type* t);
};
Type* anext_type;
AnextAwaitable* anext_of(Link* l) { return static_cast<AnextAwaitable*>(l); }

// The link of what it awaits.
Link* awaited_link(AnextAwaitable* self) {
  Var keeper;
  Link* link = await_link(self->awaitable, &keeper);
  if (link) decref(std::exchange(self->awaited, keeper.release()));
  return link;
}

Signal resume_anext(Link* link, Var input, Transfer& t) {
  AnextAwaitable* self = anext_of(link);
  if (self->state == LinkState::Created) {
    Var error;
    if (!input) error = take_error();
    Link* child = awaited_link(self);
    if (!child) return finish(self, Var(), t);
    Signal signal = await_child(self, child, t);
    t.value = std::move(input);
    if (error) set_error(std::move(error));
    return signal;
  }
  if (self->state == LinkState::Finished && input) {
    (void)runtime_error("cannot reuse already awaited __anext__()/asend()");
    return finish(self, Var(), t);
  }
  if (!input && clear_error_if(rt.types.StopAsyncIteration)) input = self->fallback;
  return finish(self, std::move(input), t);
}
const LinkOps anext_ops{.resume = resume_anext,
                        .describe = [](const Link*, LinkInfo& info) { info.native = true; },
                        .object = [](const Link* l) -> Object* { return anext_of(const_cast<Link*>(l)); }};
AnextAwaitable::AnextAwaitable(Type* t) : Object(t, Kind::Other), Link(&anext_ops) {}

Var anext_next(Value v) { return answer(drive(v.as<AnextAwaitable>(), None)); }
Var anext_send(Call& c) { return answer(drive(c.self.as<AnextAwaitable>(), c[0])); }
Var anext_throw(Call& c) {
  if (!set_thrown(c[0], c.get(1, None), c.get(2, None))) return Var();
  return answer(drive(c.self.as<AnextAwaitable>(), Var()));
}
Var anext_close(Call& c) {
  auto* self = c.self.as<AnextAwaitable>();
  if (self->state != LinkState::Created) return close_chain(self) ? Var(None) : Var();
  if (!awaited_link(self)) return Var();
  self->state = LinkState::Finished;
  return call_method(iterator_behind(self->awaited), rt.names.close);
}
const MethodDef anext_methods[] = {
    {"send", "value, /", anext_send}, {"throw", "typ, val=None, tb=None, /", anext_throw}, {"close", "", anext_close}};
void dealloc_anext(Object* o) {
  auto* self = static_cast<AnextAwaitable*>(o);
  decref(self->awaited);
  decref(self->awaitable);
  decref(self->fallback);
  free_object(self, sizeof(AnextAwaitable));
}
void traverse_anext(Object* o, Visitor& visit) {
  auto* self = static_cast<AnextAwaitable*>(o);
  visit(self->awaitable);
  visit(self->awaited);
  visit(self->fallback);
}
Link* anext_link(Value v) { return v.as<AnextAwaitable>(); }

Type* step_type(const char* name) {
  Type* t = new_type(name, nullptr, sizeof(AsyncGeneratorStep), Kind::Other, 0);
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->link = step_link;
  t->iter = same;
  t->await = same;
  t->next = step_next;
  add_methods(t, step_methods);
  make_type_ready(t);
  return t;
}

}  // namespace

Var anext_or(Value awaitable, Value fallback) {
  auto* self = allocate<AnextAwaitable>(anext_type, 0);
  self->awaitable = Var(awaitable).release();
  self->fallback = Var(fallback).release();
  return Var::steal(self);
}

void init_async_generator_types() {
  Type* a = anext_type = new_type("anext_awaitable", nullptr, sizeof(AnextAwaitable), Kind::Other, 0);
  a->dealloc = dealloc_anext;
  a->traverse = traverse_anext;
  a->link = anext_link;
  a->iter = same;
  a->await = same;
  a->next = anext_next;
  add_methods(a, anext_methods);
  make_type_ready(a);
  asend_type = step_type("async_generator_asend");
  athrow_type = step_type("async_generator_athrow");
  Type* t = rt.types.async_generator = new_type("async_generator", nullptr, sizeof(Generator), Kind::Generator, kWeakrefable);
  t->dealloc = frame_ops.dealloc;
  t->traverse = frame_ops.traverse;
  t->repr = rt.types.generator->repr;
  t->link = generator_link;
  t->aiter = same;
  t->anext = anext;
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
}

}  // namespace ap
