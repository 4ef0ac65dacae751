import asyncio


async def serve(reader, writer):
    question = await reader.readline()
    print("asked:", question.decode().strip())
    await reader.readline()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    writer.write(b"time?\n")
    print(await reader.readline())
    server.close()


asyncio.run(main())
