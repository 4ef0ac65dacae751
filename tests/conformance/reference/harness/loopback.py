"""Streams between the tasks of one program: a network that is this machine only, below asyncio's own streams.

What is sent arrives LATENCY seconds later, in order; with latency 0 in the next pass of the loop.
"""
import itertools
import socket
from asyncio import base_events, tasks, transports

LATENCY = 0.0
FIRST_FREE_PORT = 49152
OWN_NAMES = {None, '', 'localhost', '127.0.0.1', '::1', '0.0.0.0', '::'}


class Network:
    def __init__(self):
        self.reset()

    def reset(self):
        self.listeners = {}                     # port -> Listener
        self.ports = itertools.count(FIRST_FREE_PORT)


network = Network()


class Listener:
    """What a Server takes for its listening socket."""
    family, type, proto = socket.AF_INET, socket.SOCK_STREAM, 0

    def __init__(self, host, port):
        self.address = (host if host and host != 'localhost' else '127.0.0.1', port)
        self.factory = self.server = self.loop = None

    def listen(self, backlog):
        pass

    def getsockname(self):
        return self.address

    def fileno(self):
        return 3

    def close(self):
        pass


class LoopbackTransport(transports.Transport):
    def __init__(self, loop, protocol, server, own_address, peer_address):
        super().__init__({'sockname': own_address, 'peername': peer_address, 'sslcontext': None})
        self._loop, self._protocol, self._server = loop, protocol, server
        self._peer = None
        self._closing = self._lost = self._eof = self._paused = False
        self._held = []                         # what arrived while reading was paused
        if server is not None:
            server._attach(self)

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    # -- sending
    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if data and not self._lost:
            travel(self._loop, self._peer._receive, self._peer._take_data, bytes(data))

    def writelines(self, lines):
        self.write(b''.join(lines))

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not (self._closing or self._eof):
            self._eof = True
            travel(self._loop, self._peer._receive, self._peer._take_eof)

    def get_write_buffer_size(self):
        return 0

    # -- receiving
    def is_reading(self):
        return not (self._closing or self._paused)

    def pause_reading(self):
        self._paused = True

    def resume_reading(self):
        self._paused = False
        held, self._held = self._held, []
        for take, args in held:
            self._loop.call_soon(self._receive, take, *args)

    def _receive(self, take, *args):
        if self._paused:
            self._held.append((take, args))
        else:
            take(*args)

    def _take_data(self, data):
        if self._closing:
            travel(self._loop, self._peer._take_reset)
        else:
            self._protocol.data_received(data)

    def _take_eof(self):
        if not self._closing and not self._protocol.eof_received():
            self.close()

    def _take_reset(self):
        if not self._closing:
            self._closing = True
            self._loop.call_soon(self._lose, ConnectionResetError(104, 'Connection reset by peer'))

    # -- closing
    def is_closing(self):
        return self._closing

    def close(self):
        if not self._closing:
            if not self._eof:
                self._eof = True
                travel(self._loop, self._peer._receive, self._peer._take_eof)
            self._closing = True
            self._loop.call_soon(self._lose, None)

    def abort(self):
        if not self._closing:
            self._closing = True
            travel(self._loop, self._peer._take_reset)
            self._loop.call_soon(self._lose, None)

    def _lose(self, error):
        self._lost = True
        self._protocol.connection_lost(error)
        if self._server is not None:
            self._server._detach(self)
            self._server = None


def travel(loop, callback, *args):
    if LATENCY:
        loop.call_later(LATENCY, callback, *args)
    else:
        loop.call_soon(callback, *args)


class LoopbackLoop:
    """Mixed into the event loop."""

    async def create_server(self, protocol_factory, host=None, port=None, *, start_serving=True, backlog=100, **options):
        port = port or next(network.ports)
        listener = Listener(host, port)
        if port in network.listeners:
            raise OSError(98, f'error while attempting to bind on address {listener.address!r}: [errno 98] address already in use')
        network.listeners[port] = listener
        server = base_events.Server(self, [listener], protocol_factory, None, backlog, None, None)
        if start_serving:
            server._start_serving()
            await tasks.sleep(0)
        return server

    def _start_serving(self, protocol_factory, listener, ssl_context, server, *limits):
        listener.factory, listener.server, listener.loop = protocol_factory, server, self

    def _stop_serving(self, listener):
        network.listeners.pop(listener.address[1], None)
        listener.close()

    async def create_connection(self, protocol_factory, host=None, port=None, **options):
        if host not in OWN_NAMES:
            raise socket.gaierror(-2, 'Name or service not known')
        connected = self.create_future()
        travel(self, self._connect, connected, protocol_factory, port)
        return await connected

    def _connect(self, connected, protocol_factory, port):
        if connected.done():
            return
        listener = network.listeners.get(port)
        if listener is None or listener.loop is not self:
            connected.set_exception(ConnectionRefusedError(111, f"Connect call failed ('127.0.0.1', {port})"))
            return
        client_address = ('127.0.0.1', next(network.ports))
        protocol = listener.factory()
        server_side = LoopbackTransport(self, protocol, listener.server, listener.address, client_address)
        client_protocol = protocol_factory()
        client_side = LoopbackTransport(self, client_protocol, None, client_address, listener.address)
        server_side._peer, client_side._peer = client_side, server_side
        protocol.connection_made(server_side)
        client_protocol.connection_made(client_side)
        connected.set_result((client_side, client_protocol))
