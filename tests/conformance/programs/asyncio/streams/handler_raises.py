import asyncio

async def handle(reader, writer):
    raise ValueError("bad handler")

async def main():
    async with await asyncio.start_server(handle, "127.0.0.1", 7100):
        reader, writer = await asyncio.open_connection("127.0.0.1", 7100)
        print("client reads", await reader.read())
        writer.close()
    print("end")

asyncio.run(main())
