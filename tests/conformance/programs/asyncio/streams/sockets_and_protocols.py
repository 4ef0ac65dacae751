# A server's socket, clients that are closed by the server, and a transport that cannot be paused.
import asyncio


class CannotPause(asyncio.Transport):
    def pause_reading(self):
        print("asked to pause")
        raise NotImplementedError

    def resume_reading(self):
        print("asked to resume")


class Pauses(CannotPause):
    def pause_reading(self):
        print("paused")


async def serve(reader, writer):
    print("served", await reader.read())


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8000)
    (socket,) = server.sockets
    try:
        socket.getpeername()
    except OSError as e:
        print(e)
    print(socket.getsockname(), socket.proto, int(socket.type), int(socket.family))
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    print(writer.get_extra_info("peername"), writer.transport.get_extra_info("nothing", "default"), writer.can_write_eof())
    await asyncio.sleep(0)
    server.close_clients()
    await asyncio.sleep(0.1)
    print(await reader.read(), reader.at_eof())
    writer.close()
    server.close()
    await server.wait_closed()
    print(server.sockets)

    for kind in [CannotPause, Pauses]:
        own = asyncio.StreamReader(limit=4)
        own.set_transport(kind())
        own.feed_data(b"123456789")
        own.feed_data(b"abcdefghi")
        print(await own.readexactly(15))
        own.feed_eof()
        print(await own.read())

    own = asyncio.StreamReader(limit=4)
    own.feed_data(b"1234567890\nrest\n")
    for _ in range(3):
        try:
            print(await own.readline())
        except ValueError as e:
            print(e)
        if _ == 1:
            own.feed_eof()
    own = asyncio.StreamReader(limit=4)
    own.feed_data(b"1234567890")
    for separator in [b"\n", (b"\n", b"12"), (), b""]:
        try:
            print(await own.readuntil(separator))
        except asyncio.LimitOverrunError as e:
            print(e, e.consumed)
        except ValueError as e:
            print(e)
    own.set_exception(OSError("lost"))
    try:
        await own.read()
    except OSError as e:
        print(repr(e), repr(own.exception()))


asyncio.run(main())
