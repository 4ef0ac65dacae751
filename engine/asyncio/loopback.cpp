#include "asyncio/loopback.hpp"

#include <algorithm>

#include "asyncio/decisions.hpp"
#include "asyncio/format_helpers.hpp"
#include "asyncio/transports.hpp"
#include "object/bytes.hpp"
#include "object/dict.hpp"
#include "object/int.hpp"
#include "object/list.hpp"
#include "object/protocol.hpp"
#include "object/safe_repr.hpp"
#include "object/tuple.hpp"

namespace ap {

Network network;

namespace {

Type* loopback_type;
double latency_of_next_run = 0;

LoopbackTransport* transport_of(Value v) { return v.as<LoopbackTransport>(); }
bool call_protocol(LoopbackTransport* t, const char* method, Args args = {}) { return bool(call_method(t->protocol, method, args)); }

// "127.0.0.1:8888"
std::string address_text(Value address) {
  if (!is_kind(address, Kind::Tuple) || address.as<Tuple>()->size < 2) return safe_str(address);
  return safe_str((*address.as<Tuple>())[0]) + ":" + safe_repr((*address.as<Tuple>())[1]);
}

bool leave_with(const char* message, LoopbackTransport* t);
extern const HandleDef receive_def, reset_def, lose_def;

bool send_end(LoopbackTransport* t) {
  t->end_sent = true;
  return travel(t->loop, receive_def, Value(t->peer), None);
}

bool close_transport(LoopbackTransport* t) {
  if (t->closing) return true;
  if (!t->end_sent && !send_end(t)) return false;
  t->closing = true;
  return call_soon_here(t->loop, lose_def, Value(t), None);
}

bool force_close(LoopbackTransport* t, Value error) {
  if (t->closing) return true;
  t->closing = true;
  return travel(t->loop, reset_def, Value(t->peer)) && call_soon_here(t->loop, lose_def, Value(t), error);
}

// --- receiving

bool was_taken(LoopbackTransport* sender, int64_t size) {
  sender->unread -= size;
  if (!sender->writing_paused || sender->unread > sender->low) return true;
  sender->writing_paused = false;
  return call_protocol(sender, "resume_writing");
}

bool take_data(LoopbackTransport* t, Value data) {
  if (t->closing) return travel(t->loop, reset_def, Value(t->peer));
  if (trace::wants(trace::Category::network)) [[unlikely]] {
    std::string preview = safe_repr(data, 60);
    trace::emit(trace::DataReceived{.connection = t->id, .bytes = static_cast<uint32_t>(data.as<Bytes>()->size), .preview = preview});
  }
  if (!call_protocol(t, "data_received", Args{&data, 1, nullptr})) return leave_with("Fatal error: protocol.data_received() call failed.", t);
  return was_taken(t->peer, data.as<Bytes>()->size);
}

bool take_end(LoopbackTransport* t) {
  if (t->closing) return true;
  Var keep_open = call_method(t->protocol, "eof_received", Args{});
  if (!keep_open) return leave_with("Fatal error: protocol.eof_received() call failed.", t);
  Tri open = truth(keep_open);
  return open == Tri::Error ? false : open == Tri::True || close_transport(t);
}

// A protocol that raises loses its connection.
bool leave_with(const char* message, LoopbackTransport* t) {
  if (must_leave_loop()) return false;
  Var error = take_error();
  if (!is_instance(error, rt.types.OSError)) {
    Ref<Dict> context = new_dict();
    Ref<Str> text = make_str(message), a = intern("message"), b = intern("exception"), c = intern("transport"), d = intern("protocol");
    if (!dict_set(context.get(), a, text) || !dict_set(context.get(), b, error) || !dict_set(context.get(), c, Value(t)) ||
        !dict_set(context.get(), d, t->protocol) || !call_exception_handler(Value(t->loop), context.get()))
      return false;
  }
  return force_close(t, error);
}

bool receive(Value transport, Value what) {
  auto* t = transport_of(transport);
  if (t->paused) {
    if (!t->held) t->held = new_list().release();
    return list_append(t->held, what);
  }
  if (!push_context(t->context)) return false;
  bool ok = what.is_none() ? take_end(t) : take_data(t, what);
  pop_context();
  return ok;
}

bool take_reset(Value transport, Value) {
  auto* t = transport_of(transport);
  if (t->closing) return true;
  t->closing = true;
  Ref<Str> text = make_str("Connection reset by peer");
  Var error = call(Value(rt.types.ConnectionResetError), Value::from_int(104), text);
  return error && call_soon_here(t->loop, lose_def, transport, error);
}

bool lose(Value transport, Value error) {
  Ref<LoopbackTransport> t(transport_of(transport));
  t->lost = true;
  trace::emit(trace::ConnectionClosed{.connection = t->id, .task = running_task});
  bool ok = call_protocol(t.get(), "connection_lost", Args{&error, 1, nullptr});
  if (Server* server = std::exchange(t->server, nullptr)) {
    if (ok) ok = detach_client(server, t.get());
    decref(server);
  }
  return ok;
}

const HandleDef receive_def = {"_SelectorSocketTransport._read_ready", nullptr, 0, receive};
const HandleDef reset_def = {"_SelectorSocketTransport._read_ready", nullptr, 0, take_reset};
const HandleDef lose_def = {"_SelectorTransport._call_connection_lost", nullptr, 0, lose};

// --- sending

bool send(LoopbackTransport* t, Value data) {
  std::string_view view;
  if (!is_bytes_like(data)) return type_error("data argument must be a bytes-like object, not '%T'", data);
  if (!bytes_like(data, &view)) return false;
  if (t->end_sent) return runtime_error("Cannot call write() after write_eof()");
  if (view.empty() || t->lost) return true;
  Ref<Bytes> copy = make_bytes(view);
  t->unread += static_cast<int64_t>(view.size());
  if (copy && trace::wants(trace::Category::network)) [[unlikely]] {
    std::string preview = safe_repr(copy, 60);
    trace::emit(trace::DataSent{.connection = t->id, .bytes = static_cast<uint32_t>(view.size()), .preview = preview, .task = running_task});
  }
  if (!copy || !travel(t->loop, receive_def, Value(t->peer), copy)) return false;
  if (t->unread <= t->high || t->writing_paused) return true;
  t->writing_paused = true;
  return call_protocol(t, "pause_writing");
}

Var method_write(Call& c) { return send(transport_of(c.self), c[0]) ? Var(None) : Var(); }
Var method_writelines(Call& c) {
  Ref<Bytes> nothing = make_bytes("");
  Value lines = c[0];
  Var joined = call_method(nothing, "join", Args{&lines, 1, nullptr});
  return joined && send(transport_of(c.self), joined) ? Var(None) : Var();
}
Var method_write_eof(Call& c) {
  auto* t = transport_of(c.self);
  return t->closing || t->end_sent || send_end(t) ? Var(None) : Var();
}
Var method_limits(Call& c) {
  auto* t = transport_of(c.self);
  int64_t high = 64 * 1024, low;
  Value wanted_high = c.get(0, None), wanted_low = c.get(1, None);
  if (!wanted_low.is_none() && !to_int64(wanted_low, &low)) return Var();
  if (!wanted_high.is_none()) {
    if (!to_int64(wanted_high, &high)) return Var();
  } else if (!wanted_low.is_none()) {
    high = 4 * low;
  }
  if (wanted_low.is_none()) low = high / 4;
  if (!(high >= low && low >= 0))
    return value_error("high (%lld) must be >= low (%lld) must be >= 0", static_cast<long long>(high), static_cast<long long>(low));
  t->high = high;
  t->low = low;
  return None;
}
Var method_resume(Call& c) {
  auto* t = transport_of(c.self);
  t->paused = false;
  Ref<List> held = Ref<List>::steal(std::exchange(t->held, nullptr));
  for (uint32_t i = 0; held && i < held->size; ++i)
    if (!call_soon_here(t->loop, receive_def, c.self, held->items[i])) return Var();
  return None;
}
Var method_get_extra_info(Call& c) {
  auto* t = transport_of(c.self);
  if (is_kind(c[0], Kind::Str)) {
    if (equal(c[0].as<Str>(), "sockname")) return t->own_address;
    if (equal(c[0].as<Str>(), "peername")) return t->peer_address;
    if (equal(c[0].as<Str>(), "sslcontext")) return None;
  }
  return c.get(1, None);
}

constexpr uint8_t kDef = kPythonFunction;
const MethodDef methods[] = {
    {"get_extra_info", "name, default=None", method_get_extra_info, kDef},
    {"get_protocol", "", [](Call& c) { return Var(transport_of(c.self)->protocol); }, kDef},
    {"set_protocol", "protocol", [](Call& c) {
       decref(std::exchange(transport_of(c.self)->protocol, Var(c[0]).release()));
       return Var(None);
     }, kDef},
    {"write", "data", method_write, kDef},
    {"writelines", "list_of_data", method_writelines, kDef},
    {"can_write_eof", "", [](Call&) { return Var(True); }, kDef},
    {"write_eof", "", method_write_eof, kDef},
    {"get_write_buffer_size", "", [](Call& c) { return make_int(transport_of(c.self)->unread); }, kDef},
    {"get_write_buffer_limits", "", [](Call& c) {
       auto* t = transport_of(c.self);
       return Var(tuple_of(make_int(t->low), make_int(t->high)));
     }, kDef},
    {"set_write_buffer_limits", "high=None, low=None", method_limits, kDef},
    {"is_reading", "", [](Call& c) { return Var(Value::from_bool(!transport_of(c.self)->closing && !transport_of(c.self)->paused)); }, kDef},
    {"pause_reading", "", [](Call& c) {
       transport_of(c.self)->paused = true;
       return Var(None);
     }, kDef},
    {"resume_reading", "", method_resume, kDef},
    {"is_closing", "", [](Call& c) { return Var(Value::from_bool(transport_of(c.self)->closing)); }, kDef},
    {"close", "", [](Call& c) { return close_transport(transport_of(c.self)) ? Var(None) : Var(); }, kDef},
    {"abort", "", [](Call& c) { return force_close(transport_of(c.self), None) ? Var(None) : Var(); }, kDef},
};

Var show(Value v) {
  auto* t = transport_of(v);
  const char* state = t->lost ? " closed" : t->closing ? " closing" : "";
  Ref<Str> head = format_str("<%T%s fd=%d", v, state, static_cast<int>(t->fd));
  if (t->loop->closed) return format_str("%U>", head.get());
  return format_str("%U read=%s write=<%s, bufsize=%lld>>", head.get(), t->closing || t->paused ? "idle" : "polling",
                    t->unread ? "polling" : "idle", static_cast<long long>(t->unread));
}

void dealloc(Object* o) {
  auto* t = static_cast<LoopbackTransport*>(o);
  decref(t->protocol);
  decref(t->own_address);
  decref(t->peer_address);
  for (Object* part : {static_cast<Object*>(t->loop), static_cast<Object*>(t->server), static_cast<Object*>(t->peer),
                       static_cast<Object*>(t->held), static_cast<Object*>(t->context)})
    if (part) decref(part);
  free_object(t, sizeof(LoopbackTransport));
}
void traverse(Object* o, Visitor& visit) {
  auto* t = static_cast<LoopbackTransport*>(o);
  visit(t->protocol);
  visit(t->own_address);
  visit(t->peer_address);
  visit(t->loop);
  visit(t->server);
  visit(t->peer);
  visit(t->held);
  visit(t->context);
}

}  // namespace

void set_network_latency(double seconds) { latency_of_next_run = seconds; }

void reset_network() { network = {new_dict().release(), 49152, 6, latency_of_next_run}; }

bool call_soon_here(EventLoop* loop, const HandleDef& def, Value a, Value b) {
  Ref<Handle> h = call_soon(loop, def, a, b);
  if (h) h->context = copy_current_context().release();
  return bool(h);
}

bool travel(EventLoop* loop, const HandleDef& def, Value a, Value b) {
  if (!(network.latency > 0)) return call_soon_here(loop, def, a, b);
  double when = current_clock->now() + (decisions ? decisions->stretch(network.latency) : network.latency);
  // Nothing overtakes what was sent before it to the same end.
  if (type_of(a) == loopback_type) {
    auto* to = a.as<LoopbackTransport>();
    when = to->arrives = std::max(when, to->arrives);
  }
  Decisions* asked = std::exchange(decisions, nullptr);
  Ref<TimerHandle> h = call_at(loop, Value::from_float(when), def, a, b, trace::TimerKind::network);
  decisions = asked;
  if (h) h->context = copy_current_context().release();
  return bool(h);
}

Ref<LoopbackTransport> new_transport(EventLoop* loop, Value protocol, Server* server, Value own, Value peer) {
  auto* t = allocate<LoopbackTransport>(loopback_type, 0);
  Ref<LoopbackTransport> result = Ref<LoopbackTransport>::steal(t);
  incref(t->loop = loop);
  t->protocol = Var(protocol).release();
  t->own_address = Var(own).release();
  t->peer_address = Var(peer).release();
  t->fd = network.next_fd++;
  t->id = ++network.connections;
  if (trace::wants(trace::Category::network)) [[unlikely]] {
    std::string address = address_text(server ? own : peer);
    trace::emit(trace::ConnectionOpened{.connection = t->id, .address = address, .server = server != nullptr, .task = running_task});
  }
  if (server) {
    incref(t->server = server);
    if (!list_append(server->clients, Value(t))) return {};
  }
  return result;
}

void init_loopback_type() {
  Type* t = loopback_type = new_type("asyncio.selector_events._SelectorSocketTransport", connection_types.transport,
                                     sizeof(LoopbackTransport), Kind::Other, kWeakrefable);
  t->construct = [](Type* type, Args) -> Var { return type_error("cannot create '%N' instances", type); };
  t->dealloc = dealloc;
  t->traverse = traverse;
  t->repr = show;
  add_methods(t, methods);
  make_type_ready(t);
}

}  // namespace ap
