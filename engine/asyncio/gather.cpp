// gather and shield.
#include "asyncio/base_events.hpp"
#include "asyncio/describe.hpp"
#include "asyncio/gather.hpp"
#include "base/beliefs.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

extern uint32_t future_count;
bool append_future_info(StrBuilder& b, Future* f);

Type* gathering_future_type;

namespace {

void note_retrieved(Value f) {
  Tri cancelled = future_was_cancelled(f);
  if (cancelled == Tri::False) future_get_exception(f).reset();
}

// The result of one child: its value, its exception, or a CancelledError that says the same.
Var outcome_of(Value child) {
  Tri cancelled = future_was_cancelled(child);
  if (cancelled == Tri::Error) return Var();
  if (cancelled == Tri::True) {
    Var message = is_future_kind(child) && child.as<Future>()->extras ? Var(child.as<Future>()->extras->cancel_message) : Var(None);
    if (message.is_none()) message = rt.empty_str;
    Ref<Tuple> args = tuple_of(message.get());
    return args ? new_exception_args(rt.types.CancelledError, args.get()) : Var();
  }
  Var error = future_get_exception(child);
  if (!error || !error.is_none()) return error;
  return future_get_result(child);
}

Var cancelled_error_of(Value f) {
  if (is_future_kind(f)) return make_cancelled_error(f.as<Future>());
  return call_method(f, "_make_cancelled_error", Args{});
}

// What child_done does besides under a wrong belief. False: an exception is set.
bool child_done_believed(GatheringFuture* outer, Value child) {
  List* children = outer->children;
  if (believes(Belief::gather_completion_order)) {
    uint32_t at = outer->finished - 1, from = at;
    while (from < children->size && children->items[from] != child) ++from;
    if (from < children->size)
      for (; from > at; --from) std::swap(children->items[from], children->items[from - 1]);
  }
  if (believes(Belief::gather_failure_cancels) && is_future_kind(child) && child.as<Future>()->is_exception)
    for (uint32_t i = 0; i < children->size; ++i)
      if (future_cancel(children->items[i]) == Tri::Error) return false;
  return true;
}

Var child_done(InternalCallback* self, Value child) {
  auto* outer = self->a.as<GatheringFuture>();
  ++outer->finished;
  if (beliefs && !child_done_believed(outer, child)) [[unlikely]] return Var();
  if (self->b) remove_awaiter(child, self->b.as<Task>());
  if (!outer->ready || outer->done()) {
    note_retrieved(child);
    return failed() ? Var() : Var(None);
  }
  if (!outer->return_exceptions) {
    Tri cancelled = future_was_cancelled(child);
    if (cancelled == Tri::Error) return Var();
    if (cancelled == Tri::True) {
      // Asking for its exception would raise.
      Var error = cancelled_error_of(child);
      return error && set_exception(outer, error) ? Var(None) : Var();
    }
    Var error = future_get_exception(child);
    if (!error) return Var();
    if (!error.is_none()) return set_exception(outer, error) ? Var(None) : Var();
  }
  if (outer->finished != outer->expected) return None;
  Ref<List> results = new_list(outer->children->size);
  if (!results) return Var();
  for (uint32_t i = 0; i < outer->children->size; ++i) {
    Var result = outcome_of(outer->children->items[i]);
    if (!result || !list_append(results.get(), std::move(result))) return Var();
  }
  if (outer->cancel_requested) {
    // The gather was cancelled: that goes on whatever the children made of it, with the message that the last has.
    Var error = cancelled_error_of(outer->children->items[outer->children->size - 1]);
    return error && set_exception(outer, error) ? Var(None) : Var();
  }
  return set_result(outer, results) ? Var(None) : Var();
}
const CallbackDef gather_done = {"gather.<locals>._done_callback", "tasks.py", 810, child_done};

Var method_cancel(Call& c) {
  Tri t = cancel_through(c.self, c.get(0, None));
  return t == Tri::Error ? Var() : Var(Value::from_bool(t == Tri::True));
}
const MethodDef methods[] = {{"cancel", "msg=None", method_cancel, kPythonFunction}};
const GetSetDef getsets[] = {
    {"_children", [](Value v) { return Var(v.as<GatheringFuture>()->children); }},
    {"_cancel_requested", [](Value v) { return Var(Value::from_bool(v.as<GatheringFuture>()->cancel_requested)); }},
};

void dealloc(Object* o) {
  auto* f = static_cast<GatheringFuture*>(o);
  if (!finalize_last(f)) return;
  if (f->children) decref(f->children);
  release_future(f);
  free_object(f, sizeof(GatheringFuture));
}
void traverse(Object* o, Visitor& visit) {
  auto* f = static_cast<GatheringFuture*>(o);
  traverse_future(f, visit);
  visit(f->children);
}

void tell_wait(trace::WaitKind kind, List* children, Future* future) {
  if (!trace::wants(trace::Category::scheduling)) [[likely]] return;
  trace::FutureId ids[256];
  size_t n = 0;
  for (uint32_t i = 0; i < children->size && n < 256; ++i)
    if (is_future_kind(children->items[i])) ids[n++] = children->items[i].as<Future>()->id;
  trace::emit(trace::WaitStarted{.kind = kind, .children = {ids, n}, .future = future ? future->id : 0,
                                 .task = running_task, .line = line_now()});
}

}  // namespace

Var gather(const Value* awaitables, uint32_t n, bool return_exceptions) {
  if (!n) {
    Var loop = get_event_loop();
    if (!loop) return Var();
    if (!is_event_loop(loop)) return call_method(loop, "create_future", Args{});
    Ref<Future> outer = new_future(loop.as<EventLoop>(), trace::FutureKind::gather);
    Ref<List> empty = new_list();
    tell_wait(trace::WaitKind::gather, empty.get(), outer.get());
    if (!set_result(outer.get(), empty)) return Var();
    return outer;
  }
  auto* outer = allocate<GatheringFuture>(gathering_future_type, 0);
  Var result = Var::steal(outer);
  outer->return_exceptions = return_exceptions;
  outer->children = new_list(n).release();
  // The caller is the callback's, not the future's, which would keep it alive for as long as its own result is.
  Task* parent = running_loop ? current_task : nullptr;
  Ref<InternalCallback> callback = new_callback(gather_done, result, parent ? Value(parent) : Value());
  Ref<Dict> seen = n > 1 ? new_dict() : Ref<Dict>();
  Ref<List> finished;
  Var loop = running_loop ? Value(running_loop) : None;
  for (uint32_t i = 0; i < n; ++i) {
    Value argument = awaitables[i];
    Var child;
    if (seen) {
      child = dict_get(seen.get(), argument);
      if (failed()) return Var();
    } else if (int64_t h; !hash_key(argument, &h)) {
      return Var();
    }
    if (!child) {
      child = ensure_future(argument, loop);
      if (!child) return Var();
      if (loop.is_none()) {
        loop = future_loop(child);
        if (!loop) return Var();
      }
      // The caller cannot hold what was made here, so that its destruction is not the caller's mistake.
      if (child.get() != argument && is_kind(child, Kind::Task)) child.as<Task>()->log_destroy_pending = false;
      ++outer->expected;
      if (seen && !dict_set(seen.get(), argument, child)) return Var();
      Tri done = future_done(child);
      if (done == Tri::Error) return Var();
      if (done == Tri::True) {
        if (!finished) finished = new_list();
        if (!list_append(finished.get(), child.get())) return Var();
      } else {
        if (parent) add_awaiter(child, parent);
        if (!future_add_callback(child, callback)) return Var();
      }
    }
    if (!list_append(outer->children, child.get())) return Var();
  }
  constexpr static LibraryPlace place = {"tasks.py", 749, "__init__"};
  created_in = &place;
  if (!init_future(outer, loop)) return Var();
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] {
    trace::emit(trace::FutureCreated{.future = outer->id, .kind = trace::FutureKind::gather, .task = running_task, .line = line_now()});
    tell_wait(trace::WaitKind::gather, outer->children, outer);
  }
  outer->ready = true;
  // Children that were done already, such as eager tasks, count now that there is a future to resolve.
  for (uint32_t i = 0; finished && i < finished->size; ++i)
    if (!child_done(callback.get(), finished->items[i])) return Var();
  return result;
}

// --- shield

namespace {

const CallbackDef shield_clear = {"shield.<locals>._clear_awaited_by_callback", "tasks.py", 975, [](InternalCallback* self, Value inner) {
                                    remove_awaiter(inner, self->a.as<Task>());
                                    return Var(None);
                                  }};

const CallbackDef log_on_exception = {
    "_log_on_exception", "tasks.py", 911, [](InternalCallback*, Value inner) {
      Tri cancelled = future_was_cancelled(inner);
      if (cancelled != Tri::False) return cancelled == Tri::Error ? Var() : Var(None);
      Var error = future_get_exception(inner);
      if (!error || error.is_none()) return error;
      Ref<Str> message = format_str("%T exception in shielded future", error.get());
      Var loop = future_loop(inner);
      FutureExtras* extras = is_future_kind(inner) ? inner.as<Future>()->extras : nullptr;
      if (!loop || !report(loop, message.get(), error, "future", inner, extras ? extras->source : Value())) return Var();
      return Var(None);
    }};

Var inner_done(InternalCallback* self, Value inner) {
  Var outer = self->a;
  Tri cancelled = future_was_cancelled(outer);
  if (cancelled == Tri::Error) return Var();
  if (cancelled == Tri::True) return None;
  cancelled = future_was_cancelled(inner);
  if (cancelled == Tri::Error) return Var();
  if (cancelled == Tri::True) return future_cancel(outer) == Tri::Error ? Var() : Var(None);
  Var error = future_get_exception(inner);
  if (!error) return Var();
  if (!error.is_none()) return future_set_exception(outer, error) ? Var(None) : Var();
  Var result = future_get_result(inner);
  return result && future_set_result(outer, result) ? Var(None) : Var();
}
const CallbackDef shield_inner = {"shield.<locals>._inner_done_callback", "tasks.py", 978, inner_done};

// a: the inner future; b: (the callback on it, the one that logs)
Var outer_done(InternalCallback* self, Value) {
  Var inner = self->a;
  Tri done = future_done(inner);
  if (done == Tri::Error) return Var();
  if (done == Tri::True) return None;
  Tuple* callbacks = self->b.as<Tuple>();
  if (!future_remove_callback(inner, (*callbacks)[0])) return Var();
  // Once is enough, however many outer futures were cancelled.
  if (!future_remove_callback(inner, (*callbacks)[1]) || !future_add_callback(inner, (*callbacks)[1])) return Var();
  return None;
}
const CallbackDef shield_outer = {"shield.<locals>._outer_done_callback", "tasks.py", 991, outer_done};

Value shield_log;  // one function for all shields of a run

}  // namespace

Var shield(Value awaitable) {
  Var inner = ensure_future(awaitable);
  if (!inner) return Var();
  Tri done = future_done(inner);
  if (done == Tri::Error) return Var();
  if (done == Tri::True) return inner;
  Var loop = future_loop(inner);
  if (!loop) return Var();
  Var outer = is_event_loop(loop) ? Var(new_future(loop.as<EventLoop>(), trace::FutureKind::shield))
                                  : call_method(loop, "create_future", Args{});
  if (!outer) return Var();
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] {
    Ref<List> children = new_list();
    if (!list_append(children.get(), inner.get())) return Var();
    tell_wait(trace::WaitKind::shield, children.get(), is_future_kind(outer) ? outer.as<Future>() : nullptr);
  }
  if (Task* parent = loop.get() == Value(running_loop) ? current_task : nullptr) {
    add_awaiter(inner, parent);
    Ref<InternalCallback> clear = new_callback(shield_clear, parent);
    if (!future_add_callback(inner, clear)) return Var();
  }
  if (!shield_log) shield_log = Value(new_callback(log_on_exception, Value()).release());
  Ref<InternalCallback> on_inner = new_callback(shield_inner, outer);
  Ref<Tuple> callbacks = tuple_of(Value(on_inner.get()), shield_log);
  Ref<InternalCallback> on_outer = new_callback(shield_outer, inner, callbacks);
  if (!future_add_callback(inner, on_inner) || !future_add_callback(outer, on_outer)) return Var();
  return outer;
}

void init_gather_types() {
  shield_log = Value();
  Type* t = gathering_future_type = new_type("asyncio.tasks._GatheringFuture", rt.types.future, sizeof(GatheringFuture), Kind::Future, kBaseType | kWeakrefable);
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->construct = [](Type* type, Args) -> Var { return type_error("cannot create '%N' instances", type); };
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
}

List* gather_children(Future* f) { return f->type == gathering_future_type ? static_cast<GatheringFuture*>(f)->children : nullptr; }

}  // namespace ap
