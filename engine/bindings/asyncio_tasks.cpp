// asyncio.tasks, asyncio.futures, asyncio.coroutines, asyncio.threads: functions that make and wait for futures.
#include "asyncio/base_events.hpp"
#include "asyncio/chain.hpp"
#include "asyncio/format_helpers.hpp"
#include "asyncio/staggered.hpp"
#include "asyncio/threads.hpp"
#include "bindings/asyncio_module.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/set.hpp"
#include "object/tuple.hpp"

namespace ap {
namespace {

constexpr uint8_t kDef = kPythonFunction, kAsyncDef = kPythonFunction | kCoroutineFunction;

Var method_create_task(Call& c) {
  EventLoop* loop = get_running_loop();
  if (!loop) return Var();
  constexpr static LibraryPlace place = {"tasks.py", 395, "create_task"};
  created_in = &place;
  Var task = create_task(loop, c[0], c.keywords);
  created_in = nullptr;
  return task;
}

Var method_gather(Call& c) {
  bool exceptions = false;
  if (c[0]) {
    Tri t = truth(c[0]);
    if (t == Tri::Error) return Var();
    exceptions = t == Tri::True;
  }
  return gather(c.rest, c.rest_count, exceptions);
}

Var method_wait(Call& c) {
  Var when = c[2];
  if (!when) when = intern("ALL_COMPLETED");
  return native_coroutine(wait(c[0], c.get(1, None), when), wait_def);
}

Var method_all_tasks(Call& c) {
  Var loop = c.get(0, None);
  if (loop.is_none()) {
    EventLoop* running = get_running_loop();
    if (!running) return Var();
    loop = running;
  }
  Ref<List> tasks = tasks_of(loop);
  Ref<Set> set = new_ordered_set();
  if (!tasks || !set) return Var();
  for (uint32_t i = 0; i < tasks->size; ++i)
    if (!set_add(set.get(), tasks->items[i])) return Var();
  return set;
}

Var method_current_task(Call& c) {
  Var loop = c.get(0, None);
  if (loop.is_none()) {
    EventLoop* running = get_running_loop();
    if (!running) return Var();
    loop = running;
  }
  return current_task && loop.get() == Value(running_loop) ? Var(Value(current_task)) : Var(None);
}

Var enter_task(Call& c) {
  if (current_task)
    return runtime_error("Cannot enter into task %R while another task %R is being executed.", c[1], Value(current_task));
  if (is_kind(c[1], Kind::Task)) current_task = c[1].as<Task>();
  return None;
}
Var leave_task(Call& c) {
  if (Value(current_task) != c[1])
    return runtime_error("Leaving task %R does not match the current task %R.", c[1], current_task ? Value(current_task) : None);
  current_task = nullptr;
  return None;
}
Var swap_task(Call& c) {
  Var old = current_task ? Var(Value(current_task)) : Var(None);
  current_task = is_kind(c[1], Kind::Task) ? c[1].as<Task>() : nullptr;
  return old;
}
Var nothing(Call&) { return None; }

// factory(loop, coro, *, eager_start=True, **kwargs); self is the task constructor.
Var eager_factory(Call& c) {
  Ref<Dict> keywords = c.keywords ? dict_copy(c.keywords) : new_dict();
  Ref<Str> eager = intern("eager_start");
  if (!keywords || !dict_set_name(keywords.get(), rt.names.loop, c[0]) || !dict_set_name(keywords.get(), eager.get(), c.get(2, True)))
    return Var();
  Ref<Tuple> args = tuple_of(c[1]);
  return args ? call_star(c.self ? c.self : Value(rt.types.task), args.get(), keywords.get()) : Var();
}
const MethodDef eager_def = {"eager_task_factory", "loop, coro, *, eager_start=True, **kwargs", eager_factory, kDef};
const MethodDef custom_eager_def = {"factory", "loop, coro, *, eager_start=True, **kwargs", eager_factory, 0};

Var create_eager_task_factory(Call& c) {
  Ref<Str> module = intern("asyncio.tasks");
  Ref<NativeFunction> f = new_function(&custom_eager_def, module.get());
  f->self = Var(c[0]).release();
  return f;
}

Var method_to_thread(Call& c) {
  Ref<Tuple> args = c.rest_count ? make_tuple(c.rest, c.rest_count) : Ref<Tuple>(rt.empty_tuple);
  Var keywords = c.keywords ? Var(Value(c.keywords)) : Var(None);
  return native_coroutine(to_thread(c[0], Var(std::move(args)), keywords), to_thread_def);
}

const MethodDef tasks_functions[] = {
    {"create_task", "coro, **kwargs", method_create_task, kDef},
    {"sleep", "delay, result=None", [](Call& c) { return sleep(c[0], c.get(1, None)); }, kAsyncDef},
    {"gather", "*coros_or_futures, return_exceptions=False", method_gather, kDef},
    {"wait", "fs, *, timeout=None, return_when='ALL_COMPLETED'", method_wait, kAsyncDef},
    {"wait_for", "fut, timeout", [](Call& c) { return native_coroutine(wait_for(c[0], c[1]), wait_for_def); }, kAsyncDef},
    {"as_completed", "fs, *, timeout=None", [](Call& c) { return as_completed(c[0], c.get(1, None)); }, kDef},
    {"shield", "arg", [](Call& c) { return shield(c[0]); }, kDef},
    {"ensure_future", "coro_or_future, *, loop=None", [](Call& c) { return ensure_future(c[0], c.get(1, None)); }, kDef},
    {"run_coroutine_threadsafe", "coro, loop", [](Call& c) { return run_coroutine_threadsafe(c[0], c[1]); }, kDef},
    {"create_eager_task_factory", "custom_task_constructor", create_eager_task_factory, kDef},
    eager_def,
};
const MethodDef builtin_tasks[] = {
    {"all_tasks", "loop=None", method_all_tasks},
    {"current_task", "loop=None", method_current_task},
    {"_enter_task", "loop, task", enter_task},
    {"_leave_task", "loop, task", leave_task},
    {"_swap_current_task", "loop, task", swap_task},
    {"_register_task", "task", nothing},
    {"_unregister_task", "task", nothing},
    {"_register_eager_task", "task", nothing},
    {"_unregister_eager_task", "task", nothing},
};

// --- futures, coroutines

Var add_to_awaited_by(Call& c) {
  if (is_kind(c[1], Kind::Task)) add_awaiter(c[0], c[1].as<Task>());
  return None;
}
Var discard_from_awaited_by(Call& c) {
  if (is_kind(c[1], Kind::Task)) remove_awaiter(c[0], c[1].as<Task>());
  return None;
}
Var method_is_coroutine_function(Call& c) {
  if (rt.hooks.warn && !rt.hooks.warn(rt.types.DeprecationWarning,
                                      "'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; use "
                                      "inspect.iscoroutinefunction() instead", 1))
    return Var();
  Var f = c[0];
  while (is_functools_partial(f)) {
    f = getattr(f, "func");
    if (!f) return Var();
  }
  if (is_coroutine_function(f)) return True;
  // inspect.markcoroutinefunction() may have said so of it; then inspect has been loaded.
  Ref<Str> name = intern("inspect");
  Var inspect = dict_get_name(rt.modules, name.get());
  if (!inspect) return False;
  Var ask = getattr(inspect, "iscoroutinefunction");
  return ask ? call(ask, f.get()) : Var();
}
Var method_is_coroutine(Call& c) {
  bool yes = is_coroutine(c[0]);
  return failed() ? Var() : Var(Value::from_bool(yes));
}

const MethodDef futures_functions[] = {
    {"isfuture", "obj", [](Call& c) { return Var(Value::from_bool(is_future(c[0]))); }, kDef},
    {"wrap_future", "future, *, loop=None", [](Call& c) { return wrap_future(c[0], c.get(1, None)); }, kDef},
};
const MethodDef builtin_futures[] = {
    {"future_add_to_awaited_by", "fut, waiter, /", add_to_awaited_by},
    {"future_discard_from_awaited_by", "fut, waiter, /", discard_from_awaited_by},
};
const MethodDef coroutine_functions[] = {
    {"iscoroutinefunction", "func", method_is_coroutine_function, kDef},
    {"iscoroutine", "obj", method_is_coroutine, kDef},
};
const MethodDef thread_functions[] = {{"to_thread", "func, /, *args, **kwargs", method_to_thread, kAsyncDef}};

Var method_staggered_race(Call& c) { return native_coroutine(staggered_race(c[0], c[1], c.get(2, None)), staggered_race_def); }
const MethodDef staggered_functions[] = {{"staggered_race", "coro_fns, delay, *, loop=None", method_staggered_race, kAsyncDef}};

}  // namespace

bool fill_asyncio_tasks(Module* m) {
  module_functions(m, tasks_functions);
  builtin_functions(m, builtin_tasks);
  for (const char* name : {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"}) {
    Ref<Str> text = intern(name);
    module_set(m, name, text);
  }
  module_set(m, "Task", rt.types.task);
  module_set(m, "_GatheringFuture", gathering_future_type);
  return true;
}
bool fill_asyncio_futures(Module* m) {
  module_functions(m, futures_functions);
  builtin_functions(m, builtin_futures);
  module_set(m, "Future", rt.types.future);
  for (const char* name : {"PENDING", "CANCELLED", "FINISHED"}) {
    Ref<Str> text = intern(name);
    module_set(m, (std::string("_") + name).c_str(), text);
  }
  return true;
}
bool fill_asyncio_coroutines(Module* m) {
  module_functions(m, coroutine_functions);
  return true;
}
bool fill_asyncio_threads(Module* m) {
  module_functions(m, thread_functions);
  return true;
}
bool fill_asyncio_staggered(Module* m) {
  module_functions(m, staggered_functions);
  return true;
}

}  // namespace ap
