# Who drains, reads or waits for the end of a connection that is lost hears of it.
import asyncio


class Slow(asyncio.Transport):
    def __init__(self):
        super().__init__()
        self.closing = False

    def is_closing(self):
        return self.closing

    def write(self, data):
        print("wrote", data)

    def close(self):
        self.closing = True

    def pause_reading(self):
        pass

    def resume_reading(self):
        print("resumed")


async def attempt(label, awaitable):
    try:
        print(label, await awaitable)
    except Exception as e:
        print(label, repr(e))


async def lost(error):
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=4, loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    transport = Slow()
    protocol.connection_made(transport)
    writer = asyncio.StreamWriter(transport, protocol, reader, loop)
    writer.write(b"data")
    protocol.pause_writing()
    tasks = [asyncio.create_task(attempt(f"drain {i}", writer.drain())) for i in range(2)]
    tasks.append(asyncio.create_task(attempt("closed", writer.wait_closed())))
    reader.feed_data(b"0123456789")
    tasks.append(asyncio.create_task(attempt("exactly", reader.readexactly(20))))
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0)
    protocol.connection_lost(error)
    await asyncio.gather(*tasks, return_exceptions=True)
    await attempt("again", writer.drain())
    await attempt("rest", reader.read())


async def main():
    await lost(None)
    await lost(ConnectionResetError("gone"))


asyncio.run(main())
