// Async generators of a loop and what becomes of them and of the executor at the loop's end.
#include "asyncio/base_events.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

const CoroutineDef shutdown_asyncgens_def = {"shutdown_asyncgens", "BaseEventLoop.shutdown_asyncgens", "base_events.py", 570, 581};

namespace {

// Calls a weak reference.
Var referent(Value weak) { return call(weak); }

void forget_generator(EventLoop* loop, Value generator) {
  List* list = loop->async_generators;
  if (!list) return;
  for (uint32_t i = 0; i < list->size; ++i) {
    Var live = referent(list->items[i]);
    if (!live || (!live.is_none() && live.get() != generator)) {
      clear_error();
      continue;
    }
    list_pop(list, i--).reset();  // this one, or one that is gone
  }
}

const CallbackDef firstiter_hook = {
    "BaseEventLoop._asyncgen_firstiter_hook", nullptr, 0, [](InternalCallback* self, Value generator) {
      auto* loop = self->a.as<EventLoop>();
      if (loop->async_generators_shut && rt.hooks.warn) {
        Ref<Str> text = format_str("asynchronous generator %R was scheduled after loop.shutdown_asyncgens() call", generator);
        if (!text || !rt.hooks.warn(rt.types.ResourceWarning, to_utf8(text.get()).c_str(), 1)) return Var();
      }
      if (!loop->async_generators) loop->async_generators = new_list().release();
      Var weak = call(rt.types.weakref, generator);
      if (!weak || !list_append(loop->async_generators, std::move(weak))) return Var();
      return Var(None);
    }};

// what: (coroutine, context)
const HandleDef create_task_of = {"BaseEventLoop.create_task", nullptr, 0, [](Value loop, Value what) {
                                    Tuple* t = what.as<Tuple>();
                                    if (!push_context((*t)[1].as<Context>())) return false;
                                    bool ok = bool(create_task(loop, (*t)[0]));
                                    pop_context();
                                    return ok;
                                  }};

const CallbackDef finalizer_hook = {
    "BaseEventLoop._asyncgen_finalizer_hook", nullptr, 0, [](InternalCallback* self, Value generator) {
      auto* loop = self->a.as<EventLoop>();
      forget_generator(loop, generator);
      if (loop->closed) return Var(None);
      Ref<Str> name = intern("aclose");
      Var closing = call_method(generator, name.get());
      if (!closing) return Var();
      Ref<Context> context = copy_current_context();
      Ref<Tuple> what = tuple_of(closing.get(), Value(context.get()));
      return what && call_soon(loop, create_task_of, loop, what) ? Var(None) : Var();
    }};

}  // namespace

Var asyncgen_hook(EventLoop* loop, bool firstiter) { return new_callback(firstiter ? firstiter_hook : finalizer_hook, loop); }

Co shutdown_asyncgens(Ref<EventLoop> loop) {
  loop->async_generators_shut = true;
  Ref<List> closing = new_list();
  if (List* weak = loop->async_generators)
    for (uint32_t i = 0; i < weak->size; ++i) {
      Var live = referent(weak->items[i]);
      if (live && !live.is_none() && !list_append(closing.get(), std::move(live))) co_return Var();
    }
  if (loop->async_generators) list_clear(loop->async_generators);
  if (!closing->size) co_return None;
  Ref<List> awaitables = new_list();
  Ref<Str> aclose = intern("aclose");
  for (uint32_t i = 0; i < closing->size; ++i) {
    Var step = call_method(closing->items[i], aclose.get());
    if (!step || !list_append(awaitables.get(), std::move(step))) co_return Var();
  }
  Var results = co_await awaiting(gather(awaitables->items, awaitables->size, true));
  List* list = results.as<List>();
  for (uint32_t i = 0; i < list->size; ++i) {
    if (!is_instance(list->items[i], rt.types.Exception)) continue;
    Ref<Str> message = format_str("an error occurred during closing of asynchronous generator %R", closing->items[i]);
    if (!report(loop, message.get(), list->items[i], "asyncgen", closing->items[i])) co_return Var();
  }
  co_return None;
}

}  // namespace ap
