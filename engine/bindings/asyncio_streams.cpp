// asyncio.streams, asyncio.protocols, asyncio.transports.
#include "asyncio/loopback.hpp"
#include "asyncio/streams.hpp"
#include "asyncio/transports.hpp"
#include "bindings/asyncio_module.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"

namespace ap {
namespace {

bool get_limit(Value v, int64_t* limit) {
  *limit = kStreamLimit;
  return !v || to_int64(v, limit);
}

Var method_open_connection(Call& c) {
  int64_t limit;
  if (!get_limit(c[2], &limit) || !check_network_options("open_connection", c.keywords)) return Var();
  return native_coroutine(open_connection(c.get(0, None), c.get(1, None), limit), open_connection_def);
}

Var method_start_server(Call& c) {
  int64_t limit;
  bool start;
  if (!get_limit(c[3], &limit) || !check_network_options("start_server", c.keywords) || !wants_start(c.keywords, &start)) return Var();
  return native_coroutine(start_server(c[0], c.get(1, None), c.get(2, None), limit, start), start_server_def);
}

constexpr uint8_t kAsync = kPythonFunction | kCoroutineFunction;
const MethodDef functions[] = {
    {"open_connection", "host=None, port=None, *, limit=65536, **kwds", method_open_connection, kAsync},
    {"start_server", "client_connected_cb, host=None, port=None, *, limit=65536, **kwds", method_start_server, kAsync},
};

}  // namespace

bool fill_asyncio_streams(Module* m) {
  for (Type* t : {stream_reader_type, stream_writer_type, stream_reader_protocol_type}) module_type(m, t);
  module_functions(m, functions);
  return true;
}
bool fill_asyncio_protocols(Module* m) {
  const ConnectionTypes& c = connection_types;
  for (Type* t : {c.base_protocol, c.protocol, c.datagram_protocol, c.subprocess_protocol, c.buffered_protocol}) module_type(m, t);
  return true;
}
bool fill_asyncio_transports(Module* m) {
  const ConnectionTypes& c = connection_types;
  for (Type* t : {c.base_transport, c.read_transport, c.write_transport, c.transport, c.datagram_transport, c.subprocess_transport})
    module_type(m, t);
  return true;
}

}  // namespace ap
