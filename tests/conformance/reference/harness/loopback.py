"""Streams between the tasks of one program: a network that is this machine only, below asyncio's own streams.

What is sent arrives LATENCY seconds later, in order; with latency 0 in the next pass of the loop.  Nothing between the
two ends holds data: what the other end has not taken yet is the transport's write buffer, and stops the writer at its limit.
"""
import contextvars
import itertools
import linecache
import socket
from asyncio import base_events, tasks, transports

from . import order

LATENCY = 0.0
FIRST_FREE_PORT = 49152
FIRST_FREE_FD = 6
HIGH_WATER = 64 * 1024
OWN_NAMES = {None, '', 'localhost', '127.0.0.1', '::1', '0.0.0.0', '::'}


class Network:
    def __init__(self):
        self.reset()

    def reset(self):
        self.listeners = {}                     # port -> Listener
        self.ports = itertools.count(FIRST_FREE_PORT)
        self.fds = itertools.count(FIRST_FREE_FD)


network = Network()


class Listener:
    """What a Server takes for its listening socket."""
    family, type, proto = socket.AF_INET, socket.SOCK_STREAM, 0

    def __init__(self, host, port):
        self.address = (host if host and host != 'localhost' else '127.0.0.1', port)
        self.factory = self.server = self.loop = None
        self.fd = next(network.fds)

    def listen(self, backlog):
        pass

    def getsockname(self):
        return self.address

    def getpeername(self):
        raise OSError(107, 'Transport endpoint is not connected')

    def fileno(self):
        return self.fd

    def close(self):
        pass


class LoopbackTransport(transports.Transport):
    def __init__(self, loop, protocol, server, own_address, peer_address):
        super().__init__({'sockname': own_address, 'peername': peer_address, 'sslcontext': None})
        self._loop, self._protocol, self._server = loop, protocol, server
        self._peer = None
        self._closing = self._lost = self._eof = self._paused = False
        self._held = []                         # what arrived while reading was paused
        self._unread = 0                        # bytes on their way, or held at the other end
        self._writing_paused = False
        self._fd = next(network.fds)
        self.set_write_buffer_limits()
        loop._open_transports.add(self)
        if server is not None:
            server._attach(self)

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def __repr__(self):
        info = [type(self).__name__]
        if self._lost:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._fd}')
        if not self._loop.is_closed():
            info.append('read=polling' if self.is_reading() else 'read=idle')
            info.append(f'write=<{"polling" if self._unread else "idle"}, bufsize={self._unread}>')
        return f'<{" ".join(info)}>'

    # -- sending
    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if data and not self._lost:
            self._unread += len(data)
            travel(self._loop, self._peer._receive, self._peer._take_data, bytes(data))
            if self._unread > self._high and not self._writing_paused:
                self._writing_paused = True
                self._protocol.pause_writing()

    def _was_taken(self, size):
        self._unread -= size
        if self._writing_paused and self._unread <= self._low:
            self._writing_paused = False
            self._protocol.resume_writing()

    def writelines(self, lines):
        self.write(b''.join(lines))

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not (self._closing or self._eof):
            self._eof = True
            travel(self._loop, self._peer._receive, self._peer._take_eof)

    def get_write_buffer_size(self):
        return self._unread

    def get_write_buffer_limits(self):
        return self._low, self._high

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = HIGH_WATER if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
        self._high, self._low = high, low

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
            try:
                self._protocol.data_received(data)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self._fail(error, 'Fatal error: protocol.data_received() call failed.')
            else:
                self._peer._was_taken(len(data))

    def _take_eof(self):
        if self._closing:
            return
        try:
            keep_open = self._protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fail(error, 'Fatal error: protocol.eof_received() call failed.')
        else:
            if not keep_open:
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
        self._force_close(None)

    def _fail(self, error, message):
        if not isinstance(error, OSError):
            self._loop.call_exception_handler({'message': message, 'exception': error, 'transport': self, 'protocol': self._protocol})
        self._force_close(error)

    def _force_close(self, error):
        if not self._closing:
            self._closing = True
            travel(self._loop, self._peer._take_reset)
            self._loop.call_soon(self._lose, error)

    def _lose(self, error):
        self._lost = True
        self._loop._open_transports.discard(self)
        self._protocol.connection_lost(error)
        if self._server is not None:
            self._server._detach(self)
            self._server = None


LoopbackTransport.__name__ = LoopbackTransport.__qualname__ = '_SelectorSocketTransport'
LoopbackTransport.__module__ = 'asyncio.selector_events'


def travel(loop, callback, *args):
    if LATENCY:
        loop.call_later(LATENCY, callback, *args)
    else:
        loop.call_soon(callback, *args)


class LoopbackLoop:
    """Mixed into the event loop."""

    def __init__(self, *args):
        super().__init__(*args)
        self._open_transports = set()           # an open connection keeps its two ends alive, as a selector does

    def close(self):
        super().close()
        self._open_transports.clear()

    async def create_server(self, protocol_factory, host=None, port=None, *, start_serving=True, backlog=100, **options):
        port = port or next(network.ports)
        listener = Listener(host, port)
        if port in network.listeners:
            raise OSError(98, f'error while attempting to bind on address {listener.address!r}: [errno 98] address already in use')
        network.listeners[port] = listener
        server = base_events.Server(self, [listener], protocol_factory, None, backlog, None, None)
        server._clients = order.WeakInsertionSet()
        if start_serving:
            server._start_serving()
            await tasks.sleep(0)
        return server

    def _start_serving(self, protocol_factory, listener, ssl_context, server, *limits):
        listener.factory, listener.server, listener.loop = protocol_factory, server, self
        listener.context = contextvars.copy_context()       # what arrives runs in the context of whoever began to listen

    def _stop_serving(self, listener):
        network.listeners.pop(listener.address[1], None)
        listener.close()

    async def create_connection(self, protocol_factory, host=None, port=None, **options):
        if host not in OWN_NAMES:
            raise socket.gaierror(-2, 'Name or service not known')
        connected = self.create_future()
        travel(self, self._connect, connected, protocol_factory, port)
        try:
            return await connected
        finally:
            del connected                                   # no cycle through an exception's traceback, as in CPython's own

    def _connect(self, connected, protocol_factory, port):
        if connected.done():
            return
        listener = network.listeners.get(port)
        if listener is None or listener.loop is not self:
            connected.set_exception(ConnectionRefusedError(111, f"Connect call failed ('127.0.0.1', {port})"))
            return
        client_address = ('127.0.0.1', next(network.ports))
        context = listener.context.copy()
        protocol = context.run(listener.factory)
        server_side = LoopbackTransport(self, protocol, listener.server, listener.address, client_address)
        client_protocol = protocol_factory()
        client_side = LoopbackTransport(self, client_protocol, None, client_address, listener.address)
        server_side._peer, client_side._peer = client_side, server_side
        context.run(protocol.connection_made, server_side)
        client_protocol.connection_made(client_side)
        connected.set_result((client_side, client_protocol))


def _stand_in(method, line):
    """In call graphs and tracebacks it is CPython's own method, of which the only await stands at `line` of base_events.py."""
    code = method.__code__
    await_line = next(at for _, _, at in code.co_lines() if at and 'await ' in linecache.getline(code.co_filename, at))
    method.__code__ = code.replace(co_filename=base_events.__file__, co_firstlineno=code.co_firstlineno + line - await_line,
                                   co_qualname='BaseEventLoop.' + code.co_name)


_stand_in(LoopbackLoop.create_server, 1654)
_stand_in(LoopbackLoop.create_connection, 1123)
