import asyncio

async def handle(reader, writer):
    await asyncio.sleep(3)
    writer.write(b"slow answer\n")
    await writer.drain()
    writer.close()

async def main():
    async with await asyncio.start_server(handle, "127.0.0.1", 7300):
        reader, writer = await asyncio.open_connection("127.0.0.1", 7300)
        try:
            await asyncio.wait_for(reader.readline(), 1)
        except TimeoutError:
            print("not yet", asyncio.get_running_loop().time())
        print(await reader.readline(), asyncio.get_running_loop().time())
        writer.close()

asyncio.run(main())
