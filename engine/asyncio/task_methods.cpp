// Task as Python sees it: methods, repr, stacks (CPython's base_tasks).
#include "asyncio/base_events.hpp"
#include "asyncio/beliefs.hpp"
#include "asyncio/format_helpers.hpp"
#include "asyncio/library_frames.hpp"
#include "asyncio/log.hpp"
#include "coro/iterator_link.hpp"
#include "coro/link_frame.hpp"
#include "coro/stand_in.hpp"
#include "object/class.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/tuple.hpp"
#include "trace/accesses.hpp"

namespace ap {


bool append_future_info(StrBuilder& b, Future* f);                       // future_methods.cpp
Ref<Str> repr_once(Value v, bool (*append)(StrBuilder&, Value));

namespace {

Task* self_of(Call& c) { return c.self.as<Task>(); }

bool has_method(Value v, const char* name) {
  Ref<Str> n = intern(name);
  Value found = type_lookup(type_of(v), n.get());
  return found && !found.is_none();
}

}  // namespace

bool is_coroutine(Value v) {
  Type* t = type_of(v);
  if (t == rt.types.coroutine) [[likely]] return true;
  // collections.abc.Coroutine looks for these.
  return t->await && has_method(v, "send") && has_method(v, "throw") && has_method(v, "close");
}

bool is_awaitable(Value v) {
  Type* t = type_of(v);
  if (t == rt.types.generator) {
    constexpr int64_t kIterableCoroutine = 256;
    Var code = getattr(v, "gi_code");
    Var flags = code ? getattr(code, "co_flags") : Var();
    if (!flags) clear_error();
    return flags && flags->is_small_int() && flags->as_int() & kIterableCoroutine;
  }
  return t->await != nullptr;
}

Var task_name(Task* t) {
  if (!t->name.is_small_int()) return t->name;
  Ref<Str> name = format_str("Task-%lld", static_cast<long long>(t->name.as_int()));
  if (name) t->name = Var(name).release();
  return name;
}

Var task_coro(Task* t) {
  if (!t->coro) return None;
  if (t->wrapped) return link_of(t->coro) ? Var(t->coro.as<IteratorLink>()->iterator) : Var(None);
  return Var(t->coro);
}

Ref<Str> format_coroutine(Value coro) {
  LinkInfo info;
  Link* link = link_of(coro);
  if (!link || !(is_kind(coro, Kind::NativeCoroutine) || link->ops->code)) {  // aclose() of a generator, say
    Ref<Str> key = intern("__qualname__");
    Var name = getattr_or_empty(coro, key.get());
    clear_error();
    if (!name) {
      name = getattr_or_empty(coro, rt.names.__name__);
      clear_error();
    }
    if (!name) return format_str("<%T without __name__>()", coro);
    return format_str("%S()", name.get());
  }
  Var name;
  if (is_kind(coro, Kind::NativeCoroutine)) {
    const CoroutineDef* def = coro.as<NativeCoroutine>()->def;
    if (link->state == LinkState::Finished)
      return format_str("%s() done, defined at %s%s:%d", def->qualname, kLibrary, def->file, static_cast<int>(def->first_line));
    link->ops->describe(link, info);
    return format_str("%s() running at %s%s:%d", def->qualname, kLibrary, def->file, info.line);
  }
  link->ops->describe(link, info);
  name = getattr(coro, "__qualname__");
  if (!name) return {};
  if (!info.filename) return format_str("%S()", name.get());
  if (link->state == LinkState::Finished)
    return format_str("%S() done, defined at %U:%d", name.get(), info.filename, info.first_line);
  return format_str("%S() running at %U:%d", name.get(), info.filename, info.line);
}

namespace {

bool append_task(StrBuilder& b, Value v) {
  auto* t = v.as<Task>();
  constexpr const char* states[] = {" pending", " cancelled", " finished"};
  b.append("<");
  b.append(class_name(t->type));
  b.append(!t->done() && t->cancels_requested ? " cancelling" : states[static_cast<int>(t->state)]);
  Var name = task_name(t);
  if (!name) return false;
  b.append(" name=");
  if (!b.append_repr(name)) return false;
  if (t->coro) {
    Var coro = task_coro(t);
    Ref<Str> text = coro ? format_coroutine(coro) : Ref<Str>();
    if (!text) return false;
    b.append(" coro=<");
    b.append(text.get());
    b.append(">");
  }
  if (t->waiter) {
    b.append(" wait_for=");
    if (!b.append_repr(t->waiter)) return false;
  }
  if (!append_future_info(b, t)) return false;
  b.append(">");
  return true;
}

// --- stacks

// What runs a task that runs: the loop and who started that.
bool add_loop_frames(List* frames, int64_t most) {
  for (const LibraryFrames* f = LibraryFrames::innermost; f; f = f->outer())
    for (const LibraryPlace& place : f->places()) {
      if (most >= 0 && frames->size >= most) return true;
      Var code = new_library_code(place.name, place.name, place.file, place.line);
      Var frame = code ? new_frame_object(code, place.line, Value()) : Var();
      if (!frame || !list_append(frames, frame.get())) return false;
    }
  return true;
}

// The frames of a task's coroutine that stand, the oldest first: coroutine objects have one each. Of a task that failed,
// the frames of its traceback.
Ref<List> stack_of(Task* t, Value limit) {
  Ref<List> frames = new_list();
  if (!frames) return {};
  int64_t most = -1;
  if (!limit.is_none() && !to_int64(limit, &most)) return {};
  Var coro = task_coro(t);
  Var frame;
  for (const char* name : {"cr_frame", "gi_frame", "ag_frame"}) {
    if (coro.is_none()) break;
    Ref<Str> key = intern(name);
    frame = getattr_or_empty(coro, key.get());
    clear_error();
    if (frame) break;
  }
  if (frame && !frame.is_none()) {
    while (!frame.is_none() && (most < 0 || frames->size < most)) {
      if (!list_append(frames.get(), frame.get())) return {};
      bool of_task = frames->size == 1;
      frame = getattr(frame, "f_back");
      if (!frame) return {};
      if (of_task && !frame.is_none() && !add_loop_frames(frames.get(), most)) return {};
    }
    for (uint32_t i = 0, n = frames->size; i < n / 2; ++i) std::swap(frames->items[i], frames->items[n - 1 - i]);
  } else if (t->is_exception) {
    for (Traceback* tb = t->result.as<BaseException>()->traceback; tb && (most < 0 || frames->size < most); tb = tb->next) {
      Var frame = tb->frame;
      if (frame.is_none()) {
        Var code = new_library_code(to_utf8(tb->function).c_str(), to_utf8(tb->function).c_str(), to_utf8(tb->filename).c_str(), tb->line);
        if (code) frame = new_frame_object(code, tb->line, Value());
      }
      if (!frame || !list_append(frames.get(), frame.get())) return {};
    }
  }
  return frames;
}

Var get_stack(Call& c) { return stack_of(self_of(c), c.get(0, None)); }

// One frame of it, and its line of source.
bool append_frame(StrBuilder& b, Value frame) {
  Var code = getattr(frame, "f_code"), line = getattr(frame, "f_lineno");
  Var file = code ? getattr(code, "co_filename") : Var(), name = code ? getattr(code, "co_name") : Var();
  if (!line || !file || !name) return false;
  Ref<Str> text = format_str("  File \"%S\", line %S, in %S\n", file.get(), line.get(), name.get());
  if (!text) return false;
  b.append(text.get());
  Ref<Str> file_text = str(file);
  std::string source = source_line(to_utf8(file_text.get()), static_cast<int>(line->as_int()));
  size_t from = source.find_first_not_of(" \t\f"), to = source.find_last_not_of(" \t\f");
  if (from == source.npos) return true;
  b.append("    ");
  b.append(std::string_view(source).substr(from, to - from + 1));
  b.append("\n");
  return true;
}

bool print_to(Value file, Str* text) {
  Ref<Str> print = intern("print");
  Ref<Tuple> names = tuple_of(Value(rt.names.file), Value(rt.names.end));
  Value args[] = {Value(text), file, rt.empty_str};
  return bool(call(dict_get_name(rt.builtins, print.get()), Args{args, 1, names.get()}));
}

Var print_stack(Call& c) {
  Task* t = self_of(c);
  Ref<List> frames = stack_of(t, c.get(0, None));
  if (!frames) return Var();
  Value error = t->is_exception ? t->result : Value(), file = c.get(1, None);
  Ref<Str> heading = !frames->size ? format_str("No stack for %R\n", Value(t))
                     : error       ? format_str("Traceback for %R (most recent call last):\n", Value(t))
                                   : format_str("Stack for %R (most recent call last):\n", Value(t));
  if (!heading || !print_to(file, heading.get())) return Var();
  StrBuilder b;
  for (uint32_t i = 0; i < frames->size; ++i)
    if (!append_frame(b, frames->items[i])) return Var();
  Ref<Str> lines = b.finish();
  if (!lines) return Var();
  // CPython leaves the frames to traceback.print_list(), for which no file is stderr and not stdout.
  if (!file.is_none() || !write_stderr) {
    if (!print_to(file, lines.get())) return Var();
  } else {
    write_stderr(to_utf8(lines.get()));
  }
  if (!error) return None;
  Ref<Str> tail = make_str(format_exception_only(error));
  return tail && print_to(file, tail.get()) ? Var(None) : Var();
}

// --- methods

Var cancel(Call& c) {
  Tri t = cancel_through(c.self, c.get(0, None));
  if (believes(Belief::cancel_is_immediate) && t == Tri::True && !cancel_now(self_of(c))) [[unlikely]] return Var();
  return t == Tri::Error ? Var() : Var(Value::from_bool(t == Tri::True));
}
Var set_name(Call& c) {
  Var name = type_of(c[0]) == rt.types.str ? Var(c[0]) : Var(str(c[0]));
  if (!name) return Var();
  if (trace::wants(trace::Category::scheduling)) [[unlikely]] {
    std::string text = safe_str(name);
    trace::emit(trace::TaskRenamed{.task = self_of(c)->id, .name = text});
  }
  decref(std::exchange(self_of(c)->name, name.release()));
  return None;
}

const MethodDef methods[] = {
    {"cancel", "msg=None", cancel},
    {"cancelling", "", [](Call& c) { return Var(Value::from_int(self_of(c)->cancels_requested)); }},
    {"uncancel", "", [](Call& c) { return Var(Value::from_int(uncancel(self_of(c)))); }},
    {"set_result", "result, /", [](Call&) { return Var(runtime_error("Task does not support set_result operation")); }},
    {"set_exception", "exception, /", [](Call&) { return Var(runtime_error("Task does not support set_exception operation")); }},
    {"get_name", "", [](Call& c) {
       trace::note_access(trace::AccessKind::read, trace::kTaskNamesKey);
       return task_name(self_of(c));
     }},
    {"set_name", "value, /", set_name},
    {"get_coro", "", [](Call& c) { return task_coro(self_of(c)); }},
    {"get_context", "", [](Call& c) { return self_of(c)->context ? Var(as_given(self_of(c)->context)) : Var(None); }},
    {"get_stack", "*, limit=None", get_stack},
    {"print_stack", "*, limit=None, file=None", print_stack},
};

bool set_log_destroy(Value v, Value value) {
  Tri t = truth(value);
  if (t == Tri::Error) return false;
  v.as<Task>()->log_destroy_pending = t == Tri::True;
  return true;
}
const GetSetDef getsets[] = {
    {"_log_destroy_pending", [](Value v) { return Var(Value::from_bool(v.as<Task>()->log_destroy_pending)); }, set_log_destroy},
    {"_must_cancel", [](Value v) { return Var(Value::from_bool(v.as<Task>()->must_cancel)); }},
    {"_coro", [](Value v) { return task_coro(v.as<Task>()); }},
    {"_fut_waiter", [](Value v) { return v.as<Task>()->waiter ? Var(v.as<Task>()->waiter) : Var(None); }},
};

Var construct(Type* t, Args) { return Var::steal(allocate<Task>(t, 0)); }
bool initialize(Value self, Args args) {
  Value p[5];
  if (!match_arguments("Task", "coro, *, loop=None, name=None, context=None, eager_start=False", args, p)) return false;
  TaskOptions options;
  if (p[2]) options.name = p[2];
  if (p[3]) options.context = p[3];
  if (p[4]) {
    Tri eager = truth(p[4]);
    if (eager == Tri::Error) return false;
    options.eager_start = eager == Tri::True;
  }
  return init_task(self.as<Task>(), p[0], p[1] ? p[1] : None, options);
}
void dealloc(Object* o) {
  auto* t = static_cast<Task*>(o);
  if (!finalize_last(t)) return;
  t->waiter.reset();
  t->coro.reset();
  decref(t->name);
  if (t->context) decref(t->context);
  release_future(t);
  free_object(t, sizeof(Task));
}
void traverse(Object* o, Visitor& visit) {
  auto* t = static_cast<Task*>(o);
  visit(t->context);
  visit(t->coro);
  visit(t->waiter);
  traverse_future(t, visit);
}
Var repr_slot(Value v) { return repr_task(v); }

}  // namespace

Ref<Str> repr_task(Value v) {
  trace::note_access(trace::AccessKind::read, trace::kTaskNamesKey);
  return repr_once(v, append_task);
}

// --- creating them through a loop

Var create_task(Value loop_value, Value coro, Dict* keywords) {
  Type* t = type_of(loop_value);
  if (t != event_loop_type && (t->type_flags & kHeapType || !is_event_loop(loop_value))) {
    Var method = getattr(loop_value, "create_task");
    if (!method) return Var();
    Ref<Tuple> args = tuple_of(coro);
    return call_star(method, args.get(), keywords);
  }
  return loop_create_task(loop_value, coro, keywords);
}

// In debug mode: a factory's own frame is not where the task was made.
void note_factory(Task* t) {
  Value source = t->extras ? t->extras->source : Value();
  if (!is_kind(source, Kind::List) || !extract_stack) return;
  List* frames = source.as<List>();
  constexpr LibraryPlace place = {"base_events.py", 468, "create_task"};
  Var last = extract_stack(&place, UINT32_MAX);
  if (!last) return clear_error();
  bool own = frames->size > last.get().as<List>()->size - 1;
  if (own) list_pop(frames, frames->size - 1).reset();
  (void)list_append(frames, last.get().as<List>()->items[last.get().as<List>()->size - 1]);
}

Var loop_create_task(Value loop_value, Value coro, Dict* keywords) {
  auto* loop = loop_value.as<EventLoop>();
  if (!check_closed(loop)) return Var();
  if (!loop->task_factory.is_none()) {
    Ref<Tuple> args = tuple_of(loop_value, coro);
    created_in = nullptr;
    Var made = call_star(loop->task_factory, args.get(), keywords);
    if (made && loop->debug && is_kind(made, Kind::Task)) note_factory(made.as<Task>());
    return made;
  }
  TaskOptions options;
  bool known = true;
  if (keywords) {
    uint32_t at = 0;
    for (Value key, value; dict_next(keywords, &at, &key, &value);) {
      if (equal(key.as<Str>(), "name")) {
        options.name = value;
      } else if (equal(key.as<Str>(), "context")) {
        options.context = value;
      } else if (equal(key.as<Str>(), "eager_start")) {
        Tri eager = truth(value);
        if (eager == Tri::Error) return Var();
        options.eager_start = eager == Tri::True;
      } else {
        known = false;
      }
    }
  }
  if (believes(Belief::create_task_starts_now) && current_task) [[unlikely]] options.eager_start = true;
  if (known) return new_task(rt.types.task, coro, loop_value, options);
  Ref<Dict> all = dict_copy(keywords);
  Ref<Tuple> args = tuple_of(coro);
  if (!all || !args || !dict_set_name(all.get(), rt.names.loop, loop_value)) return Var();
  return call_star(rt.types.task, args.get(), all.get());
}

Co wrap_awaitable(Var awaitable) { co_return co_await awaiting(awaitable); }
const CoroutineDef wrap_awaitable_def = {"_wrap_awaitable", "ensure_future.<locals>._wrap_awaitable", "tasks.py", 720, 721};

constexpr LibraryPlace ensure_future_place = {"tasks.py", 732, "ensure_future"};

Var ensure_future(Value v, Value loop) {
  if (is_future(v)) {
    if (loop && !loop.is_none()) {
      Var own = future_loop(v);
      if (!own) return Var();
      if (own.get() != loop)
        return value_error("The future belongs to a different loop than the one specified as the loop argument");
    }
    return v;
  }
  Var coro = v;
  bool should_close = true;
  if (!is_coroutine(v)) {
    if (!is_awaitable(v)) return type_error("An asyncio.Future, a coroutine or an awaitable is required");
    coro = native_coroutine(wrap_awaitable(v), wrap_awaitable_def);
    should_close = false;
  }
  Var found = loop;
  if (!found || found.is_none()) {
    found = get_event_loop();
    if (!found) return Var();
  }
  created_in = &ensure_future_place;
  Var task = create_task(found, coro);
  created_in = nullptr;
  if (!task && should_close && error_is(rt.types.RuntimeError)) {
    Var error = take_error();
    if (!call_method(coro, rt.names.close)) clear_error();
    set_error(std::move(error));
  }
  return task;
}

void init_task_type() {
  Type* t = rt.types.task = new_type("_asyncio.Task", rt.types.future, sizeof(Task), Kind::Task, kBaseType | kWeakrefable | kDottedName);
  t->construct = construct;
  t->initialize = initialize;
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = repr_slot;
  add_methods(t, methods);
  add_class_getitem(t);
  add_getsets(t, getsets);
  make_type_ready(t);
}

}  // namespace ap
