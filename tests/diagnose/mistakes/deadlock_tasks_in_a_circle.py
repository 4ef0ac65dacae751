import asyncio

tasks = {}


async def polite(other):
    await asyncio.sleep(0)
    await tasks[other]


async def main():
    tasks["a"] = asyncio.create_task(polite("b"), name="a")
    tasks["b"] = asyncio.create_task(polite("a"), name="b")
    await tasks["a"]


asyncio.run(main())
