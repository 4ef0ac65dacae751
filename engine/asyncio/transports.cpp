#include "asyncio/transports.hpp"

#include "object/exception.hpp"

namespace ap {

ConnectionTypes connection_types;

namespace {

// Protocols do nothing unless told otherwise; transports are abstract.
Var nothing(Call&) { return None; }
Var abstract(Call&) { return raise_with_args(rt.types.NotImplementedError, rt.empty_tuple); }

constexpr uint8_t kDef = kPythonFunction;
const MethodDef base_protocol[] = {{"connection_made", "transport", nothing, kDef},
                                   {"connection_lost", "exc", nothing, kDef},
                                   {"pause_writing", "", nothing, kDef},
                                   {"resume_writing", "", nothing, kDef}};
const MethodDef protocol[] = {{"data_received", "data", nothing, kDef}, {"eof_received", "", nothing, kDef}};
const MethodDef buffered_protocol[] = {{"get_buffer", "sizehint", nothing, kDef},
                                       {"buffer_updated", "nbytes", nothing, kDef},
                                       {"eof_received", "", nothing, kDef}};
const MethodDef datagram_protocol[] = {{"datagram_received", "data, addr", nothing, kDef}, {"error_received", "exc", nothing, kDef}};
const MethodDef subprocess_protocol[] = {{"pipe_data_received", "fd, data", nothing, kDef},
                                         {"pipe_connection_lost", "fd, exc", nothing, kDef},
                                         {"process_exited", "", nothing, kDef}};
const MethodDef base_transport[] = {{"get_extra_info", "name, default=None", [](Call& c) { return Var(c.get(1, None)); }, kDef},
                                    {"is_closing", "", abstract, kDef},
                                    {"close", "", abstract, kDef},
                                    {"set_protocol", "protocol", abstract, kDef},
                                    {"get_protocol", "", abstract, kDef}};
const MethodDef read_transport[] = {{"is_reading", "", abstract, kDef}, {"pause_reading", "", abstract, kDef}, {"resume_reading", "", abstract, kDef}};
const MethodDef write_transport[] = {{"set_write_buffer_limits", "high=None, low=None", abstract, kDef},
                                     {"get_write_buffer_size", "", abstract, kDef},
                                     {"get_write_buffer_limits", "", abstract, kDef},
                                     {"write", "data", abstract, kDef},
                                     {"writelines", "list_of_data", abstract, kDef},
                                     {"write_eof", "", abstract, kDef},
                                     {"can_write_eof", "", abstract, kDef},
                                     {"abort", "", abstract, kDef}};
const MethodDef datagram_transport[] = {{"sendto", "data, addr=None", abstract, kDef}, {"abort", "", abstract, kDef}};
const MethodDef subprocess_transport[] = {{"get_pid", "", abstract, kDef},       {"get_returncode", "", abstract, kDef},
                                          {"get_pipe_transport", "fd", abstract, kDef}, {"send_signal", "signal", abstract, kDef},
                                          {"terminate", "", abstract, kDef},     {"kill", "", abstract, kDef}};

template <size_t N>
Type* make(const char* name, Type* base, const MethodDef (&methods)[N]) {
  Type* t = new_type(name, base, sizeof(Object), Kind::Other, kBaseType | kWeakrefable);
  t->construct = [](Type* type, Args) {
    return Var::steal(new (allocate_instance(type, sizeof(Object))) Object(type, Kind::Other));
  };
  add_methods(t, methods);
  make_type_ready(t);
  return t;
}

}  // namespace

void init_connection_types() {
  ConnectionTypes& c = connection_types;
  c.base_protocol = make("asyncio.protocols.BaseProtocol", nullptr, base_protocol);
  c.protocol = make("asyncio.protocols.Protocol", c.base_protocol, protocol);
  c.buffered_protocol = make("asyncio.protocols.BufferedProtocol", c.base_protocol, buffered_protocol);
  c.datagram_protocol = make("asyncio.protocols.DatagramProtocol", c.base_protocol, datagram_protocol);
  c.subprocess_protocol = make("asyncio.protocols.SubprocessProtocol", c.base_protocol, subprocess_protocol);
  c.base_transport = make("asyncio.transports.BaseTransport", nullptr, base_transport);
  // One base each: a Transport's order of classes is CPython's this way.
  c.write_transport = make("asyncio.transports.WriteTransport", c.base_transport, write_transport);
  c.read_transport = make("asyncio.transports.ReadTransport", c.write_transport, read_transport);
  c.transport = make("asyncio.transports.Transport", c.read_transport, read_transport);
  c.datagram_transport = make("asyncio.transports.DatagramTransport", c.base_transport, datagram_transport);
  c.subprocess_transport = make("asyncio.transports.SubprocessTransport", c.base_transport, subprocess_transport);
}

}  // namespace ap
