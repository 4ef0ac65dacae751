# What a connection was lost by is told to who asks for it, and to nobody else.
import asyncio


async def handle(reader, writer):
    try:
        print(await reader.read())
    except ConnectionResetError as e:
        print("handler", e)


async def main():
    server = await asyncio.start_server(handle, "localhost", 9003)
    reader, writer = await asyncio.open_connection("localhost", 9003)
    await asyncio.sleep(0)
    server.abort_clients()
    try:
        print(await reader.read())
    except ConnectionResetError as e:
        print(repr(e))
    server.close()
    del reader, writer
    await asyncio.sleep(1)


asyncio.run(main())
