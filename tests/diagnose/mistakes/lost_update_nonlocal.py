import asyncio


async def main():
    votes = 0

    async def vote():
        nonlocal votes
        seen = votes
        await asyncio.sleep(0)
        votes = seen + 1

    await asyncio.gather(*(vote() for _ in range(3)))
    print(votes)


asyncio.run(main())
