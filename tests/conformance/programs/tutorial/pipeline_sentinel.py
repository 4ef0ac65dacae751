import asyncio

STOP = object()

async def read(out):
    for line in "the quick brown fox jumps over the lazy dog".split():
        await asyncio.sleep(0.1)
        await out.put(line)
    await out.put(STOP)

async def transform(inp, out):
    while (word := await inp.get()) is not STOP:
        match word:
            case "the" | "over":
                continue
            case str() if len(word) > 4:
                await out.put(word.upper())
            case _:
                await out.put(word[::-1])
    await out.put(STOP)

async def write(inp):
    lines = []
    while True:
        word = await inp.get()
        if word is STOP:
            break
        lines.append(word)
    print(*lines, sep="|")
    print(f"{len(lines)} words, longest {max(lines, key=len)!r}")

async def main():
    a, b = asyncio.Queue(2), asyncio.Queue(2)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(read(a)); tg.create_task(transform(a, b)); tg.create_task(write(b))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
