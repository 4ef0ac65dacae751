#include "asyncio/events.hpp"

#include "asyncio/base_events.hpp"
#include "asyncio/format_helpers.hpp"
#include "asyncio/policy.hpp"
#include "coro/stand_in.hpp"
#include "object/dict.hpp"
#include "object/float.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/tuple.hpp"

namespace ap {

EventTypes event_types;
EventLoop* running_loop = nullptr;
Var (*extract_stack)(const LibraryPlace* last, uint32_t most) = nullptr;
const LibraryPlace* created_in = nullptr;
uint32_t library_between = 0;
Var (*import_library)(const char* name) = nullptr;
Var (*current_thread_name)() = nullptr;

namespace {

Value loop_that_was_set = None;  // owned

void dealloc_handle_parts(Handle* h) {
  decref(h->a);
  decref(h->b);
  if (HandleDebug* d = h->debug) {
    decref(d->source);
    decref(d->shown);
    heap.release_raw(d, sizeof(HandleDebug));
  }
  if (h->context) decref(h->context);
  if (h->loop) decref(h->loop);
}
void dealloc_handle(Object* o) {
  dealloc_handle_parts(static_cast<Handle*>(o));
  free_object(o, sizeof(Handle));
}
void dealloc_timer(Object* o) {
  dealloc_handle_parts(static_cast<Handle*>(o));
  decref(static_cast<TimerHandle*>(o)->when);
  free_object(o, sizeof(TimerHandle));
}
void traverse_handle(Object* o, Visitor& visit) {
  auto* h = static_cast<Handle*>(o);
  visit(h->a);
  visit(h->b);
  visit(h->source());
  visit(h->context);
  visit(h->loop);
}

bool is_timer(const Handle* h) { return is_instance(Value(h), event_types.timer_handle); }

// asyncio.Handle(callback, args, loop, context=None)
Var construct_handle(Type* t, Args args) {
  bool timer = is_subtype(t, event_types.timer_handle);
  Value p[5];
  if (!match_arguments("__init__", timer ? "when, callback, args, loop, context=None" : "callback, args, loop, context=None", args, p))
    return Var();
  const Value* q = timer ? p + 1 : p;
  Ref<Tuple> arguments = to_tuple(q[1]);
  if (!arguments) return Var();
  Handle* h = timer ? allocate<TimerHandle>(t, 0) : allocate<Handle>(t, 0);
  if (timer) static_cast<TimerHandle*>(h)->when = Var(p[0]).release();
  h->a = Var(q[0]).release();
  h->b = Value(arguments.release());
  if (is_event_loop(q[2])) h->loop = Var(q[2]).release().as<EventLoop>();
  h->context = context_given(q[3]).release();
  return Var::steal(h);
}

Var timer_compare(Value a, Value b, Compare op) {
  if (!is_instance(b, event_types.timer_handle)) return NotImplemented;
  auto *x = a.as<TimerHandle>(), *y = b.as<TimerHandle>();
  if (op == Compare::Eq || op == Compare::Ne) {
    bool same = x == y || (x->def == y->def && x->cancelled == y->cancelled);
    const Value pairs[][2] = {{x->when, y->when}, {x->a, y->a}, {x->b, y->b}};
    for (auto& [one, other] : pairs) {
      if (!same || x == y) break;
      if (one == other) continue;
      Tri t = one && other ? equal(one, other) : Tri::False;
      if (t == Tri::Error) return Var();
      same = t == Tri::True;
    }
    return Value::from_bool(same == (op == Compare::Eq));
  }
  return compare(x->when, y->when, op);
}
bool timer_hash(Value v, int64_t& out) { return hash(v.as<TimerHandle>()->when, &out); }

Var get_callback(Value v) {
  auto* h = v.as<Handle>();
  return h->def ? Var(None) : h->a ? Var(h->a) : Var(None);
}
Var get_args(Value v) {
  auto* h = v.as<Handle>();
  return h->def || !h->b ? Var(None) : Var(h->b);
}

const MethodDef handle_methods[] = {
    {"cancel", "", [](Call& c) {
       cancel_handle(c.self.as<Handle>());
       return Var(None);
     }, kPythonFunction},
    {"cancelled", "", [](Call& c) { return Var(Value::from_bool(c.self.as<Handle>()->cancelled)); }, kPythonFunction},
    {"get_context", "", [](Call& c) {
       Context* context = c.self.as<Handle>()->context;
       return context ? Var(as_given(context)) : Var(None);
     }, kPythonFunction},
    {"_run", "", [](Call& c) { return run_handle(c.self.as<Handle>()) ? Var(None) : Var(); }, kPythonFunction},
};
const MethodDef timer_methods[] = {
    {"when", "", [](Call& c) { return Var(c.self.as<TimerHandle>()->when); }, kPythonFunction},
};
const GetSetDef handle_getsets[] = {
    {"_callback", get_callback},
    {"_args", get_args},
    {"_cancelled", [](Value v) { return Var(Value::from_bool(v.as<Handle>()->cancelled)); }},
    {"_loop", [](Value v) { return v.as<Handle>()->loop ? Var(v.as<Handle>()->loop) : Var(None); }},
    {"_context", [](Value v) { return v.as<Handle>()->context ? Var(as_given(v.as<Handle>()->context)) : Var(None); }},
};
const GetSetDef timer_getsets[] = {
    {"_when", [](Value v) { return Var(v.as<TimerHandle>()->when); }},
    {"_scheduled", [](Value v) { return Var(Value::from_bool(v.as<TimerHandle>()->place != TimerHandle::kNowhere)); }},
};

Ref<Str> format_handle_callback(Handle* h, bool debug) {
  if (!h->def) return format_callback_source(h->a, is_kind(h->b, Kind::Tuple) ? h->b.as<Tuple>() : nullptr, debug);
  Ref<Str> args;
  if (debug) {
    // The arguments that CPython's own call has, of which ours keeps those that matter.
    StrBuilder b;
    for (Value v : {h->a, h->b}) {
      if (!v) continue;
      if (b.length()) b.append(", ");
      Ref<Str> text = short_repr(v);
      if (!text) return {};
      b.append(text.get());
    }
    args = b.finish();
  } else {
    args = make_str("");
  }
  if (!args) return {};
  if (!h->def->file) return format_str("%s(%U)", h->def->qualname, args.get());
  return format_str("%s(%U) at %s%s:%d", h->def->qualname, args.get(), kLibrary, h->def->file, h->def->line);
}

Var repr_handle_slot(Value v) { return repr_handle(v); }

}  // namespace

bool must_leave_loop() {
  return error_is(rt.types.SystemExit) || error_is(rt.types.KeyboardInterrupt) || error_is(rt.types.RunLimitReached);
}

HandleDebug* debug_of(Handle* h) {
  if (!h->debug) h->debug = new (heap.allocate_raw(sizeof(HandleDebug))) HandleDebug;
  return h->debug;
}

Ref<Str> repr_handle(Value v) {
  auto* h = v.as<Handle>();
  if (h->debug && h->debug->shown) return Ref<Str>(h->debug->shown.as<Str>());
  StrBuilder b;
  b.append("<");
  b.append(h->type->name);
  if (h->cancelled) b.append(" cancelled");
  if (is_timer(h)) {
    b.append(" when=");
    if (!b.append_str(static_cast<TimerHandle*>(h)->when)) return {};
  }
  if (h->a || h->def) {
    if (!h->cancelled) {
      Ref<Str> text = format_handle_callback(h, h->loop && h->loop->debug);
      if (!text) return {};
      b.append(" ");
      b.append(text.get());
    }
  }
  if (Value source = h->source(); source && is_kind(source, Kind::List) && source.as<List>()->size) {
    Value last = source.as<List>()->items[source.as<List>()->size - 1];
    Var file = getattr(last, "filename"), line = getattr(last, "lineno");
    if (!file || !line) return {};
    Ref<Str> text = format_str(" created at %S:%S", file.get(), line.get());
    if (!text) return {};
    b.append(text.get());
  }
  b.append(">");
  return b.finish();
}

void cancel_handle(Handle* h) {
  if (h->cancelled) return;
  Ref<Handle> keep(h);
  h->cancelled = true;
  if (h->ready)
    trace::emit(trace::HandleCancelled{.handle = h->id, .by = running_task});
  if (h->loop && h->loop->debug) {
    h->cancelled = false;
    Ref<Str> shown = repr_handle(h);
    h->cancelled = true;
    if (shown) {
      StrBuilder b;  // as if it had been made right after setting the flag
      uint32_t name = h->type->name->length + 1;
      b.append(shown.get(), 0, name);
      b.append(" cancelled");
      b.append(shown.get(), name, shown->length);
      if (Ref<Str> text = b.finish()) debug_of(h)->shown = Value(text.release());
    }
    clear_error();
  }
  if (is_timer(h) && h->loop) {
    auto* t = static_cast<TimerHandle*>(h);
    if (t->place != TimerHandle::kNowhere) {
      remove_timer(h->loop, t);
      trace::emit(trace::TimerCancelled{.handle = h->id, .by = running_task});
    }
  }
  Value a = std::exchange(h->a, Value()), b = std::exchange(h->b, Value());
  decref(a);
  decref(b);
}

void tell_in_callback(Value error) {
  if (!trace::wants(trace::Category::problems)) return;
  std::string type = to_utf8(type_of(error)->name), message = safe_message(error);
  trace::Line line = 0;
  for (Traceback* tb = error.as<BaseException>()->traceback; tb; tb = tb->next)
    if (!is_library_file(tb->filename) && tb->filename->at(0) != '/') line = static_cast<trace::Line>(tb->line);
  trace::emit(trace::ExceptionUnhandled{.kind = trace::UnhandledKind::in_callback, .exception = type, .message = message, .line = line});
}

void note_library_frame(Value error) {
  auto* e = error.as<BaseException>();
  if (e->traceback) return;
  Ref<Str> file = make_str("/usr/lib/python3.14/asyncio/events.py"), function = intern("_run");
  add_traceback_entry(e, file.get(), function.get(), 94, 94, -1, -1, None);
}

bool run_handle(Handle* h) {
  Ref<Handle> keep(h);
  bool ok;
  if (h->def) {
    Var a = h->a, b = h->b;
    Context* context = h->context;
    ok = !context || push_context(context);
    if (ok) ok = h->def->run(a, b);
    if (context) pop_context();
  } else {
    Var callable = h->a, args = h->b;
    Tuple* t = args.as<Tuple>();
    ok = bool(run_in_context(h->context, callable, Args{t->items(), t->size, nullptr}));
  }
  if (ok) [[likely]] return true;
  if (must_leave_loop()) {
    rt.error.as<BaseException>()->through_library = true;
    return false;
  }
  Var error = take_error();
  note_library_frame(error);
  HandlingHere handling(error);
  Ref<Str> text = format_handle_callback(h, h->loop && h->loop->debug);
  if (!text) clear_error();
  tell_in_callback(error);
  Ref<Str> message = format_str("Exception in callback %U", text ? text.get() : rt.empty_str);
  return report(h->loop, message.get(), error, "handle", Value(h), h->source());
}

// --- loops of the thread

EventLoop* get_running_loop() {
  if (!running_loop) [[unlikely]] (void)runtime_error("no running event loop");
  return running_loop;
}

Value event_loop_policy = None;

Var get_event_loop() {
  if (running_loop) return running_loop;
  if (!event_loop_policy.is_none()) return call_method(event_loop_policy, "get_event_loop", Args{});
  return default_get_event_loop();
}

bool set_event_loop(Value loop) {
  if (!event_loop_policy.is_none()) return bool(call_method(event_loop_policy, "set_event_loop", Args{&loop, 1, nullptr}));
  return default_set_event_loop(loop);
}

Var new_event_loop() {
  if (!event_loop_policy.is_none()) return call_method(event_loop_policy, "new_event_loop", Args{});
  return default_new_event_loop();
}

Var default_get_event_loop() {
  if (!loop_that_was_set.is_none()) return loop_that_was_set;
  Var name = current_thread_name ? current_thread_name() : Var(make_str("MainThread"));
  if (!name) return Var();
  return runtime_error("There is no current event loop in thread %R.", name.get());
}

bool default_set_event_loop(Value loop) {
  if (!loop.is_none() && !is_instance(loop, abstract_event_loop_type))
    return type_error("loop must be an instance of AbstractEventLoop or None, not '%U'", class_name(type_of(loop)));
  incref(loop);
  decref(std::exchange(loop_that_was_set, loop));
  return true;
}

Var default_new_event_loop() { return call(event_loop_type); }

ThreadLoops swap_thread_loops(ThreadLoops loops) {
  return {std::exchange(running_loop, loops.running), std::exchange(loop_that_was_set, loops.set)};
}

void reset_events() {
  event_loop_policy = None;
  created_in = nullptr;
  running_loop = nullptr;
  loop_that_was_set = None;
}

void init_handle_types() {
  Type* t = event_types.handle = new_type("asyncio.events.Handle", nullptr, sizeof(Handle), Kind::Other, kBaseType | kWeakrefable);
  t->construct = construct_handle;
  t->dealloc = dealloc_handle;
  t->traverse = traverse_handle;
  t->repr = repr_handle_slot;
  add_methods(t, handle_methods);
  add_getsets(t, handle_getsets);
  make_type_ready(t);
  t = event_types.thread_safe_handle =
      new_type("asyncio.events._ThreadSafeHandle", event_types.handle, sizeof(Handle), Kind::Other, kBaseType);
  make_type_ready(t);
  t = event_types.timer_handle =
      new_type("asyncio.events.TimerHandle", event_types.handle, sizeof(TimerHandle), Kind::Other, kBaseType);
  t->dealloc = dealloc_timer;
  t->compare = timer_compare;
  t->hash = timer_hash;
  add_methods(t, timer_methods);
  add_getsets(t, timer_getsets);
  make_type_ready(t);
}

}  // namespace ap
