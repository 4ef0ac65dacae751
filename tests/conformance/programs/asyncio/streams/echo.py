import asyncio

async def handle(reader, writer):
    data = await reader.read(100)
    print("server got", data.decode())
    writer.write(data.upper())
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    print("server closed its end")

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(b"hello")
    await writer.drain()
    print("client got", (await reader.read(100)).decode())
    print("then", await reader.read(100), reader.at_eof())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    print("done", server.is_serving())

asyncio.run(main())
