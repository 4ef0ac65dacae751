import asyncio

def handle(reader, writer):
    print("peer is on", writer.get_extra_info("peername")[0], "own port", writer.get_extra_info("sockname")[1], writer.get_extra_info("nothing", "default"))
    writer.write(b"bye")
    writer.close()

async def main():
    async with await asyncio.start_server(handle, "127.0.0.1", 7200):
        reader, writer = await asyncio.open_connection("127.0.0.1", 7200)
        print(writer.get_extra_info("peername"), await reader.read(), reader.at_eof())
        writer.close()
        await writer.wait_closed()
        try:
            await asyncio.start_server(handle, "127.0.0.1", 7200)
        except OSError as e:
            print(e)

asyncio.run(main())
