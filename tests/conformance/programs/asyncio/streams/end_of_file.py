import asyncio

async def handle(reader, writer):
    data = await reader.read()
    print("server read all:", data)
    writer.write(str(len(data)).encode())
    writer.close()

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 7000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 7000)
    writer.writelines([b"a", b"bc", b"def"])
    print(writer.can_write_eof())
    writer.write_eof()
    try:
        writer.write(b"more")
    except RuntimeError as e:
        print(e)
    print(await reader.read(), writer.is_closing())
    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()
    server.close()

asyncio.run(main())
