// The event loop as Python sees it.
#include "asyncio/base_events.hpp"
#include "asyncio/loopback.hpp"
#include "asyncio/threads.hpp"
#include "asyncio/layout.hpp"
#include "asyncio/loop_queues.hpp"
#include "object/dict.hpp"
#include "object/float.hpp"
#include "object/function.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {

bool loop_call_exception_handler(EventLoop* loop, Dict* context);  // log.cpp

Type *abstract_event_loop_type, *base_event_loop_type, *event_loop_type;
const CoroutineDef shutdown_default_executor_def = {"shutdown_default_executor", "BaseEventLoop.shutdown_default_executor",
                                                    "base_events.py", 595, 621};

bool is_coroutine_function(Value f) {
  if (is_kind(f, Kind::BoundMethod)) f = f.as<BoundMethod>()->function;
  if (is_kind(f, Kind::NativeFunction)) return f.as<NativeFunction>()->def->flags & kCoroutineFunction;
  if (!is_kind(f, Kind::Function)) return false;
  constexpr int64_t kCoroutineFlag = 128;
  Var code = getattr(f, "__code__"), flags = code ? getattr(code, "co_flags") : Var();
  if (!flags) clear_error();
  return flags && flags->is_small_int() && flags->as_int() & kCoroutineFlag;
}

void track_origins(bool debug);  // base_events.cpp

namespace {

uint32_t loop_count = 0;

EventLoop* self_of(Call& c) { return c.self.as<EventLoop>(); }

bool check_callback(EventLoop* loop, Value callback, const char* method) {
  if (!loop->debug) return true;
  if (is_coroutine(callback) || is_coroutine_function(callback)) return type_error("coroutines cannot be used with %s()", method);
  if (!is_callable(callback)) return type_error("a callable object was expected by %s(), got %R", method, callback);
  return true;
}

Ref<Tuple> rest_of(Call& c) { return c.rest_count ? make_tuple(c.rest, c.rest_count) : Ref<Tuple>(rt.empty_tuple); }

Var method_call_soon(Call& c) {
  EventLoop* loop = self_of(c);
  if (!check_closed(loop) || !check_callback(loop, c[0], "call_soon")) return Var();
  Ref<Tuple> args = rest_of(c);
  return args ? call_soon_python(loop, c[0], args.get(), c.get(1, None), trace::HandleKind::callback) : Var();
}
Var method_call_soon_threadsafe(Call& c) {
  EventLoop* loop = self_of(c);
  if (!check_closed(loop) || !check_callback(loop, c[0], "call_soon_threadsafe")) return Var();
  Ref<Tuple> args = rest_of(c);
  if (!args) return Var();
  double when;
  wake_loop(loop);
  if (is_ahead(&when)) return call_at_python(loop, Value::from_float(when), c[0], args.get(), c.get(1, None));
  return call_soon_python(loop, c[0], args.get(), c.get(1, None), trace::HandleKind::threadsafe);
}
Var method_call_later(Call& c) {
  EventLoop* loop = self_of(c);
  if (c[0].is_none()) return type_error("delay must not be None");
  Var when = binary(current_clock->value(), c[0], BinaryOp::Add);
  Ref<Tuple> args = rest_of(c);
  if (!when || !args || !check_closed(loop) || !check_callback(loop, c[1], "call_at")) return Var();
  constexpr static LibraryPlace place = {"base_events.py", 793, "call_later"};
  created_in = &place;
  return call_at_python(loop, when, c[1], args.get(), c.get(2, None));
}
Var method_call_at(Call& c) {
  EventLoop* loop = self_of(c);
  if (c[0].is_none()) return type_error("when cannot be None");
  Ref<Tuple> args = rest_of(c);
  if (!args || !check_closed(loop) || !check_callback(loop, c[1], "call_at")) return Var();
  return call_at_python(loop, c[0], c[1], args.get(), c.get(2, None));
}

Var method_run_forever(Call& c) {
  Var result;
  if (park_in_loop(self_of(c), Value(), nullptr, method_run_forever, &result)) return result;
  return run_forever(self_of(c)) ? Var(None) : Var();
}
Var method_run_until_complete(Call& c) {
  Var result;
  if (park_in_loop(self_of(c), c[0], nullptr, method_run_until_complete, &result)) return result;
  return run_until_complete(c.self, c[0]);
}
Var method_close(Call& c) {
  EventLoop* loop = self_of(c);
  if (!loop->running && !loop->closed && loop->debug) {
    Ref<Str> text = format_str("Close %R", c.self);
    if (!text || !log_message(LogLevel::Debug, text.get(), Value())) return Var();
  }
  return close_loop(loop) ? Var(None) : Var();
}
Var method_set_task_factory(Call& c) {
  if (!c[0].is_none() && !is_callable(c[0])) return type_error("task factory must be a callable or None");
  decref(std::exchange(self_of(c)->task_factory, Var(c[0]).release()));
  return None;
}
Var method_set_exception_handler(Call& c) {
  if (!c[0].is_none() && !is_callable(c[0])) return type_error("A callable object or None is expected, got %R", c[0]);
  decref(std::exchange(self_of(c)->exception_handler, Var(c[0]).release()));
  return None;
}
bool is_dict(Value v) { return is_kind(v, Kind::Dict) || type_error("a dict was expected, got %R", v); }
Var method_default_exception_handler(Call& c) {
  return is_dict(c[0]) && default_exception_handler(self_of(c), c[0].as<Dict>()) ? Var(None) : Var();
}
Var method_call_exception_handler(Call& c) {
  return is_dict(c[0]) && loop_call_exception_handler(self_of(c), c[0].as<Dict>()) ? Var(None) : Var();
}
Var method_set_debug(Call& c) {
  Tri t = truth(c[0]);
  if (t == Tri::Error) return Var();
  EventLoop* loop = self_of(c);
  loop->debug = t == Tri::True;
  // In the loop's thread, once it comes to it.
  static const HandleDef track = {"BaseEventLoop._set_coroutine_origin_tracking", nullptr, 0, [](Value on, Value) {
                                    track_origins(on == True);
                                    return true;
                                  }};
  return !loop->running || call_soon(loop, track, Value::from_bool(loop->debug), Value()) ? Var(None) : Var();
}
Var method_run_in_executor(Call& c) {
  EventLoop* loop = self_of(c);
  if (!check_closed(loop) || !check_callback(loop, c[1], "run_in_executor")) return Var();
  return run_in_executor(loop, c[0], c[1], c.rest, c.rest_count);
}
Co shutdown_executor(Ref<EventLoop> loop) {
  loop->executor_shut = true;
  co_return None;
}
Var method_set_default_executor(Call& c) {
  decref(std::exchange(self_of(c)->default_executor, Var(c[0]).release()));
  return None;
}

// --- connections

Ref<EventLoop> loop_of(Call& c) { return Ref<EventLoop>(self_of(c)); }
Var method_create_server(Call& c) {
  bool start;
  if (!check_network_options("loop.create_server", c.keywords) || !wants_start(c.keywords, &start)) return Var();
  return native_coroutine(create_server(loop_of(c), c[0], c.get(1, None), c.get(2, None), start), create_server_def);
}
Var method_create_connection(Call& c) {
  if (!check_network_options("loop.create_connection", c.keywords)) return Var();
  return native_coroutine(create_connection(loop_of(c), c[0], c.get(1, None), c.get(2, None)), create_connection_def);
}

Var refuse(const char* what) { return raise(rt.types.NotImplementedError, "%s: there is no operating system here", what); }

constexpr uint8_t kAsync = kPythonFunction | kCoroutineFunction;
const MethodDef methods[] = {
    {"call_soon", "callback, *args, context=None", method_call_soon, kPythonFunction},
    {"call_soon_threadsafe", "callback, *args, context=None", method_call_soon_threadsafe, kPythonFunction},
    {"call_later", "delay, callback, *args, context=None", method_call_later, kPythonFunction},
    {"call_at", "when, callback, *args, context=None", method_call_at, kPythonFunction},
    {"time", "", [](Call&) { return Var(current_clock->read_value()); }, kPythonFunction},
    {"create_future", "", [](Call& c) { return Var(new_future(self_of(c), trace::FutureKind::user)); }, kPythonFunction},
    {"create_task", "coro, **kwargs", [](Call& c) { return loop_create_task(c.self, c[0], c.keywords); }, kPythonFunction},
    {"run_forever", "", method_run_forever, kPythonFunction},
    {"run_until_complete", "future", method_run_until_complete, kPythonFunction},
    {"stop", "", [](Call& c) {
       self_of(c)->stopping = true;
       return Var(None);
     }, kPythonFunction},
    {"close", "", method_close, kPythonFunction},
    {"is_running", "", [](Call& c) { return Var(Value::from_bool(self_of(c)->running)); }, kPythonFunction},
    {"is_closed", "", [](Call& c) { return Var(Value::from_bool(self_of(c)->closed)); }, kPythonFunction},
    {"_check_closed", "", [](Call& c) { return check_closed(self_of(c)) ? Var(None) : Var(); }, kPythonFunction},
    {"set_task_factory", "factory", method_set_task_factory, kPythonFunction},
    {"get_task_factory", "", [](Call& c) { return Var(self_of(c)->task_factory); }, kPythonFunction},
    {"set_exception_handler", "handler", method_set_exception_handler, kPythonFunction},
    {"get_exception_handler", "", [](Call& c) { return Var(self_of(c)->exception_handler); }, kPythonFunction},
    {"default_exception_handler", "context", method_default_exception_handler, kPythonFunction},
    {"call_exception_handler", "context", method_call_exception_handler, kPythonFunction},
    {"get_debug", "", [](Call& c) { return Var(Value::from_bool(self_of(c)->debug)); }, kPythonFunction},
    {"set_debug", "enabled", method_set_debug, kPythonFunction},
    {"run_in_executor", "executor, func, *args", method_run_in_executor, kPythonFunction},
    {"set_default_executor", "executor", method_set_default_executor, kPythonFunction},
    {"shutdown_asyncgens", "", [](Call& c) { return native_coroutine(shutdown_asyncgens(Ref<EventLoop>(self_of(c))), shutdown_asyncgens_def); }, kAsync},
    {"shutdown_default_executor", "timeout=None", [](Call& c) { return native_coroutine(shutdown_executor(Ref<EventLoop>(self_of(c))), shutdown_default_executor_def); }, kAsync},
    {"create_server", "protocol_factory, host=None, port=None, **options", method_create_server, kAsync},
    {"create_connection", "protocol_factory, host=None, port=None, **options", method_create_connection, kAsync},
    // What needs an operating system.
    {"add_reader", "fd, callback, *args", [](Call&) { return refuse("loop.add_reader"); }, kPythonFunction},
    {"remove_reader", "fd", [](Call&) { return refuse("loop.remove_reader"); }, kPythonFunction},
    {"add_writer", "fd, callback, *args", [](Call&) { return refuse("loop.add_writer"); }, kPythonFunction},
    {"remove_writer", "fd", [](Call&) { return refuse("loop.remove_writer"); }, kPythonFunction},
    {"sock_recv", "sock, n", [](Call&) { return refuse("loop.sock_recv"); }, kPythonFunction},
    {"sock_recv_into", "sock, buf", [](Call&) { return refuse("loop.sock_recv_into"); }, kPythonFunction},
    {"sock_recvfrom", "sock, bufsize", [](Call&) { return refuse("loop.sock_recvfrom"); }, kPythonFunction},
    {"sock_recvfrom_into", "sock, buf, nbytes=0", [](Call&) { return refuse("loop.sock_recvfrom_into"); }, kPythonFunction},
    {"sock_sendall", "sock, data", [](Call&) { return refuse("loop.sock_sendall"); }, kPythonFunction},
    {"sock_sendto", "sock, data, address", [](Call&) { return refuse("loop.sock_sendto"); }, kPythonFunction},
    {"sock_connect", "sock, address", [](Call&) { return refuse("loop.sock_connect"); }, kPythonFunction},
    {"sock_accept", "sock", [](Call&) { return refuse("loop.sock_accept"); }, kPythonFunction},
    {"sock_sendfile", "sock, file, offset=0, count=None, *, fallback=None", [](Call&) { return refuse("loop.sock_sendfile"); }, kPythonFunction},
    {"sendfile", "transport, file, offset=0, count=None, *, fallback=True", [](Call&) { return refuse("loop.sendfile"); }, kPythonFunction},
    {"start_tls", "transport, protocol, sslcontext, **options", [](Call&) { return refuse("loop.start_tls"); }, kPythonFunction},
    {"create_unix_connection", "protocol_factory, path=None, **options", [](Call&) { return refuse("loop.create_unix_connection"); }, kPythonFunction},
    {"create_unix_server", "protocol_factory, path=None, **options", [](Call&) { return refuse("loop.create_unix_server"); }, kPythonFunction},
    {"connect_accepted_socket", "protocol_factory, sock, **options", [](Call&) { return refuse("loop.connect_accepted_socket"); }, kPythonFunction},
    {"create_datagram_endpoint", "protocol_factory, local_addr=None, remote_addr=None, **options", [](Call&) { return refuse("loop.create_datagram_endpoint"); }, kPythonFunction},
    {"connect_read_pipe", "protocol_factory, pipe", [](Call&) { return refuse("loop.connect_read_pipe"); }, kPythonFunction},
    {"connect_write_pipe", "protocol_factory, pipe", [](Call&) { return refuse("loop.connect_write_pipe"); }, kPythonFunction},
    {"subprocess_exec", "*args, **kwargs", [](Call&) { return refuse("loop.subprocess_exec"); }, kPythonFunction},
    {"subprocess_shell", "*args, **kwargs", [](Call&) { return refuse("loop.subprocess_shell"); }, kPythonFunction},
    {"getaddrinfo", "host, port, **options", [](Call&) { return refuse("loop.getaddrinfo"); }, kPythonFunction},
    {"getnameinfo", "sockaddr, flags=0", [](Call&) { return refuse("loop.getnameinfo"); }, kPythonFunction},
};

Var get_list_of_ready(Value v) {
  auto* loop = v.as<EventLoop>();
  Ref<List> list = new_list();
  for (uint32_t i = 0; i < loop->count; ++i)
    if (!list_append(list.get(), loop->ready[(loop->head + i) & loop->mask].what)) return Var();
  return list;
}
Var get_scheduled(Value v) {
  auto* loop = v.as<EventLoop>();
  Ref<List> list = new_list();
  for (uint32_t i = 0; i < loop->timer_count; ++i)
    if (!list_append(list.get(), Value(loop->timers[i].handle))) return Var();
  return list;
}
const GetSetDef getsets[] = {
    {"slow_callback_duration", [](Value v) { return Var(v.as<EventLoop>()->slow_callback_duration); },
     [](Value v, Value value) {
       incref(value);
       decref(std::exchange(v.as<EventLoop>()->slow_callback_duration, value));
       return true;
     }},
    {"_ready", get_list_of_ready},
    {"_scheduled", get_scheduled},
    {"_debug", [](Value v) { return Var(Value::from_bool(v.as<EventLoop>()->debug)); }},
    {"_closed", [](Value v) { return Var(Value::from_bool(v.as<EventLoop>()->closed)); }},
    {"_stopping", [](Value v) { return Var(Value::from_bool(v.as<EventLoop>()->stopping)); }},
    {"_clock_resolution", [](Value v) { return Var(Value::from_float(v.as<EventLoop>()->resolution)); }},
};

Var construct(Type* t, Args) {
  auto* loop = allocate<EventLoop>(t, 0);
  loop->slow_callback_duration = Value::from_float(0.1);
  loop->id = ++loop_count;
  if (t->type_flags & kHeapType) {
    Ref<Str> name = intern("call_soon");
    loop->own_call_soon = !is_kind(type_lookup(t, name.get()), Kind::NativeFunction);
  }
  Var result = Var::steal(loop);
  trace::emit(trace::LoopCreated{.loop = loop->id});
  Ref<Str> text = make_str("Using selector: EpollSelector");
  if (!log_message(LogLevel::Debug, text.get(), Value())) return Var();
  return result;
}
bool initialize(Value, Args args) {
  Value selector;
  return match_arguments("_UnixSelectorEventLoop.__init__", "selector=None", args, &selector);
}

void dealloc(Object* o) {
  auto* loop = static_cast<EventLoop*>(o);
  release_loop_queues(loop);
  decref(loop->exception_handler);
  decref(loop->task_factory);
  decref(loop->slow_callback_duration);
  decref(loop->default_executor);
  decref(loop->old_firstiter);
  decref(loop->old_finalizer);
  if (loop->async_generators) decref(loop->async_generators);
  if (loop->dict) decref(loop->dict);
  free_object(loop, sizeof(EventLoop));
}
void traverse(Object* o, Visitor& visit) {
  auto* loop = static_cast<EventLoop*>(o);
  traverse_loop_queues(loop, visit);
  visit(loop->exception_handler);
  visit(loop->task_factory);
  visit(loop->default_executor);
  visit(loop->async_generators);
  visit(loop->dict);
}
Var repr_slot(Value v) {
  auto* loop = v.as<EventLoop>();
  auto text = [](bool b) { return b ? "True" : "False"; };
  return format_str("<%T running=%s closed=%s debug=%s>", v, text(loop->running), text(loop->closed), text(loop->debug));
}

}  // namespace

void init_event_loop_type() {
  loop_count = 0;
  Type* t = abstract_event_loop_type =
      new_type("asyncio.events.AbstractEventLoop", nullptr, sizeof(Object), Kind::Other, kBaseType | kWeakrefable);
  make_type_ready(t);
  t = base_event_loop_type =
      new_type("asyncio.base_events.BaseEventLoop", abstract_event_loop_type, sizeof(EventLoop), Kind::Other, kBaseType | kWeakrefable);
  t->dict_offset = offset_in(&EventLoop::dict);
  t->setattr = [](Value self, Str* name, Value value) {
    // As in a subclass; tasks and futures that there are already go on without it.
    if (value && equal(name, "call_soon")) self.as<EventLoop>()->own_call_soon = true;
    return generic_setattr(self, name, value);
  };
  t->construct = construct;
  t->initialize = initialize;
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = repr_slot;
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
  Type* selector = new_type("asyncio.selector_events.BaseSelectorEventLoop", base_event_loop_type, sizeof(EventLoop), Kind::Other,
                            kBaseType | kWeakrefable);
  make_type_ready(selector);
  t = event_loop_type = new_type("asyncio.unix_events._UnixSelectorEventLoop", selector, sizeof(EventLoop), Kind::Other,
                                 kBaseType | kWeakrefable);
  make_type_ready(t);

  deadlock_error = new_type("DeadlockError", rt.types.RuntimeError, rt.types.RuntimeError->basic_size, Kind::Exception, kBaseType);
  make_type_ready(deadlock_error);
  limit_error = new_type("LimitError", rt.types.RuntimeError, rt.types.RuntimeError->basic_size, Kind::Exception, kBaseType);
  make_type_ready(limit_error);
}

}  // namespace ap
