import asyncio


async def answer(reader, writer):
    while question := await reader.readline():
        if question == b"slow\n":
            await asyncio.sleep(2)
        writer.write(question)
    writer.close()


async def ask(name, start, questions):
    await asyncio.sleep(start)
    reader, writer = await asyncio.open_connection("127.0.0.1", 7008)
    for question in questions:
        writer.write(f"{question}\n".encode())
        reply = await reader.readline()
        print(f"{name} hears {reply.decode().strip()}")
    writer.close()


async def main():
    async with await asyncio.start_server(answer, "127.0.0.1", 7008):
        await asyncio.gather(
            ask("Ana", 0, ["slow", "fast"]),
            ask("Bob", 1, ["fast", "slow"]),
        )


asyncio.run(main())
