# The loop closes a generator that is running: what it says, and how that task looks.
import asyncio


async def ticks():
    yield 1
    await asyncio.sleep(5)


async def main():
    source = ticks()
    await anext(source)
    task = asyncio.create_task(asyncio.wait_for(anext(source), 2))
    await asyncio.sleep(0)
    print(source.ag_running)
    other = ticks()
    await anext(other)
    print(other.aclose().__class__.__name__)
    del other
    await asyncio.sleep(0)
    print(sorted(repr(t).split("coro=")[1].split(" wait_for")[0] for t in asyncio.all_tasks() if "without" in repr(t)))
    task.cancel()


asyncio.run(main())
