import asyncio

async def handle(reader, writer):
    print("server read", await reader.read())

async def client():
    reader, writer = await asyncio.open_connection("localhost", 8000)
    writer.write(b"x")

async def main():
    server = await asyncio.start_server(handle, "localhost", 8000)
    await client()
    print("client is over")
    await asyncio.sleep(1)
    reader, writer = await asyncio.open_connection("localhost", 8000)
    del writer
    await asyncio.sleep(1)
    print(reader.at_eof(), server)
    server.close_clients()
    await asyncio.sleep(0)
    server.close()
    await server.wait_closed()
    print("closed", server.is_serving())

asyncio.run(main())
