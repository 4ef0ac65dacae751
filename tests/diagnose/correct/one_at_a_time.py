import asyncio


async def use(printer, name):
    async with printer:
        print(name, "prints")
        await asyncio.sleep(2)
        print(name, "is done")


async def main():
    printer = asyncio.Lock()
    await asyncio.gather(*(use(printer, name) for name in "abc"))


asyncio.run(main())
