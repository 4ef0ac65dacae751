# serve_forever is cancelled: the server closes, waits for its clients, and the cancellation goes on.
import asyncio
import gc
import weakref


async def echo(reader, writer):
    writer.write(await reader.readline())
    await asyncio.sleep(1)
    writer.close()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 8000)
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving())
    for wrong in [server.serve_forever]:
        try:
            await wrong()
        except RuntimeError as e:
            print(str(e).split("<")[0])
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    writer.write(b"hello\n")
    await asyncio.sleep(0.5)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as e:
        print(repr(e), asyncio.get_running_loop().time(), server.is_serving(), server.sockets)
    print(await reader.read())
    ref = weakref.ref(writer.transport)
    writer.close()
    await writer.wait_closed()
    del reader, writer, task, server
    await asyncio.sleep(1)
    gc.collect()
    print(ref())
    try:
        await asyncio.open_connection("127.0.0.1", 8000)
    except OSError as e:
        print(type(e).__name__)


asyncio.run(main())
