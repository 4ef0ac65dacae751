# Both ends of a connection wait, and nobody holds the client's task: only the end of the run ends them.
import asyncio
import gc


async def handle(reader, writer):
    print("connected")
    try:
        await reader.read(1)
    finally:
        print("handler ends", asyncio.get_running_loop().time())


async def client():
    reader, writer = await asyncio.open_connection("localhost", 8000)
    await reader.read(1)


async def main():
    server = await asyncio.start_server(handle, "localhost", 8000)
    asyncio.create_task(client())
    await asyncio.sleep(1)
    rubbish = []
    for i in range(20000):
        rubbish = [rubbish[:1], i]
        rubbish.append(rubbish)
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
