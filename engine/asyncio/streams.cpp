// StreamWriter, the protocol between a transport and a reader, open_connection and start_server.
#include "asyncio/streams.hpp"

#include "asyncio/layout.hpp"
#include "asyncio/loopback.hpp"
#include "asyncio/transports.hpp"
#include "object/bytes.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"
#include "object/weakref.hpp"

namespace ap {

Type *stream_reader_protocol_type, *stream_writer_type, *flow_control_type;
const CoroutineDef open_connection_def = {"open_connection", "open_connection", "streams.py", 26, 48};
const CoroutineDef start_server_def = {"start_server", "start_server", "streams.py", 54, 84};

namespace {

constexpr uint8_t kDef = kPythonFunction, kAsync = kPythonFunction | kCoroutineFunction;

// FlowControlMixin and StreamReaderProtocol in one: the first uses the first part only.
struct StreamProtocol : Object {
  Dict* dict = nullptr;
  EventLoop* loop = nullptr;     // owned
  List* drainers = nullptr;      // futures of drain()
  bool paused = false, lost = false, rejects = false;
  Value reader = None;           // a weak reference
  Value strong_reader = None;    // of a server's: until the connection is made
  Value connected = None;        // client_connected_cb
  Value transport = None, task = None;
  Future* closed = nullptr;      // owned
  explicit StreamProtocol(Type* t) : Object(t, Kind::Other) {}
};
struct StreamWriter : Object {
  Dict* dict = nullptr;
  Value transport = None, protocol = None, reader = None, loop = None;
  explicit StreamWriter(Type* t) : Object(t, Kind::Other) {}
};

StreamProtocol* protocol_of(Value v) { return v.as<StreamProtocol>(); }
StreamWriter* writer_of(Value v) { return v.as<StreamWriter>(); }
void put(Value& slot, Value v) { decref(std::exchange(slot, Var(v).release())); }

Var reader_of(StreamProtocol* p) { return p->reader.is_none() ? Var(None) : weakref_target(p->reader); }

// --- flow control

Var pause_writing(Call& c) {
  protocol_of(c.self)->paused = true;
  return None;
}
Var resume_writing(Call& c) {
  auto* p = protocol_of(c.self);
  p->paused = false;
  for (uint32_t i = 0; i < p->drainers->size; ++i)
    if (auto* f = p->drainers->items[i].as<Future>(); !f->done() && !set_result(f, None)) return Var();
  return None;
}
bool flow_lost(StreamProtocol* p, Value error) {
  p->lost = true;
  if (!p->paused) return true;
  for (uint32_t i = 0; i < p->drainers->size; ++i) {
    auto* f = p->drainers->items[i].as<Future>();
    if (f->done()) continue;
    if (!(error.is_none() ? set_result(f, None) : set_exception(f, error))) return false;
  }
  return true;
}

Co drain_helper(Ref<StreamProtocol> self) {
  if (self->lost) co_return raise(rt.types.ConnectionResetError, "Connection lost");
  if (!self->paused) co_return None;
  Ref<Future> waiter = new_network_future(self->loop, "room to write");
  if (!list_append(self->drainers, Value(waiter.get()))) co_return Var();
  Outcome got = co_await outcome(waiter);
  for (uint32_t i = 0; i < self->drainers->size; ++i)
    if (self->drainers->items[i] == Value(waiter.get())) {
      list_pop(self->drainers, i).reset();
      break;
    }
  if (!got) co_return std::move(got).raise();
  co_return None;
}
const CoroutineDef drain_helper_def = {"_drain_helper", "FlowControlMixin._drain_helper", "streams.py", 164, 172};

bool flow_init(StreamProtocol* p, Value loop) {
  Var found = loop.is_none() ? get_event_loop() : Var(loop);
  if (!found) return false;
  if (!is_event_loop(found)) return type_error("an event loop is required, not '%T'", found.get());
  if (EventLoop* old = std::exchange(p->loop, found.release().as<EventLoop>())) decref(old);
  if (!p->drainers) p->drainers = new_list().release();
  return true;
}
const MethodDef flow_methods[] = {
    {"__init__", "loop=None", [](Call& c) { return flow_init(protocol_of(c.self), c.get(0, None)) ? Var(None) : Var(); }, kDef},
    {"pause_writing", "", pause_writing, kDef},
    {"resume_writing", "", resume_writing, kDef},
    {"connection_lost", "exc", [](Call& c) { return flow_lost(protocol_of(c.self), c[0]) ? Var(None) : Var(); }, kDef},
    {"_drain_helper", "", [](Call& c) { return native_coroutine(drain_helper(Ref<StreamProtocol>(protocol_of(c.self))), drain_helper_def); }, kAsync},
    {"_get_close_waiter", "stream", [](Call&) { return Var(raise_with_args(rt.types.NotImplementedError, rt.empty_tuple)); }, kDef},
};

const GetSetDef flow_getsets[] = {
    {"_loop", [](Value v) { return protocol_of(v)->loop ? Var(protocol_of(v)->loop) : Var(None); }},
    {"_paused", [](Value v) { return Var(Value::from_bool(protocol_of(v)->paused)); }},
};

// --- StreamReaderProtocol

Ref<StreamWriter> new_writer(Value transport, Value protocol, Value reader, Value loop) {
  auto* w = allocate<StreamWriter>(stream_writer_type, 0);
  put(w->transport, transport);
  put(w->protocol, protocol);
  put(w->reader, reader);
  put(w->loop, loop);
  return Ref<StreamWriter>::steal(w);
}

bool protocol_init(StreamProtocol* p, Value reader, Value connected, Value loop) {
  if (!flow_init(p, loop)) return false;
  if (!reader.is_none()) {
    Var weak = new_weakref(rt.types.weakref, reader, None);
    if (!weak) return false;
    put(p->reader, weak);
  }
  if (!connected.is_none()) put(p->strong_reader, reader);
  put(p->connected, connected);
  if (Future* old = std::exchange(p->closed, new_network_future(p->loop, "the connection's end").release())) decref(old);
  return true;
}

// What a handler's task ends with is told; its connection is closed.
Var handler_done(InternalCallback* callback, Value task) {
  Value transport = callback->a;
  Tri cancelled = future_was_cancelled(task);
  if (cancelled == Tri::Error) return Var();
  if (cancelled == Tri::True) return call_method(transport, "close", Args{});
  Var error = future_get_exception(task);
  if (!error || error.is_none()) return error;
  auto* p = protocol_of(callback->b);
  Ref<Str> message = make_str("Unhandled exception in client_connected_cb");
  if (!report(Value(p->loop), message.get(), error, "transport", transport)) return Var();
  return call_method(transport, "close", Args{});
}
const CallbackDef handler_done_def = {"StreamReaderProtocol.connection_made.<locals>.callback", "streams.py", 242, handler_done};

Var connection_made(Call& c) {
  auto* p = protocol_of(c.self);
  put(p->transport, c[0]);
  Var reader = reader_of(p);
  if (!reader.is_none()) {
    Value transport = c[0];
    if (!call_method(reader, "set_transport", Args{&transport, 1, nullptr})) return Var();
  }
  if (p->connected.is_none()) return None;
  // Nobody but the handler holds it: a writer that is dropped closes the connection.
  Ref<StreamWriter> writer = new_writer(c[0], c.self, reader, Value(p->loop));
  Var connected = p->connected;
  Var result = call(connected, reader, Value(writer.get()));
  if (!result) return Var();
  if (is_coroutine(result)) {
    Var task = create_task(Value(p->loop), result);
    if (!task) return Var();
    put(p->task, task);
    Ref<InternalCallback> callback = new_callback(handler_done_def, c[0], c.self);
    if (!future_add_callback(task, callback)) return Var();
  }
  put(p->strong_reader, None);
  return None;
}

Var connection_lost(Call& c) {
  auto* p = protocol_of(c.self);
  Ref<StreamProtocol> keep(p);
  Value error = c[0];
  Var reader = reader_of(p);
  if (!reader.is_none() && !(error.is_none() ? bool(call_method(reader, "feed_eof", Args{}))
                                             : bool(call_method(reader, "set_exception", Args{&error, 1, nullptr}))))
    return Var();
  if (!p->closed->done() && !(error.is_none() ? set_result(p->closed, None) : set_exception(p->closed, error))) return Var();
  p->closed->log_traceback = false;  // CPython's protocol retrieves it when it goes
  if (!flow_lost(p, error)) return Var();
  put(p->reader, None);
  put(p->task, None);
  put(p->transport, None);
  return None;
}

Var data_received(Call& c) {
  Var reader = reader_of(protocol_of(c.self));
  Value data = c[0];
  return reader.is_none() ? Var(None) : call_method(reader, "feed_data", Args{&data, 1, nullptr});
}
Var eof_received(Call& c) {
  Var reader = reader_of(protocol_of(c.self));
  if (!reader.is_none() && !call_method(reader, "feed_eof", Args{})) return Var();
  return True;
}

const MethodDef protocol_methods[] = {
    {"__init__", "stream_reader, client_connected_cb=None, loop=None", [](Call& c) {
       return protocol_init(protocol_of(c.self), c[0], c.get(1, None), c.get(2, None)) ? Var(None) : Var();
     }, kDef},
    {"connection_made", "transport", connection_made, kDef},
    {"connection_lost", "exc", connection_lost, kDef},
    {"data_received", "data", data_received, kDef},
    {"eof_received", "", eof_received, kDef},
    {"_get_close_waiter", "stream", [](Call& c) { return Var(protocol_of(c.self)->closed); }, kDef},
};
const GetSetDef protocol_getsets[] = {
    {"_stream_reader", [](Value v) { return reader_of(protocol_of(v)); }},
};

void dealloc_protocol(Object* o) {
  auto* p = static_cast<StreamProtocol*>(o);
  // What the connection was lost with is nobody's fault.
  if (p->closed) p->closed->log_traceback = false;
  for (Value v : {p->reader, p->strong_reader, p->connected, p->transport, p->task}) decref(v);
  for (Object* part : {static_cast<Object*>(p->dict), static_cast<Object*>(p->loop), static_cast<Object*>(p->drainers), static_cast<Object*>(p->closed)})
    if (part) decref(part);
  free_object(p, sizeof(StreamProtocol));
}
void traverse_protocol(Object* o, Visitor& visit) {
  auto* p = static_cast<StreamProtocol*>(o);
  for (Value v : {p->reader, p->strong_reader, p->connected, p->transport, p->task}) visit(v);
  visit(p->dict);
  visit(p->loop);
  visit(p->drainers);
  visit(p->closed);
}

// --- StreamWriter

// Hands a call on.
Var on_transport(Call& c, const char* name, uint32_t n) {
  return call_method(writer_of(c.self)->transport, name, Args{c.params, n, nullptr});
}

const CoroutineDef wait_closed_def = {"wait_closed", "StreamWriter.wait_closed", "streams.py", 357, 358};
const CoroutineDef drain_def = {"drain", "StreamWriter.drain", "streams.py", 363, 386};

const CoroutineDef drain_closing_def = {"drain", "StreamWriter.drain", "streams.py", 363, 385};

Co wait_closed(Ref<StreamWriter> self) {
  Value writer = Value(self.get());
  (void)co_await awaiting(call_method(self->protocol, "_get_close_waiter", Args{&writer, 1, nullptr}));
  co_return None;
}

Co drain(Ref<StreamWriter> self) {
  if (!self->reader.is_none()) {
    Var error = call_method(self->reader, "exception", Args{});
    if (!error) co_return Var();
    if (!error.is_none()) co_return raise_value(error);
  }
  Var closing = call_method(self->transport, "is_closing", Args{});
  Tri t = closing ? truth(closing) : Tri::Error;
  if (t == Tri::Error) co_return Var();
  // connection_lost() is on its way then, and what it says is to be seen here.
  if (t == Tri::True) {
    co_await at_line(drain_closing_def);
    (void)co_await awaiting(sleep(Value::from_int(0)));
    co_await at_line(drain_def);
  }
  (void)co_await awaiting(call_method(self->protocol, "_drain_helper", Args{}));
  co_return None;
}

Var writer_del(Call& c) {
  auto* w = writer_of(c.self);
  Var closing = call_method(w->transport, "is_closing", Args{});
  if (!closing) return Var();
  if (truth(closing) != Tri::False) return None;
  bool over = is_event_loop(w->loop) && w->loop.as<EventLoop>()->closed;
  if (!over && !call_method(w->transport, "close", Args{})) return Var();
  if (!rt.hooks.warn) return None;
  if (over) return rt.hooks.warn(rt.types.ResourceWarning, "loop is closed", 1) ? Var(None) : Var();
  Ref<Str> text = format_str("unclosed %R", c.self);
  return text && rt.hooks.warn(rt.types.ResourceWarning, to_utf8(text.get()).c_str(), 1) ? Var(None) : Var();
}

const MethodDef writer_methods[] = {
    {"__init__", "transport, protocol, reader, loop", [](Call& c) {
       auto* w = writer_of(c.self);
       put(w->transport, c[0]);
       put(w->protocol, c[1]);
       put(w->reader, c[2]);
       put(w->loop, c[3]);
       return Var(None);
     }, kDef},
    {"write", "data", [](Call& c) { return on_transport(c, "write", 1) ? Var(None) : Var(); }, kDef},
    {"writelines", "data", [](Call& c) { return on_transport(c, "writelines", 1) ? Var(None) : Var(); }, kDef},
    {"write_eof", "", [](Call& c) { return on_transport(c, "write_eof", 0); }, kDef},
    {"can_write_eof", "", [](Call& c) { return on_transport(c, "can_write_eof", 0); }, kDef},
    {"close", "", [](Call& c) { return on_transport(c, "close", 0); }, kDef},
    {"is_closing", "", [](Call& c) { return on_transport(c, "is_closing", 0); }, kDef},
    {"get_extra_info", "name, default=None", [](Call& c) { return on_transport(c, "get_extra_info", c[1] ? 2 : 1); }, kDef},
    {"wait_closed", "", [](Call& c) { return native_coroutine(wait_closed(Ref<StreamWriter>(writer_of(c.self))), wait_closed_def); }, kAsync},
    {"drain", "", [](Call& c) { return native_coroutine(drain(Ref<StreamWriter>(writer_of(c.self))), drain_def); }, kAsync},
    {"start_tls", "sslcontext, *, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None", [](Call&) -> Var {
       return raise(rt.types.NotImplementedError, "StreamWriter.start_tls() is not supported here: the network is simulated");
     }, kDef},
    {"__del__", "", writer_del, kDef},
};
const GetSetDef writer_getsets[] = {
    {"transport", [](Value v) { return Var(writer_of(v)->transport); }},
    {"_transport", [](Value v) { return Var(writer_of(v)->transport); }},
    {"_protocol", [](Value v) { return Var(writer_of(v)->protocol); }},
    {"_reader", [](Value v) { return Var(writer_of(v)->reader); }},
};

Var show_writer(Value v) {
  auto* w = writer_of(v);
  if (w->reader.is_none()) return format_str("<%T transport=%R>", v, w->transport);
  return format_str("<%T transport=%R reader=%R>", v, w->transport, w->reader);
}
void dealloc_writer(Object* o) {
  auto* w = static_cast<StreamWriter*>(o);
  for (Value v : {w->transport, w->protocol, w->reader, w->loop}) decref(v);
  if (w->dict) decref(w->dict);
  free_object(w, sizeof(StreamWriter));
}
void traverse_writer(Object* o, Visitor& visit) {
  auto* w = static_cast<StreamWriter*>(o);
  for (Value v : {w->transport, w->protocol, w->reader, w->loop}) visit(v);
  visit(w->dict);
}

// --- the factories that open_connection and start_server hand to the loop

const CallbackDef same_protocol_def = {"open_connection.<locals>.<lambda>", "streams.py", 49,
                                       [](InternalCallback* self, Value) { return Var(self->a); }};
Var make_server_protocol(InternalCallback* self, Value) {
  auto* loop = self->b.as<EventLoop>();
  Ref<StreamReader> reader = new_reader(self->mode, loop);
  auto* p = allocate<StreamProtocol>(stream_reader_protocol_type, 0);
  Var protocol = Var::steal(p);
  return protocol_init(p, Value(reader.get()), self->a, Value(loop)) ? protocol : Var();
}
const CallbackDef server_protocol_def = {"start_server.<locals>.factory", "streams.py", 78, make_server_protocol};

}  // namespace

Co open_connection(Var host, Var port, int64_t limit) {
  EventLoop* running = get_running_loop();
  if (!running) co_return Var();
  Ref<EventLoop> loop(running);
  if (limit <= 0) co_return value_error("Limit cannot be <= 0");
  Ref<StreamReader> reader = new_reader(limit, running);
  auto* p = allocate<StreamProtocol>(stream_reader_protocol_type, 0);
  Var protocol = Var::steal(p);
  if (!protocol_init(p, Value(reader.get()), None, Value(running))) co_return Var();
  Var made = co_await named(create_connection(loop, new_callback(same_protocol_def, protocol), host, port), create_connection_def);
  Ref<StreamWriter> writer = new_writer((*made.get().as<Tuple>())[0], protocol, Value(reader.get()), Value(running));
  co_return tuple_of(reader, writer);
}

Co start_server(Var connected, Var host, Var port, int64_t limit, bool start) {
  EventLoop* running = get_running_loop();
  if (!running) co_return Var();
  Ref<InternalCallback> factory = new_callback(server_protocol_def, connected, Value(running));
  factory->mode = static_cast<uint32_t>(limit);
  co_return co_await named(create_server(Ref<EventLoop>(running), factory, host, port, start), create_server_def);
}

void init_stream_types() {
  Type* t = flow_control_type = new_type("asyncio.streams.FlowControlMixin", connection_types.protocol, sizeof(StreamProtocol),
                                         Kind::Other, kBaseType | kWeakrefable);
  t->dict_offset = offset_in(&StreamProtocol::dict);
  t->construct = [](Type* type, Args) { return Var::steal(allocate<StreamProtocol>(type, 0)); };
  t->dealloc = dealloc_protocol;
  t->traverse = traverse_protocol;
  add_methods(t, flow_methods);
  add_getsets(t, flow_getsets);
  make_type_ready(t);
  t = stream_reader_protocol_type = new_type("asyncio.streams.StreamReaderProtocol", flow_control_type, sizeof(StreamProtocol),
                                             Kind::Other, kBaseType | kWeakrefable);
  add_methods(t, protocol_methods);
  add_getsets(t, protocol_getsets);
  make_type_ready(t);
  t = stream_writer_type = new_type("asyncio.streams.StreamWriter", nullptr, sizeof(StreamWriter), Kind::Other,
                                    kBaseType | kWeakrefable | kHasDel);
  t->dict_offset = offset_in(&StreamWriter::dict);
  t->construct = [](Type* type, Args) { return Var::steal(allocate<StreamWriter>(type, 0)); };
  t->dealloc = dealloc_writer;
  t->traverse = traverse_writer;
  t->repr = show_writer;
  add_methods(t, writer_methods);
  add_getsets(t, writer_getsets);
  make_type_ready(t);
}

}  // namespace ap
