// Servers and connections: loop.create_server, loop.create_connection and CPython's base_events.Server.
#include "asyncio/loopback.hpp"
#include "asyncio/streams.hpp"

#include "object/class.hpp"
#include "object/int.hpp"

namespace ap {

Type *abstract_server_type, *server_type;
const CoroutineDef create_server_def = {"create_server", "BaseEventLoop.create_server", "base_events.py", 1516, 1654};
const CoroutineDef create_connection_def = {"create_connection", "BaseEventLoop.create_connection", "base_events.py", 1060, 1123};

namespace {

Type *transport_socket_type, *address_error;

Server* server_of(Value v) { return v.as<Server>(); }
Ref<Server> self_of(Call& c) { return Ref<Server>(server_of(c.self)); }

bool is_one_of(Value v, std::initializer_list<const char*> texts) {
  if (!is_kind(v, Kind::Str)) return false;
  for (const char* text : texts)
    if (equal(v.as<Str>(), text)) return true;
  return false;
}

// --- what a server's sockets are: what trsock.TransportSocket shows

struct TransportSocket : Object {
  Value address = None;  // owned
  uint32_t fd = 0;
  explicit TransportSocket(Type* t) : Object(t, Kind::Other) {}
};

const MethodDef socket_methods[] = {
    {"getsockname", "", [](Call& c) { return Var(c.self.as<TransportSocket>()->address); }, kPythonFunction},
    {"getpeername", "", [](Call&) -> Var {
       Ref<Str> text = make_str("Transport endpoint is not connected");
       Var error = call(Value(rt.types.OSError), Value::from_int(107), text);
       return error ? Var(raise_value(error)) : Var();
     }, kPythonFunction},
    {"fileno", "", [](Call& c) { return make_int(c.self.as<TransportSocket>()->fd); }, kPythonFunction},
};
const GetSetDef socket_getsets[] = {
    {"family", [](Value) { return make_int(2); }},
    {"type", [](Value) { return make_int(1); }},
    {"proto", [](Value) { return make_int(0); }},
};
Var show_socket(Value v) {
  auto* s = v.as<TransportSocket>();
  return format_str("<asyncio.TransportSocket fd=%d, family=2, type=1, proto=0, laddr=%R>", static_cast<int>(s->fd), s->address);
}

// --- making connections

bool refuse_connection(Future* connected, Value port) {
  Ref<Str> text = format_str("Connect call failed ('127.0.0.1', %S)", port);
  if (!text) return false;
  Var error = call(Value(rt.types.ConnectionRefusedError), Value::from_int(111), text);
  return error && set_exception(connected, error);
}

bool connect(Value future, Value parts) {
  auto* connected = future.as<Future>();
  if (connected->done()) return true;
  auto* loop = static_cast<EventLoop*>(connected->loop);
  Value factory = (*parts.as<Tuple>())[0], port = (*parts.as<Tuple>())[1];
  Value listening = dict_get(network.listeners, port);
  if (!listening) {
    if (failed()) return false;
    return refuse_connection(connected, port);
  }
  Ref<Server> server(server_of(listening));
  if (!server->serving || server->loop != loop) return refuse_connection(connected, port);
  Ref<Str> host = make_str("127.0.0.1");
  Ref<Tuple> client_address = tuple_of(host, make_int(network.next_port++));
  Ref<Context> context = copy_context(server->context);
  // What arrives runs in the context of whoever began to listen.
  if (!push_context(context.get())) return false;
  Var protocol = call(server->factory);
  pop_context();
  if (!protocol) return false;
  Ref<LoopbackTransport> server_side = new_transport(loop, protocol, server.get(), server->address, client_address);
  if (!server_side) return false;
  server_side->context = Ref<Context>(context).release();
  Var client_protocol = call(factory);
  if (!client_protocol) return false;
  Ref<LoopbackTransport> client_side = new_transport(loop, client_protocol, nullptr, client_address, server->address);
  client_side->context = copy_current_context().release();
  server_side->peer = Ref<LoopbackTransport>(client_side).release();
  client_side->peer = Ref<LoopbackTransport>(server_side).release();
  Value side = Value(server_side.get());
  if (!push_context(context.get())) return false;
  bool ok = bool(call_method(protocol, "connection_made", Args{&side, 1, nullptr}));
  pop_context();
  side = Value(client_side.get());
  if (!ok || !call_method(client_protocol, "connection_made", Args{&side, 1, nullptr})) return false;
  Ref<Tuple> pair = tuple_of(client_side, client_protocol);
  return set_result(connected, pair);
}
const HandleDef connect_def = {"BaseSelectorEventLoop._sock_connect", nullptr, 0, connect};

// --- Server

bool start_serving(Server* s) {
  if (s->serving) return true;
  s->serving = true;
  if (!s->open) return type_error("'NoneType' object is not iterable");  // its sockets, in CPython
  if (Context* old = std::exchange(s->context, copy_current_context().release())) decref(old);
  return true;
}

bool wake_up(Server* s) {
  Ref<List> waiters = Ref<List>::steal(std::exchange(s->waiters, nullptr));
  for (uint32_t i = 0; waiters && i < waiters->size; ++i)
    if (auto* f = waiters->items[i].as<Future>(); !f->done() && !set_result(f, None)) return false;
  return true;
}

bool close_server(Server* s) {
  if (!s->open) return true;
  s->open = s->serving = false;
  Value port = (*s->address.as<Tuple>())[1];
  if (dict_get(network.listeners, port) == Value(s) && dict_remove(network.listeners, port) == Tri::Error) return false;
  if (s->forever && !s->forever->done()) {
    cancel_future(s->forever, None);
    if (Future* old = std::exchange(s->forever, nullptr)) decref(old);
  }
  return s->clients->size || wake_up(s);
}

Co server_wait_closed(Ref<Server> self) {
  if (!self->waiters) co_return None;
  Ref<Future> waiter = new_network_future(self->loop, "the server's end");
  if (!list_append(self->waiters, Value(waiter.get()))) co_return Var();
  (void)co_await until(waiter);
  co_return None;
}
const CoroutineDef wait_closed_def = {"wait_closed", "Server.wait_closed", "base_events.py", 389, 414};

Co server_start(Ref<Server> self) {
  if (!start_serving(self.get())) co_return Var();
  co_return co_await awaiting(sleep(Value::from_int(0)));
}
const CoroutineDef start_def = {"start_serving", "Server.start_serving", "base_events.py", 362, 366};

Co serve_forever(Ref<Server> self) {
  if (self->forever) co_return runtime_error("server %R is already being awaited on serve_forever()", Value(self.get()));
  if (!self->open) co_return runtime_error("server %R is closed", Value(self.get()));
  if (!start_serving(self.get())) co_return Var();
  Ref<Future> f = new_network_future(self->loop, "the server's end");
  self->forever = Ref<Future>(f).release();
  Outcome got = co_await outcome(f);
  if (!got && got.is(rt.types.CancelledError)) {
    Handling handling(got.error);
    // Whatever happens meanwhile, the cancellation goes on.
    if (close_server(self.get()))
      (void)co_await outcome(named(server_wait_closed(self), wait_closed_def));
    else
      clear_error();
  }
  if (Future* old = std::exchange(self->forever, nullptr)) decref(old);
  if (!got) co_return std::move(got).raise();
  co_return None;
}
const CoroutineDef forever_def = {"serve_forever", "Server.serve_forever", "base_events.py", 368, 379};

Co server_enter(Ref<Server> self) { co_return self; }
const CoroutineDef enter_def = {"__aenter__", "AbstractServer.__aenter__", "events.py", 246};
Co server_exit(Ref<Server> self) {
  if (!close_server(self.get())) co_return Var();
  co_return co_await named(server_wait_closed(self), wait_closed_def);
}
const CoroutineDef exit_def = {"__aexit__", "AbstractServer.__aexit__", "events.py", 249, 251};

Var for_all_clients(Server* s, const char* method) {
  Ref<List> clients = make_list(s->clients->items, s->clients->size);
  for (uint32_t i = 0; clients && i < clients->size; ++i)
    if (!call_method(clients->items[i], method, Args{})) return Var();
  return clients ? Var(None) : Var();
}

constexpr uint8_t kAsync = kPythonFunction | kCoroutineFunction;
const MethodDef methods[] = {
    {"get_loop", "", [](Call& c) { return Var(server_of(c.self)->loop); }, kPythonFunction},
    {"is_serving", "", [](Call& c) { return Var(Value::from_bool(server_of(c.self)->serving)); }, kPythonFunction},
    {"close", "", [](Call& c) { return close_server(server_of(c.self)) ? Var(None) : Var(); }, kPythonFunction},
    {"close_clients", "", [](Call& c) { return for_all_clients(server_of(c.self), "close"); }, kPythonFunction},
    {"abort_clients", "", [](Call& c) { return for_all_clients(server_of(c.self), "abort"); }, kPythonFunction},
    {"start_serving", "", [](Call& c) { return native_coroutine(server_start(self_of(c)), start_def); }, kAsync},
    {"serve_forever", "", [](Call& c) { return native_coroutine(serve_forever(self_of(c)), forever_def); }, kAsync},
    {"wait_closed", "", [](Call& c) { return native_coroutine(server_wait_closed(self_of(c)), wait_closed_def); }, kAsync},
    {"__aenter__", "", [](Call& c) { return native_coroutine(server_enter(self_of(c)), enter_def); }, kAsync},
    {"__aexit__", "*exc", [](Call& c) { return native_coroutine(server_exit(self_of(c)), exit_def); }, kAsync},
};

Var get_sockets(Value v) {
  auto* s = server_of(v);
  if (!s->open) return Var(rt.empty_tuple);
  auto* socket = allocate<TransportSocket>(transport_socket_type, 0);
  Var made = Var::steal(socket);
  socket->address = Var(s->address).release();
  socket->fd = s->fd;
  return tuple_of(made);
}
const GetSetDef getsets[] = {{"sockets", get_sockets}};

Var show(Value v) {
  Var sockets = get_sockets(v);
  return sockets ? Var(format_str("<%T sockets=%R>", v, sockets.get())) : Var();
}

void dealloc(Object* o) {
  auto* s = static_cast<Server*>(o);
  decref(s->factory);
  decref(s->address);
  for (Object* part : {static_cast<Object*>(s->loop), static_cast<Object*>(s->context), static_cast<Object*>(s->clients),
                       static_cast<Object*>(s->waiters), static_cast<Object*>(s->forever)})
    if (part) decref(part);
  free_object(s, sizeof(Server));
}
void traverse(Object* o, Visitor& visit) {
  auto* s = static_cast<Server*>(o);
  visit(s->factory);
  visit(s->loop);
  visit(s->context);
  visit(s->clients);
  visit(s->waiters);
  visit(s->forever);
}

}  // namespace

bool detach_client(Server* s, LoopbackTransport* transport) {
  for (uint32_t i = 0; i < s->clients->size; ++i)
    if (s->clients->items[i] == Value(transport)) {
      list_pop(s->clients, i).reset();
      break;
    }
  return s->clients->size || s->open || wake_up(s);
}

bool check_network_options(const char* method, Dict* keywords) {
  uint32_t at = 0;
  for (Value key, value; keywords && dict_next(keywords, &at, &key, &value);) {
    if (!is_one_of(key, {"ssl", "sock", "local_addr", "server_hostname"}) || value.is_none() || value == False) continue;
    return raise(rt.types.NotImplementedError, "%s(%U=...) is not supported here: the network is simulated", method, key.as<Str>());
  }
  return true;
}

bool wants_start(Dict* keywords, bool* start) {
  *start = true;
  Ref<Str> name = intern("start_serving");
  Value given = keywords ? dict_get_name(keywords, name.get()) : Value();
  if (!given) return true;
  Tri t = truth(given);
  *start = t == Tri::True;
  return t != Tri::Error;
}

Co create_server(Ref<EventLoop> loop, Var factory, Var wanted_host, Var wanted_port, bool start) {
  Var host = wanted_host, port = wanted_port;
  if (is_kind(host, Kind::List) || is_kind(host, Kind::Tuple)) {
    Ref<Tuple> hosts = to_tuple(host);
    if (!hosts) co_return Var();
    host = hosts->size ? Var((*hosts)[0]) : Var(None);
  }
  if (port.is_none() || port == Value::from_int(0)) port = make_int(network.next_port++);
  if (host.is_none() || is_one_of(host, {"", "localhost"})) host = make_str("127.0.0.1");
  auto* s = allocate<Server>(server_type, 0);
  Ref<Server> server = Ref<Server>::steal(s);
  s->loop = Ref<EventLoop>(loop).release();
  s->factory = Var(factory).release();
  s->address = Value(tuple_of(host, port).release());
  s->clients = new_list().release();
  s->waiters = new_list().release();
  s->fd = network.next_fd++;
  if (dict_get(network.listeners, port)) {
    Ref<Str> text = format_str("error while attempting to bind on address %R: [errno 98] address already in use", s->address);
    Var error = text ? call(Value(rt.types.OSError), Value::from_int(98), text) : Var();
    if (error) (void)raise_value(error);
    co_return Var();
  }
  if (failed() || !dict_set(network.listeners, port, Value(s))) co_return Var();
  if (start) {
    if (!start_serving(s)) co_return Var();
    (void)co_await awaiting(sleep(Value::from_int(0)));
  }
  co_return server;
}

Co create_connection(Ref<EventLoop> loop, Var factory, Var host, Var port) {
  if (!host.is_none() && !is_one_of(host, {"", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::"})) {
    Ref<Str> text = make_str("Name or service not known");
    Var error = call(Value(address_error), Value::from_int(-2), text);
    if (error) (void)raise_value(error);
    co_return Var();
  }
  Ref<Future> connected = new_network_future(loop.get(), "a connection");
  Ref<Tuple> parts = tuple_of(factory, port);
  if (!travel(loop.get(), connect_def, Value(connected.get()), parts)) co_return Var();
  co_return co_await until(connected);
}

void init_server_type() {
  Type* t = transport_socket_type =
      new_type("asyncio.trsock.TransportSocket", nullptr, sizeof(TransportSocket), Kind::Other, 0);
  t->dealloc = [](Object* o) {
    decref(static_cast<TransportSocket*>(o)->address);
    free_object(o, sizeof(TransportSocket));
  };
  t->repr = show_socket;
  add_methods(t, socket_methods);
  add_getsets(t, socket_getsets);
  make_type_ready(t);
  t = abstract_server_type = new_type("asyncio.events.AbstractServer", nullptr, sizeof(Object), Kind::Other, kBaseType | kWeakrefable);
  make_type_ready(t);
  t = server_type = new_type("asyncio.base_events.Server", abstract_server_type, sizeof(Server), Kind::Other, kWeakrefable);
  t->construct = [](Type* type, Args) -> Var { return type_error("cannot create '%N' instances", type); };
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = show;
  add_methods(t, methods);
  add_getsets(t, getsets);
  make_type_ready(t);
  Type* base = rt.types.OSError;
  t = address_error = new_type("socket.gaierror", base, base->basic_size, Kind::Exception, kBaseType);
  make_type_ready(t);
}

}  // namespace ap
