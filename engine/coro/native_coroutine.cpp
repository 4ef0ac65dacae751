// Coroutine objects whose body is a C++20 coroutine.
#include "coro/co.hpp"

namespace ap {

namespace {
constexpr uint16_t kYieldsOnce = 1;  // Object::extra
}

void describe_native(const CoroutineDef* def, LinkState state, LinkInfo& info) {
  info.native = true;
  info.def = def;
  info.first_line = def->first_line;
  info.line = state == LinkState::Created || !def->line ? def->first_line : def->line;
}

namespace {

// What an ended coroutine gives to whoever awaits or resumes it again.
Signal refuse(Link* link, Var input, Transfer& t) {
  if (input) (void)runtime_error("cannot reuse already awaited coroutine");
  Signal signal = finish(link, Var(), t);
  link->state = LinkState::Finished;
  return signal;
}
void describe_ended(const Link*, LinkInfo& info) { info.native = true; }
Object* no_object(const Link*) { return nullptr; }
const LinkOps ended_ops{.resume = refuse, .describe = describe_ended, .object = no_object};
Link ended(&ended_ops);

}  // namespace

Link* NativeCoroutine::ended_link() {
  // One for all: it ends in the moment in which it is awaited.
  ended.awaiter = nullptr;
  ended.leaf = nullptr;
  ended.state = LinkState::Finished;
  return &ended;
}

Var native_coroutine(Co co, const CoroutineDef& def) {
  auto* self = allocate<NativeCoroutine>(rt.types.coroutine, 0, co.promise(), &def);
  CoPromise* promise = co.release();
  promise->object = self;
  promise->def = &def;
  tell_created(promise);
  return Var::steal(self);
}

// --- the one that only gives up control

namespace {

struct YieldingCoroutine : NativeCoroutine, Link {
  Value result;  // owned
  YieldingCoroutine(Type* t, const LinkOps* ops, const CoroutineDef* def) : NativeCoroutine(t, this, def), Link(ops) {}
};
YieldingCoroutine* yielding(Link* link) { return static_cast<YieldingCoroutine*>(link); }
const YieldingCoroutine* yielding(const Link* link) { return static_cast<const YieldingCoroutine*>(link); }

Signal resume_yielding(Link* link, Var input, Transfer& t) {
  YieldingCoroutine* self = yielding(link);
  rt.handled = &self->handled;
  if (input && self->state == LinkState::Created) {
    self->state = LinkState::Suspended;
    t.link = self;
    t.value = None;
    return Signal::Yielded;
  }
  Var result = Var::steal(std::exchange(self->result, Value()));
  if (!input) {
    // As for any Co: the exception's traceback holds what came as an argument.
    keep_with_error(result);
    rt.error.as<BaseException>()->through_library = true;
    result.reset();
  }
  rt.handled = self->handled.previous;
  self->body = nullptr;
  return finish(self, std::move(result), t);
}
void describe_yielding(const Link* link, LinkInfo& info) { describe_native(yielding(link)->def, link->state, info); }
Object* object_of(const Link* link) { return const_cast<YieldingCoroutine*>(yielding(link)); }
void traverse_yielding(Object* o, Visitor& visit) { visit(static_cast<YieldingCoroutine*>(o)->result); }
const LinkOps yielding_ops{.resume = resume_yielding, .describe = describe_yielding, .object = object_of, .traverse = traverse_yielding};

}  // namespace

Var yielding_coroutine(Value result, const CoroutineDef& def) {
  auto* self = allocate<YieldingCoroutine>(rt.types.coroutine, 0, &yielding_ops, &def);
  self->extra = kYieldsOnce;
  self->result = Var(result).release();
  tell_created(self);
  return Var::steal(self);
}

void free_native_coroutine(NativeCoroutine* self) {
  if (self->extra & kYieldsOnce) {
    decref(static_cast<YieldingCoroutine*>(self)->result);
    return free_object(self, sizeof(YieldingCoroutine));
  }
  if (self->body) {
    auto* promise = static_cast<CoPromise*>(self->body);
    promise->object = nullptr;
    promise->handle().destroy();
  }
  free_object(self, sizeof(NativeCoroutine));
}

}  // namespace ap
