// The base classes of protocols and transports (CPython's protocols.py and transports.py): what programs derive from.
#pragma once
#include "object/native.hpp"

namespace ap {

struct ConnectionTypes {
  Type *base_protocol, *protocol, *buffered_protocol, *datagram_protocol, *subprocess_protocol;
  Type *base_transport, *read_transport, *write_transport, *transport, *datagram_transport, *subprocess_transport;
};
extern ConnectionTypes connection_types;
void init_connection_types();

}  // namespace ap
