// asyncio itself and its modules of classes: events, locks, queues, timeouts, task groups, runners, exceptions.
#include "bindings/asyncio_module.hpp"

#include "asyncio/base_events.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/graph.hpp"
#include "asyncio/loopback.hpp"
#include "asyncio/locks.hpp"
#include "asyncio/policy.hpp"
#include "asyncio/queues.hpp"
#include "asyncio/runners.hpp"
#include "asyncio/taskgroups.hpp"
#include "asyncio/timeouts.hpp"
#include "object/dict.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

Type* timeout_class();  // asyncio/timeouts.cpp
Type* runner_class();   // asyncio/runners.cpp

void builtin_functions(Module* m, const MethodDef* defs, size_t n) {
  Ref<Str> module = intern("_asyncio");
  for (size_t i = 0; i < n; ++i) {
    Ref<NativeFunction> f = new_function(&defs[i], module.get());
    module_set(m, defs[i].name, f);
  }
}

void module_type(Module* m, Type* t) { dict_set_name(m->dict, t->type_flags & kDottedName ? t->qualname : t->name, Value(t)); }

namespace {

constexpr uint8_t kDef = kPythonFunction;

// --- events

bool warn_deprecated(const char* name) {
  if (!rt.hooks.warn) return true;
  std::string text = std::string("'asyncio.") + name + "' is deprecated and slated for removal in Python 3.16";
  return rt.hooks.warn(rt.types.DeprecationWarning, text.c_str(), 1);
}

// The default policy: an object with the functions of the loop.
Type *policy_type, *default_policy_type;
const MethodDef policy_methods[] = {
    {"get_event_loop", "", [](Call&) { return default_get_event_loop(); }, kDef},
    {"set_event_loop", "loop", [](Call& c) { return default_set_event_loop(c[0]) ? Var(None) : Var(); }, kDef},
    {"new_event_loop", "", [](Call&) { return default_new_event_loop(); }, kDef},
};
Var policy(Call&) {
  if (event_loop_policy.is_none()) event_loop_policy = call(default_policy_type).release();
  return Var(event_loop_policy);
}
Var set_policy(Call& c) {
  if (!c[0].is_none() && !is_instance(c[0], policy_type))
    return type_error("policy must be an instance of AbstractEventLoopPolicy or None, not '%T'", c[0]);
  decref(std::exchange(event_loop_policy, Var(c[0]).release()));
  return default_set_event_loop(None) ? Var(None) : Var();  // what was set is the policy's own
}
Var get_policy_and_warn(Call& c) { return warn_deprecated("get_event_loop_policy") ? policy(c) : Var(); }
Var set_policy_and_warn(Call& c) { return warn_deprecated("set_event_loop_policy") ? set_policy(c) : Var(); }
Var method_new_event_loop(Call&) { return new_event_loop(); }
Var method_set_event_loop(Call& c) { return set_event_loop(c[0]) ? Var(None) : Var(); }
Var method_get_event_loop(Call&) { return get_event_loop(); }

// What is on its way out is told when it is looked at.
Var late_attribute(Call& c) {
  for (const char* name : {"DefaultEventLoopPolicy", "AbstractEventLoopPolicy"})
    if (is_kind(c[0], Kind::Str) && equal(c[0].as<Str>(), name)) {
      if (!warn_deprecated(name)) return Var();
      return Value(*name == 'D' ? default_policy_type : policy_type);
    }
  return NotImplemented;
}
const MethodDef late_functions[] = {{"__getattr__", "name", late_attribute, kDef}};

// Signal handlers of loops: the module signal keeps them, for it is what a signal comes from.
Var signal_function(const char* function, Args args) {
  Var signal = load_module("signal");
  Var f = signal ? getattr(signal, function) : Var();
  return f ? call(f, args) : f;
}
Var method_add_signal_handler(Call& c) {
  Ref<Tuple> rest = make_tuple(c.rest, c.rest_count);
  Value args[] = {c.self, c[0], c[1], rest};
  return signal_function("_add_to_loop", {args, 4});
}
Var method_remove_signal_handler(Call& c) {
  Value args[] = {c.self, c[0]};
  return signal_function("_remove_from_loop", {args, 2});
}
const MethodDef signal_methods[] = {
    {"add_signal_handler", "sig, callback, *args", method_add_signal_handler, kDef},
    {"remove_signal_handler", "sig", method_remove_signal_handler, kDef},
};
Var method_get_running_loop(Call&) {
  EventLoop* loop = get_running_loop();
  return loop ? Var(Value(loop)) : Var();
}
Var method_peek_running_loop(Call&) { return running_loop ? Var(Value(running_loop)) : Var(None); }
Var method_set_running_loop(Call& c) {
  if (c[0].is_none())
    running_loop = nullptr;
  else if (is_event_loop(c[0]))
    running_loop = c[0].as<EventLoop>();
  return None;
}

const MethodDef events_functions[] = {
    {"get_event_loop_policy", "", get_policy_and_warn, kDef},
    {"set_event_loop_policy", "policy", set_policy_and_warn, kDef},
    {"_get_event_loop_policy", "", policy, kDef},
    {"_set_event_loop_policy", "policy", set_policy, kDef},
    {"set_event_loop", "loop", method_set_event_loop, kDef},
    {"new_event_loop", "", method_new_event_loop, kDef},
};
const MethodDef builtin_events[] = {
    {"get_event_loop", "", method_get_event_loop},
    {"get_running_loop", "", method_get_running_loop},
    {"_get_running_loop", "", method_peek_running_loop},
    {"_set_running_loop", "loop, /", method_set_running_loop},
};

// --- runners, timeouts

Var method_run(Call& c) { return run(c[0], c.get(1, None), c.get(2, None), method_run); }
const MethodDef runners_functions[] = {{"run", "main, *, debug=None, loop_factory=None", method_run, kDef}};

Var method_timeout(Call& c) { return timeout_after(c[0]); }
const MethodDef timeouts_functions[] = {
    {"timeout", "delay", method_timeout, kDef},
    {"timeout_at", "when", [](Call& c) { return Var(new_timeout(c[0])); }, kDef},
};

const MethodDef graph_functions[] = {
    {"capture_call_graph", "future=None, /, *, depth=1, limit=None", capture_call_graph, kDef},
    {"format_call_graph", "future=None, /, *, depth=1, limit=None", format_call_graph, kDef},
    {"print_call_graph", "future=None, /, *, file=None, depth=1, limit=None", print_call_graph, kDef},
};

// Modules of the package in the order in which their names are gathered into asyncio's own.
constexpr const char* kModules[] = {"base_events", "coroutines", "events",     "exceptions", "futures",  "graph",
                                    "locks",       "protocols",  "runners",    "queues",     "streams",  "subprocess",
                                    "tasks",       "taskgroups", "threads",    "timeouts",   "transports", "unix_events"};

}  // namespace

bool fill_asyncio_events(Module* m) {
  policy_type = new_type("asyncio.events._AbstractEventLoopPolicy", nullptr, sizeof(Object), Kind::Other, kBaseType);
  policy_type->construct = [](Type* t, Args) {
    return Var::steal(new (allocate_instance(t, sizeof(Object))) Object(t, Kind::Other));
  };
  make_type_ready(policy_type);
  default_policy_type = new_type("asyncio.unix_events._DefaultEventLoopPolicy", policy_type, sizeof(Object), Kind::Other, kBaseType);
  add_methods(default_policy_type, policy_methods);
  make_type_ready(default_policy_type);
  module_functions(m, events_functions);
  add_methods(base_event_loop_type, signal_methods);
  builtin_functions(m, builtin_events);
  module_type(m, abstract_event_loop_type);
  module_type(m, abstract_server_type);
  module_type(m, event_types.handle);
  module_type(m, event_types.timer_handle);
  module_set(m, "_AbstractEventLoopPolicy", policy_type);
  return true;
}
bool fill_asyncio_base_events(Module* m) {
  module_type(m, base_event_loop_type);
  module_type(m, server_type);
  return true;
}
bool fill_asyncio_unix_events(Module* m) {
  module_type(m, event_loop_type);
  module_set(m, "SelectorEventLoop", event_loop_type);
  module_set(m, "EventLoop", event_loop_type);
  return true;
}
bool fill_asyncio_exceptions(Module* m) {
  for (Type* t : {rt.types.CancelledError, rt.types.InvalidStateError, rt.types.TimeoutError, asyncio_errors.broken_barrier,
                  asyncio_errors.incomplete_read, asyncio_errors.limit_overrun, asyncio_errors.sendfile_not_available})
    module_type(m, t);
  return true;
}
bool fill_asyncio_locks(Module* m) {
  for (Type* t : {lock_types.lock, lock_types.event, lock_types.condition, lock_types.semaphore, lock_types.bounded_semaphore,
                  lock_types.barrier})
    module_type(m, t);
  return true;
}
bool fill_asyncio_queues(Module* m) {
  for (Type* t : {queue_types.queue, queue_types.priority_queue, queue_types.lifo_queue, asyncio_errors.queue_full,
                  asyncio_errors.queue_empty, asyncio_errors.queue_shut_down})
    module_type(m, t);
  return true;
}
bool fill_asyncio_runners(Module* m) {
  module_functions(m, runners_functions);
  module_type(m, runner_class());
  return true;
}
bool fill_asyncio_timeouts(Module* m) {
  module_functions(m, timeouts_functions);
  module_type(m, timeout_class());
  return true;
}
bool fill_asyncio_graph(Module* m) {
  module_functions(m, graph_functions);
  module_type(m, frame_call_graph_entry_type);
  module_type(m, future_call_graph_type);
  return true;
}
bool fill_asyncio_taskgroups(Module* m) {
  module_type(m, task_group_type);
  return true;
}

bool fill_asyncio(Module* m) {
  // The names that begin with no underscore, and a few that CPython exports too.
  Ref<List> all = new_list();
  for (const char* name : kModules) {
    std::string full = std::string("asyncio.") + name;
    if (!find_native_module(full)) continue;
    Var loaded = load_module(full);
    if (!loaded) return false;
    module_set(m, name, loaded);
    uint32_t at = 0;
    for (Value key, value; dict_next(loaded.as<Module>()->dict, &at, &key, &value);) {
      auto* s = key.as<Str>();
      bool exported = s->at(0) != '_' || equal(s, "_register_task") || equal(s, "_unregister_task") || equal(s, "_enter_task") ||
                      equal(s, "_leave_task") || equal(s, "_set_running_loop") || equal(s, "_get_running_loop");
      if (!exported || is_kind(value, Kind::Module)) continue;
      if (!dict_set(m->dict, key, value) || !list_append(all.get(), key)) return false;
    }
  }
  module_functions(m, late_functions);
  // Imported by base_events, so that it is there, but asyncio has none of its names.
  Var staggered = load_module("asyncio.staggered");
  if (!staggered) return false;
  module_set(m, "staggered", staggered);
  Ref<Tuple> names = to_tuple(all);
  Ref<Str> key = intern("__all__");
  return names && dict_set_name(m->dict, key.get(), names);
}

}  // namespace ap
