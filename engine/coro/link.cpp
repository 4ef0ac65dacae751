#include "coro/link.hpp"

#include <cstring>

#include "coro/by_hand.hpp"
#include "coro/co.hpp"
#include "coro/drive.hpp"
#include "coro/iterator_link.hpp"
#include "coro/origin.hpp"
#include "object/exception.hpp"
#include "object/str.hpp"
#include "trace/counting.hpp"
#include "trace/events.hpp"

namespace ap {

Driver* driver = nullptr;
uint32_t running_task = 0;
// The coroutine of the task that runs: a chain that the program drives by hand meanwhile is not the task's await.
Link* running_root = nullptr;
// For events: the task that drives the chain of this root, 0 where none does. Set from above.
uint32_t (*task_of_chain)(Link* root) = nullptr;

namespace {

uint32_t coroutine_count = 0;

}  // namespace

// "main.<locals>.work", "asyncio.sleep", "aiohttp.ClientSession.close"
std::string label_of(const LinkInfo& info) {
  if (info.def) return std::string("asyncio.") + info.def->qualname;
  if (!info.qualname) return {};
  std::string label = to_utf8(info.qualname);
  if (!is_library_file(info.filename)) return label;
  std::string file = to_utf8(info.filename);  // "<aiohttp>"
  return file.substr(1, file.size() - 2) + "." + label;
}

namespace {

// "asyncio.sleep" of the coroutines of asyncio that were told last.
struct Known {
  const CoroutineDef* def;
  uint32_t size;
  char text[52];
};
Known known[16];

// The same for an event, mostly without an allocation: it is told for each await.
class Label {
 public:
  explicit Label(const LinkInfo& info) {
    if (info.def) {
      Known& k = known[reinterpret_cast<uintptr_t>(info.def) / sizeof(CoroutineDef) % std::size(known)];
      if (k.def != info.def) {
        long_ = label_of(info);
        if (long_.size() > sizeof k.text) {
          text = long_;
          return;
        }
        k.def = info.def;
        k.size = static_cast<uint32_t>(long_.size());
        std::memcpy(k.text, long_.data(), k.size);
      }
      text = {k.text, k.size};
    } else if (info.qualname && info.qualname->is_ascii() && !is_library_file(info.filename)) {
      text = info.qualname->ascii();
    } else {
      text = long_ = label_of(info);
    }
  }
  std::string_view text;

 private:
  std::string long_;
};

bool is_coroutine(Link* link) {
  Object* o = link->ops->object(link);
  return o ? o->type == rt.types.coroutine : !link->ops->close;
}

[[gnu::noinline]] void tell_await(Link* self, Link* child) {
  if (!running_task || driver->root != running_root || child->is_async_generator) return;
  if (trace::counting) {
    if (is_coroutine(child)) coroutine_id(child);
    return trace::emit(trace::AwaitStarted{});
  }
  LinkInfo waiting, awaited;
  self->ops->describe(self, waiting);
  child->ops->describe(child, awaited);
  Label label(awaited);
  trace::AwaitStarted e{.task = running_task, .depth = child->depth - driver->root->depth, .label = label.text};
  e.line = waiting.native || is_library_file(waiting.filename) ? 0 : static_cast<trace::Line>(waiting.line);
  if (awaited.future) {
    e.target = awaited.is_task ? trace::AwaitTarget::task : trace::AwaitTarget::future;
    e.future = awaited.future;
  } else if (is_coroutine(child)) {
    e.target = trace::AwaitTarget::coroutine;
    e.coroutine = coroutine_id(child);
  } else {
    e.target = awaited.qualname ? trace::AwaitTarget::generator : trace::AwaitTarget::other;
  }
  trace::emit(e);
}

}  // namespace

void untell_await(Link* child) {
  if (running_task && driver->root == running_root && !child->is_async_generator)
    trace::emit(trace::AwaitFinished{.task = running_task, .depth = child->depth - driver->root->depth});
}

void forget_coroutines() {
  driver = nullptr;
  running_task = 0;
  running_root = nullptr;
  coroutine_count = 0;
}

uint32_t coroutine_id(Link* link) {
  if (!link->id) link->id = ++coroutine_count;
  return link->id;
}

void tell_created(Link* link) {
  if (origin_depth) [[unlikely]]
    if (Object* o = link->ops->object(link); o && o->kind == Kind::NativeCoroutine) note_native_origin(o);
  if (!trace::wants(trace::Category::awaits)) [[likely]] return;
  if (trace::counting) return coroutine_id(link), trace::emit(trace::CoroutineCreated{});
  LinkInfo info;
  link->ops->describe(link, info);
  Label label(info);
  trace::emit(trace::CoroutineCreated{.coroutine = coroutine_id(link), .function = label.text, .task = running_task,
                                      .line = static_cast<trace::Line>(rt.hooks.current_line ? rt.hooks.current_line() : 0)});
}

Signal await_child(Link* self, Link* child, Transfer& t) {
  self->awaiting = child;
  self->state = LinkState::Suspended;
  child->awaiter = self;
  child->depth = self->depth + (child->is_async_generator ? 0 : 1);  // what asend() gives is no frame
  child->handled.previous = &self->handled;
  if (trace::wants(trace::Category::awaits)) [[unlikely]] tell_await(self, child);
  // A child that is itself the root of a suspended chain goes on at that chain's leaf.
  t.link = child->leaf ? child->leaf : child;
  t.value = None;
  return Signal::Next;
}

Signal finish(Link* self, Var value, Transfer& t) {
  self->state = LinkState::Finished;
  self->awaiting = nullptr;
  Link* up = std::exchange(self->awaiter, nullptr);
  if (up) up->awaiting = nullptr;
  if (trace::wants(trace::Category::awaits) && up && running_task && driver->root == running_root && !self->is_async_generator) [[unlikely]]
    trace::emit(trace::AwaitFinished{.task = running_task, .depth = self->depth - driver->root->depth});
  t.link = self == driver->root ? nullptr : up;
  t.value = std::move(value);
  return Signal::Next;
}

Step refuse_to_drive(Link* root) {
  (void)value_error("%s already executing", root->is_generator ? "generator" : root->is_async_generator ? "async generator" : "coroutine");
  return {Step::Raised, Var()};
}

namespace {

// Stands where a coroutine stood that somebody else has brought to its end.
struct Ended : Link {
  Ended(const LinkOps* ops, Link* up, bool generator) : Link(ops) {
    awaiter = up;
    state = LinkState::Suspended;
    is_generator = generator;
    depth = up->depth + 1;
    handled.previous = &up->handled;
  }
};
Signal resume_ended(Link* link, Var input, Transfer& t) {
  if (link->is_generator) return finish(link, input ? Var(None) : Var(), t);
  clear_error();
  (void)runtime_error("cannot reuse already awaited coroutine");
  return finish(link, Var(), t);
}
const LinkOps ended_ops{.resume = resume_ended,
                        .describe = [](const Link*, LinkInfo& info) { info.native = true; },
                        .object = [](const Link*) -> Object* { return nullptr; }};

}  // namespace

ByHand::ByHand(Link* link) : link_(link), awaiter_(link->awaiter), generator_(link->is_generator || link->is_async_generator) {
  if (!awaiter_) [[likely]] return;
  for (top_ = awaiter_; top_->awaiter;) top_ = top_->awaiter;
  if (!top_->leaf) top_ = nullptr;  // it is being driven: what comes now is refused
}
ByHand::~ByHand() {
  if (!top_) [[likely]] return;
  if (awaiter_->awaiting == link_) {  // or it may be gone
    top_->leaf = link_->leaf ? link_->leaf : link_;
    link_->leaf = nullptr;
    return;
  }
  // The memory goes with the run.
  awaiter_->awaiting = new (heap.allocate_raw(sizeof(Ended))) Ended(&ended_ops, awaiter_, generator_);
  top_->leaf = awaiter_->awaiting;
}

Step drive_aside(Link* root, Var input) {
  ByHand aside(root);
  return drive_here(root, std::move(input), true);
}
Step drive(Link* root, Var input) { return drive_here(root, std::move(input)); }

// CPython's gen_close: the sub-iterator is closed first; what that raises is thrown in instead of GeneratorExit.
bool close_chain(Link* root, Link* within) {
  if (root->state == LinkState::Finished) return true;
  Link* stop = root->awaiter;
  // Not `leaf`: where the collector closes one after the other, that may have ended without the chain having been driven.
  Link* at = root;
  while (at->awaiting) at = at->awaiting;
  root->leaf = nullptr;
  // A task's coroutine that is closed from outside leaves its awaits all the same.
  Link* top = within ? within : root;
  uint32_t task = trace::wants(trace::Category::awaits) && (within || root->awaiting) && task_of_chain ? task_of_chain(top) : 0;
  bool pending_error = false;  // rt.error holds what closing the child raised
  for (;;) {
    Link* up = at->awaiter;
    // asend() and the like are closed with their generator, which may answer with a value.
    Link* within_step = at->is_async_generator && up != stop ? at : nullptr;
    if (within_step) {
      at = up;
      up = at->awaiter;
    }
    if (up) up->awaiting = nullptr;
    if (task && at != top && !at->is_async_generator) trace::emit(trace::AwaitFinished{.task = task, .depth = at->depth - top->depth});
    if (at->ops->close) {
      bool ok = at->ops->close(at);
      pending_error = !ok;
      at->state = LinkState::Finished;
    } else if (at->state == LinkState::Created && !pending_error) {
      Driver d(at, at);
      driver = &d;
      Transfer t;
      // Starting it with an exception ends it without running anything.
      (void)raise_with_args(rt.types.GeneratorExit, rt.empty_tuple);
      at->ops->resume(at, Var(), t);
      driver = d.outer;
      rt.handled = d.handled;
      rt.recursion_depth = d.depth;
      clear_error();
    } else {
      if (!pending_error) (void)raise_with_args(rt.types.GeneratorExit, rt.empty_tuple);
      const char* what = at->is_generator ? "generator" : at->is_async_generator ? "async generator" : "coroutine";
      at->awaiter = nullptr;
      at->awaiting = within_step;
      Step step = drive(at, Var());
      if (step.kind == Step::Yielded) {
        (void)runtime_error("%s ignored GeneratorExit", what);
        pending_error = true;
      } else if (step.kind == Step::Raised) {
        pending_error = !clear_error_if(rt.types.GeneratorExit) && !clear_error_if(rt.types.StopIteration);
      } else {
        pending_error = false;
      }
    }
    if (up == stop || !up) break;
    at = up;
  }
  return !pending_error;
}

Var answer_by_hand(Step step) {
  switch (step.kind) {
    case Step::Yielded: return std::move(step.value);
    case Step::Returned: return raise_stop_iteration(step.value);
    default: return Var();
  }
}

namespace {

// A generator of a function that types.coroutine has marked.
bool is_iterable_coroutine(Link* link) {
  constexpr int64_t kIterableCoroutine = 256;
  Var code = link->ops->code ? link->ops->code(link) : Var();
  Var flags = code ? getattr(code, "co_flags") : Var();
  if (!flags) clear_error();
  return flags && flags->is_small_int() && flags->as_int() & kIterableCoroutine;
}

}  // namespace

bool is_executing(const Link* link) {
  if (link->state != LinkState::Suspended) return link->state == LinkState::Running;
  while (link->awaiter) link = link->awaiter;
  return link->awaiting && !link->leaf;
}

Value awaited_object(const Link* link) {
  if (!link->awaiting || is_executing(link)) return Value();
  if (link->ops->awaited) return iterator_behind(link->ops->awaited(link));
  Object* o = link->awaiting->ops->object(link->awaiting);
  return o ? iterator_behind(Value(o)) : Value();
}

Link* link_to_follow(Value v, Link* link, Var* keeper) {
  *keeper = v;
  if (link->state == LinkState::Created) [[likely]] return link;
  if (type_of(v) == rt.types.coroutine) {
    (void)runtime_error(link->state == LinkState::Finished ? "cannot reuse already awaited coroutine" : "coroutine is being awaited already");
    return nullptr;
  }
  return link->awaiter || link->leaf || link->state == LinkState::Running ? new_iterator_link(v, keeper) : link;
}

Link* await_link(Value awaitable, Var* keeper) {
  Type* type = type_of(awaitable);
  if (type == rt.types.generator && is_iterable_coroutine(type->link(awaitable))) return link_to_follow(awaitable, type->link(awaitable), keeper);
  if (type->link && type != rt.types.generator && type != rt.types.async_generator) {
    Link* link = type->link(awaitable);
    if (link) return link_to_follow(awaitable, link, keeper);
  }
  if (!type->await) {
    (void)type_error("'%T' object can't be awaited", awaitable);
    return nullptr;
  }
  Var iterator = type->await(awaitable);
  if (!iterator) return nullptr;
  if (Link* link = link_of(iterator)) {
    if (iterator.get().is_object() && type_of(iterator) == rt.types.coroutine) {
      (void)type_error("__await__() returned a coroutine");
      return nullptr;
    }
    return link_to_follow(iterator, link, keeper);
  }
  if (!type_of(iterator)->next) {
    (void)type_error("__await__() returned non-iterator of type '%T'", iterator.get());
    return nullptr;
  }
  return new_iterator_link(iterator, keeper);
}

}  // namespace ap
