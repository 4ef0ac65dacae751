# Round trips between two tasks through two queues.
# operations: 30000
import asyncio


async def server(requests, answers):
    while True:
        x = await requests.get()
        if x is None:
            return
        await answers.put(x)


async def main():
    requests, answers = asyncio.Queue(), asyncio.Queue()
    task = asyncio.create_task(server(requests, answers))
    for i in range(30_000):
        await requests.put(i)
        await answers.get()
    await requests.put(None)
    await task


asyncio.run(main())
