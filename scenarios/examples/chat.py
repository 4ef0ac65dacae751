import asyncio

PORT = 4711
room = {}


async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    room[name] = writer
    while line := await reader.readline():
        for other, out in room.items():
            if other != name:
                out.write(f"{name}: ".encode() + line)
    del room[name]
    writer.close()


async def listen(name, reader):
    while line := await reader.readline():
        print(f"👂 {name} hears {line.decode().strip()}")


async def person(name, joins, words):
    await asyncio.sleep(joins)
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    writer.write(f"{name}\n".encode())
    ear = asyncio.create_task(listen(name, reader), name=f"{name}'s ear")
    for word in words:
        await asyncio.sleep(1.5)
        writer.write(f"{word}\n".encode())
    await asyncio.sleep(2)
    writer.write_eof()
    await ear
    writer.close()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", PORT):
        await asyncio.gather(
            person("Ana", 0, ["anybody here?", "lovely"]),
            person("Bob", 0.5, ["hello Ana"]),
            person("Cem", 1, ["me, too"]),
        )
    print("🚪 the room is empty")


asyncio.run(main())
