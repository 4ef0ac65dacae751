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

Link* NativeCoroutine::link() const {
  if (Link* l = co.link()) return l;
  // One for all: it ends in the moment in which it is awaited.
  ended.awaiter = nullptr;
  ended.leaf = nullptr;
  ended.state = LinkState::Finished;
  return &ended;
}

Var native_coroutine(Co co, const CoroutineDef& def) {
  auto* self = allocate<NativeCoroutine>(rt.types.coroutine, 0);
  self->co = std::move(co);
  self->def = &def;
  self->co.promise()->object = self;
  self->co.promise()->def = &def;
  tell_created(self->co.link());
  return Var::steal(self);
}

}  // namespace ap
