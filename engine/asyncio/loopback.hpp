// The simulated network: this machine only. What is sent arrives `latency` seconds later, in order; with latency 0 in the
// next pass of the loop. Nothing in between holds data: what the other end has not taken yet is the transport's write
// buffer, and stops the writer at its limit. The rules are those of tests/conformance/reference/harness/loopback.py.
#pragma once
#include "asyncio/base_events.hpp"

namespace ap {

struct Server;

struct LoopbackTransport : Object {
  EventLoop* loop = nullptr;             // owned
  Value protocol = None;                 // owned
  Server* server = nullptr;              // owned; until the connection is lost
  LoopbackTransport* peer = nullptr;     // owned
  Value own_address = None, peer_address = None;
  List* held = nullptr;                  // what arrived while reading was paused: bytes, or None for end of file
  Context* context = nullptr;            // owned; what arrives runs in it
  double arrives = 0;                    // when what was sent to this end last gets here
  int64_t unread = 0;                    // bytes on their way, or held at the other end
  int64_t high = 64 * 1024, low = 16 * 1024;
  uint32_t fd = 0;
  uint32_t id = 0;                       // in events
  bool closing = false, lost = false, end_sent = false, paused = false, writing_paused = false;
  explicit LoopbackTransport(Type* t) : Object(t, Kind::Other) {}
};

// A listening socket and whom it is for, in one: CPython's base_events.Server over one socket.
struct Server : Object {
  EventLoop* loop = nullptr;       // owned
  Value factory = None;            // makes a protocol for each connection
  Value address = None;            // (host, port)
  Context* context = nullptr;      // owned; connections are made in copies of it
  List* clients = nullptr;         // transports, in order of connection
  List* waiters = nullptr;         // of wait_closed; null once closed and empty
  Future* forever = nullptr;       // owned
  uint32_t fd = 0;
  bool open = true, serving = false;
  explicit Server(Type* t) : Object(t, Kind::Other) {}
};

// Seconds between sending and arriving: the run option network.latency.
void set_network_latency(double seconds);
void reset_network();

Co create_server(Ref<EventLoop> loop, Var factory, Var host, Var port, bool start);
Co create_connection(Ref<EventLoop> loop, Var factory, Var host, Var port);
extern const CoroutineDef create_server_def, create_connection_def;
// What the loop's methods of that name take besides, which needs an operating system: false, refused by name.
bool check_network_options(const char* method, Dict* keywords);

// start_serving among the options; false: an exception is set.
bool wants_start(Dict* keywords, bool* start);

bool detach_client(Server* server, LoopbackTransport* transport);
extern Type *abstract_server_type, *server_type;
void init_loopback_type();
void init_server_type();

// For server.cpp.
struct Network {
  Dict* listeners;      // port -> Server
  uint32_t next_port, next_fd;
  double latency;
  uint32_t connections = 0;  // ids
};
extern Network network;
// A callback of the network that runs in a copy of the current context; false: the loop is closed.
bool call_soon_here(EventLoop* loop, const HandleDef& def, Value a, Value b = Value());
bool travel(EventLoop* loop, const HandleDef& def, Value a, Value b = Value());
Ref<LoopbackTransport> new_transport(EventLoop* loop, Value protocol, Server* server, Value own, Value peer);

}  // namespace ap
