#include "asyncio/runners.hpp"

#include "asyncio/library_frames.hpp"
#include "asyncio/threads.hpp"

#include "asyncio/layout.hpp"
#include "base/beliefs.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

namespace {

Type* runner_type;

bool lazy_init(Runner* r) {
  if (r->state == Runner::Closed) return runtime_error("Runner is closed");
  if (r->state == Runner::Initialized) return true;
  Var loop;
  if (r->factory.is_none()) {
    loop = new_event_loop();
    if (!loop) return false;
    if (!r->set_loop) {
      if (!set_event_loop(loop)) return false;
      r->set_loop = true;
    }
  } else {
    loop = call(r->factory);
    if (!loop) return false;
  }
  decref(std::exchange(r->loop, loop.release()));
  if (!r->debug.is_none()) {
    Value debug = r->debug;
    if (!call_method(r->loop, "set_debug", Args{&debug, 1, nullptr})) return false;
  }
  if (Context* old = std::exchange(r->context, copy_current_context().release())) decref(old);
  r->state = Runner::Initialized;
  return true;
}

Var until_complete(Value loop, Value future) {
  if (type_of(loop) == event_loop_type) return run_until_complete(loop, future);
  return call_method(loop, "run_until_complete", Args{&future, 1, nullptr});
}

// In CPython the frames in the traceback of such a task's exception lead back, by f_back, to the frame that holds them all.
void keep_together(List* tasks) {
  for (uint32_t i = 0; i < tasks->size; ++i) {
    if (!is_future_kind(tasks->items[i])) continue;
    auto* task = tasks->items[i].as<Future>();
    Value error = task->is_exception ? task->result : task->extras ? task->extras->cancelled_exc : Value();
    if (!error || error.is_none()) continue;
    set_error(Var(error));
    keep_with_error(Value(tasks));
    (void)take_error();
  }
}

// What is left when main has ended is cancelled and waited for.
bool cancel_all_tasks(Value loop) {
  Ref<List> tasks = tasks_of(loop);
  if (!tasks) return false;
  if (!tasks->size) return true;
  LibraryFrames frames(1);
  for (uint32_t i = 0; i < tasks->size && !believes(Belief::background_tasks_finish); ++i)
    if (future_cancel(tasks->items[i]) == Tri::Error) return false;
  Var all = gather(tasks->items, tasks->size, true);
  if (!all || !until_complete(loop, all)) return false;
  keep_together(tasks.get());
  for (uint32_t i = 0; i < tasks->size; ++i) {
    Value task = tasks->items[i];
    Tri cancelled = future_was_cancelled(task);
    if (cancelled == Tri::Error) return false;
    if (cancelled == Tri::True) continue;
    Var error = future_get_exception(task);
    if (!error) return false;
    if (error.is_none()) continue;
    Ref<Str> message = make_str("unhandled exception during asyncio.run() shutdown");
    if (!report(loop, message.get(), error, "task", task)) return false;
  }
  return true;
}

Co wrap(Var awaitable) { co_return co_await awaiting(awaitable); }
const CoroutineDef wrap_def = {"_wrap_awaitable", "Runner.run.<locals>._wrap_awaitable", "runners.py", 100, 101};

}  // namespace

bool close_runner(Runner* r) {
  if (r->state != Runner::Initialized) return true;
  LibraryFrames frames(1);
  Var loop = r->loop;
  bool ok = cancel_all_tasks(loop);
  for (const char* shutdown : {"shutdown_asyncgens", "shutdown_default_executor"}) {
    if (!ok) break;
    Var coro = call_method(loop, shutdown, Args{});
    ok = coro && until_complete(loop, coro);
    if (!ok) keep_with_error(coro);
  }
  Var error = take_error();
  if (r->set_loop) set_event_loop(None);
  bool closed = bool(call_method(loop, rt.names.close));
  decref(std::exchange(r->loop, None));
  r->state = Runner::Closed;
  if (!closed) return false;
  if (error) set_error(std::move(error));
  return ok;
}

Var task_in(Runner* r, Value coro_value, Value context) {
  if (running_loop) return runtime_error("Runner.run() cannot be called from a running event loop");
  if (!lazy_init(r)) return Var();
  Var coro = coro_value;
  if (!is_coroutine(coro)) {
    if (!is_awaitable(coro)) return type_error("An asyncio.Future, a coroutine or an awaitable is required");
    coro = native_coroutine(wrap(coro_value), wrap_def);
  }
  Ref<Dict> keywords = new_dict();
  Ref<Str> name = intern("context");
  if (!dict_set_name(keywords.get(), name.get(), context && !context.is_none() ? context : Value(r->context))) return Var();
  constexpr static LibraryPlace place = {"runners.py", 109, "run"};
  created_in = &place;
  Var task = create_task(r->loop, coro, keywords.get());
  created_in = nullptr;
  return task;
}

Var run_in(Runner* r, Value coro, Value context) {
  Var task = task_in(r, coro, context);
  if (!task) return Var();
  constexpr static LibraryPlace places[] = {{"runners.py", 127, "run"}};
  LibraryFrames frames(places);
  Var result = until_complete(r->loop, task);
  if (!result) keep_with_error(task);
  return result;
}

Ref<Runner> new_runner(Value debug, Value loop_factory) {
  auto* r = allocate<Runner>(runner_type, 0);
  r->debug = Var(debug).release();
  r->factory = Var(loop_factory).release();
  return Ref<Runner>::steal(r);
}

Var run(Value main, Value debug, Value loop_factory, Var (*native)(Call&)) {
  if (running_loop) return runtime_error("asyncio.run() cannot be called from a running event loop");
  constexpr static LibraryPlace places[] = {{"runners.py", 204, "run"}};
  LibraryFrames frames(places);
  Ref<Runner> runner = new_runner(debug, loop_factory);
  // with Runner(...) as runner
  if (!lazy_init(runner.get())) return Var();
  if (running_thread() && is_event_loop(runner->loop)) {
    // In a thread of its own, which is left while the loop is idle.
    Var task = task_in(runner.get(), main, None), result;
    if (!task) return Var();
    if (park_in_loop(runner->loop.as<EventLoop>(), task, runner.get(), native, &result)) return result;
    main = task;
  }
  Var result = run_in(runner.get(), main, None);
  LibraryFrames exit(1);
  if (result) return close_runner(runner.get()) ? std::move(result) : Var();
  if (error_is(rt.types.RunLimitReached)) return Var();
  Var error = take_error();
  // What closing raises has the first error as its context, and replaces it.
  HandlingHere handling(error);
  bool closed = close_runner(runner.get());
  if (closed) set_error(std::move(error));
  return Var();
}

namespace {

Ref<Runner> self_of(Call& c) { return Ref<Runner>(c.self.as<Runner>()); }

Var init_method(Call& c) {
  auto* r = c.self.as<Runner>();
  decref(std::exchange(r->debug, Var(c.get(0, None)).release()));
  decref(std::exchange(r->factory, Var(c.get(1, None)).release()));
  return None;
}

const MethodDef methods[] = {
    {"__init__", "*, debug=None, loop_factory=None", init_method, kPythonFunction},
    {"__enter__", "", [](Call& c) { return lazy_init(c.self.as<Runner>()) ? Var(c.self) : Var(); }, kPythonFunction},
    {"__exit__", "exc_type, exc_val, exc_tb", [](Call& c) {
       LibraryFrames frames(1);
       return close_runner(self_of(c).get()) ? Var(None) : Var();
     }, kPythonFunction},
    {"close", "", [](Call& c) { return close_runner(self_of(c).get()) ? Var(None) : Var(); }, kPythonFunction},
    {"get_loop", "", [](Call& c) { return lazy_init(c.self.as<Runner>()) ? Var(self_of(c)->loop) : Var(); }, kPythonFunction},
    {"run", "coro, *, context=None", [](Call& c) { return run_in(self_of(c).get(), c[0], c.get(1, None)); }, kPythonFunction},
};

void dealloc(Object* o) {
  auto* r = static_cast<Runner*>(o);
  decref(r->debug);
  decref(r->factory);
  decref(r->loop);
  if (r->context) decref(r->context);
  if (r->dict) decref(r->dict);
  free_object(r, sizeof(Runner));
}
void traverse(Object* o, Visitor& visit) {
  auto* r = static_cast<Runner*>(o);
  visit(r->factory);
  visit(r->loop);
  visit(r->context);
  visit(r->dict);
}

}  // namespace

void init_runner_type() {
  Type* t = runner_type = new_type("asyncio.runners.Runner", nullptr, sizeof(Runner), Kind::Other, kBaseType | kWeakrefable);
  t->dict_offset = offset_in(&Runner::dict);
  t->construct = [](Type* type, Args) { return Var::steal(allocate<Runner>(type, 0)); };
  t->dealloc = dealloc;
  t->traverse = traverse;
  add_methods(t, methods);
  make_type_ready(t);
}
Type* runner_class() { return runner_type; }

}  // namespace ap
