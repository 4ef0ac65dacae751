# The inside of streams and transports by CPython's names; what is set on a transport.
import asyncio

FlowControlMixin = asyncio.StreamReaderProtocol.__mro__[1]

async def serve(reader, writer):
    print(reader._limit, reader._eof, bytes(reader._buffer), reader._paused, reader._waiter)
    data = await reader.readline()
    writer.write(data.upper())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(serve, ["127.0.0.1"], 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    t = writer.transport
    print(writer._transport is t, writer._reader is reader, type(writer._protocol).__name__, t.get_protocol() is writer._protocol, reader._loop is loop)
    t.set_write_buffer_limits(high=100, low=10)
    print(t.get_write_buffer_limits())
    t.set_write_buffer_limits(low=20)
    print(t.get_write_buffer_limits())
    t.set_write_buffer_limits()
    print(t.get_write_buffer_limits())
    for high, low in (1, 5), (5, -1):
        try:
            t.set_write_buffer_limits(high, low)
        except ValueError as e:
            print(e)
    t.set_protocol(writer._protocol)
    print(writer._protocol._paused, writer._protocol._loop is loop, writer._protocol._stream_reader is reader, t.is_reading())
    again = asyncio.StreamWriter(t, writer._protocol, reader, loop)
    again.write(b"hello\n")
    print(await reader.readline(), await reader.read(), reader._eof)
    writer.close()
    try:
        await writer.drain()
    except ConnectionResetError as e:
        print(e)
    await writer.wait_closed()
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(b"x")
    writer.close()
    try:
        await writer.drain()
    except ConnectionError as e:
        print(e)
    await asyncio.sleep(1)
    server.close()
    p = asyncio.StreamReaderProtocol(asyncio.StreamReader())
    print(p._paused, p._stream_reader is not None)
    f = FlowControlMixin(loop)
    try:
        f._get_close_waiter(None)
    except NotImplementedError as e:
        print("NotImplementedError", e)
    f.pause_writing()
    f.resume_writing()
    f.connection_lost(None)
    print(f._paused)


asyncio.run(main())
