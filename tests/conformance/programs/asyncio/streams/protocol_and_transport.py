import asyncio

class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print("server made", transport.get_extra_info("peername"))
    def data_received(self, data):
        print("server got", data)
        self.transport.write(data.upper())
    def eof_received(self):
        print("server eof")
    def connection_lost(self, exc):
        print("server lost", exc)

class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
    def connection_made(self, transport):
        transport.writelines([b"he", b"llo"])
    def data_received(self, data):
        print("client got", data)
    def connection_lost(self, exc):
        self.done.set_result(exc)

async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 8888)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), "127.0.0.1", 8888)
    print(type(protocol).__name__, transport.is_closing(), transport.get_write_buffer_limits(), isinstance(transport, asyncio.Transport))
    await asyncio.sleep(1)
    transport.write_eof()
    print("client lost", await done, transport.is_closing())
    server.close()
    await server.wait_closed()

    class Bad(asyncio.Protocol):
        def data_received(self, data):
            raise ValueError("bad data")
    async with await loop.create_server(Bad, port=9999):
        done = loop.create_future()
        await loop.create_connection(lambda: Client(done), port=9999)
        print(repr(await done))

asyncio.run(main())
