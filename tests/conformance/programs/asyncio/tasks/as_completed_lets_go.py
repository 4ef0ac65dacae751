# When all have come, or the time is over, nothing of as_completed() keeps the futures.
import asyncio


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def leaves(timeout):
    jobs = [asyncio.create_task(asyncio.sleep(0)), asyncio.create_task(fail(0.5, ValueError("unseen")))]
    async for job in asyncio.as_completed(jobs, timeout=timeout):
        break
    await asyncio.sleep(1)
    print("leaves")


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    for timeout in None, 0.25, 5:
        await asyncio.create_task(leaves(timeout))
        await asyncio.sleep(1)
        print("next")


asyncio.run(main())
