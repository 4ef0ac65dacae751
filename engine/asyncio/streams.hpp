// Streams: reading and writing with await, over the simulated network (loopback.hpp).
#pragma once
#include "asyncio/base_events.hpp"

namespace ap {

constexpr int64_t kStreamLimit = 64 * 1024;

struct StreamReader : Object {
  Dict* dict = nullptr;
  EventLoop* loop = nullptr;   // owned
  uint8_t* data = nullptr;     // what has come and was not read: `size` bytes from `head`
  uint32_t head = 0, size = 0, capacity = 0;
  int64_t limit = kStreamLimit;
  Value exception = None, transport = None;  // owned
  Future* waiter = nullptr;    // owned: of the one coroutine that waits for data
  bool eof = false, paused = false;
  explicit StreamReader(Type* t) : Object(t, Kind::Other) {}
};

// A future that waits for `what` of the network ("data"), as events tell it. In futures.cpp.
Ref<Future> new_network_future(EventLoop* loop, const char* what);

Ref<StreamReader> new_reader(int64_t limit, EventLoop* loop);
bool feed_data(StreamReader* r, Value data);
void feed_eof(StreamReader* r);
bool set_reader_exception(StreamReader* r, Value e);

extern Type *stream_reader_type, *stream_reader_protocol_type, *stream_writer_type, *flow_control_type;
void init_stream_reader_type();
void init_stream_types();

Co open_connection(Var host, Var port, int64_t limit);
Co start_server(Var connected, Var host, Var port, int64_t limit, bool start);
extern const CoroutineDef open_connection_def, start_server_def;

}  // namespace ap
