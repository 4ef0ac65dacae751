import asyncio

async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    print(name, "connected", asyncio.get_running_loop().time())
    while line := await reader.readline():
        await asyncio.sleep(0.5)
        writer.write(f"{name}: ".encode() + line)
        await writer.drain()
    print(name, "is gone")
    writer.close()

async def client(name, lines, pause):
    reader, writer = await asyncio.open_connection("localhost", 9000)
    writer.write(f"{name}\n".encode())
    for line in lines:
        writer.write(line.encode() + b"\n")
        await writer.drain()
        print(asyncio.get_running_loop().time(), (await reader.readline()).decode().rstrip())
        await asyncio.sleep(pause)
    writer.close()
    await writer.wait_closed()

async def main():
    async with await asyncio.start_server(handle, "localhost", 9000):
        await asyncio.gather(client("ann", ["one", "two"], 1), client("bob", ["x"], 1.2), client("cyd", ["p", "q", "r"], 0.3))
        await asyncio.sleep(1)

asyncio.run(main())
