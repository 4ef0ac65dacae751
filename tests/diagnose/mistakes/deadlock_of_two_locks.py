import asyncio


async def cook(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print("cooked")


async def main():
    pan, knife = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(cook(pan, knife), cook(knife, pan))


asyncio.run(main())
