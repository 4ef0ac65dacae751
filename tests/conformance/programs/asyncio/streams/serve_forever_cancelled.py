import asyncio

async def handle(reader, writer):
    while data := await reader.read(10):
        writer.write(data)
    writer.close()

async def main():
    server = await asyncio.start_server(handle, port=0)
    port = server.sockets[0].getsockname()[1]
    print(port == server.sockets[0].getsockname()[1], len(server.sockets))
    serving = asyncio.create_task(server.serve_forever())
    reader, writer = await asyncio.open_connection("localhost", port)
    writer.write(b"ping")
    print(await reader.readexactly(4), server.is_serving())
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(1)
    serving.cancel()
    try:
        await serving
    except asyncio.CancelledError:
        print("stopped", server.is_serving(), server.sockets)

asyncio.run(main())
