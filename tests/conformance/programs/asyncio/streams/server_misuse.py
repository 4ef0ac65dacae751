import asyncio

async def say(what):
    try:
        print(await what)
    except Exception as e:
        print(type(e).__name__, e)

async def main():
    server = await asyncio.start_server(lambda r, w: None, port=5000, start_serving=False)
    print(server.is_serving(), server.sockets)
    await say(asyncio.open_connection(port=5000))
    await server.start_serving()
    print(server.is_serving())
    reader, writer = await asyncio.open_connection(port=5000)
    first = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    await say(server.serve_forever())
    server.close()
    await say(asyncio.open_connection(port=5000))
    await say(server.serve_forever())
    await asyncio.wait([first])
    print(first.cancelled(), server.get_loop() is asyncio.get_running_loop())
    writer.close()
    await say(asyncio.open_connection("example.com", 80))
    reader = asyncio.StreamReader()
    for separator in (b"", (), (b"ab", b"")):
        await say(reader.readuntil(separator))
    for make in (lambda: asyncio.StreamReader(limit=0), lambda: writer.write("text"), lambda: reader.feed_eof() or reader.feed_data(b"x")):
        try:
            make()
        except Exception as e:
            print(type(e).__name__, e)

asyncio.run(main())
