// Coroutine objects whose body is a C++20 coroutine.
#include "coro/co.hpp"

namespace ap {

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

void free_native_coroutine(NativeCoroutine* self) {
  if (self->extra & NativeCoroutine::kIsLink) return static_cast<NativeLink*>(self)->ops->dealloc(self);
  if (self->body) {
    auto* promise = static_cast<CoPromise*>(self->body);
    promise->object = nullptr;
    promise->handle().destroy();
  }
  free_object(self, sizeof(NativeCoroutine));
}

// --- those that are links

void describe_native_link(const Link* link, LinkInfo& info) {
  describe_native(static_cast<const NativeLink*>(link)->def, link->state, info);
}
Object* object_of_native_link(const Link* link) { return const_cast<NativeLink*>(static_cast<const NativeLink*>(link)); }

Signal finish_native(NativeLink* self, Var value, Transfer& t) {
  rt.handled = self->handled.previous;
  self->body = nullptr;
  return finish(self, std::move(value), t);
}
Signal refuse_running(Transfer& t) {
  (void)value_error("coroutine already executing");
  t.link = nullptr;
  t.value = Var();
  return Signal::Next;
}

}  // namespace ap
