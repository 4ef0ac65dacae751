import asyncio


async def echo(reader, writer):
    while line := await reader.readline():
        await asyncio.sleep(1)  # thinks about it
        writer.write(b"echo of " + line)
    writer.close()


async def client(name, seconds):
    await asyncio.sleep(seconds)
    reader, writer = await asyncio.open_connection("127.0.0.1", 7007)
    for word in ("hello", "bye"):
        writer.write(f"{name}: {word}\n".encode())
        answer = await reader.readline()
        print("📞", answer.decode().strip())
    writer.close()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 7007)
    async with server:
        await asyncio.gather(
            client("Ana", 0), client("Bob", 0.3), client("Cem", 0.6))
    print("☎️ the exchange closes")


asyncio.run(main())
