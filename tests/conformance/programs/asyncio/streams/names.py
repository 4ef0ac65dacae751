import asyncio, inspect

for c in (asyncio.StreamReader, asyncio.StreamWriter, asyncio.StreamReaderProtocol, asyncio.Server, asyncio.Protocol, asyncio.BufferedProtocol, asyncio.DatagramProtocol, asyncio.SubprocessProtocol, asyncio.Transport, asyncio.BaseTransport):
    print(c.__name__, [n for n in dir(c) if not n.startswith("_")])
print([c.__name__ for c in asyncio.Transport.__mro__], [c.__name__ for c in asyncio.StreamReaderProtocol.__mro__])
print([asyncio.iscoroutinefunction(f) for f in (asyncio.open_connection, asyncio.start_server, asyncio.StreamReader.read, asyncio.StreamWriter.drain, asyncio.StreamWriter.close)])
for n in ("is_closing", "close"):
    try:
        getattr(asyncio.BaseTransport(), n)()
    except NotImplementedError as e:
        print(repr(e))
print(asyncio.Protocol().data_received(b""), asyncio.BaseTransport().get_extra_info("x", 3))

asyncio.run(asyncio.sleep(0))
