# What a waiting task leaves on the future is named after its own class.
import asyncio


async def main():
    class Loud(asyncio.Task):
        pass
    future = asyncio.get_running_loop().create_future()

    async def wait():
        await future
    task = Loud(wait())
    await asyncio.sleep(0)
    print(future)
    future.set_result(None)
    await task


asyncio.run(main())
