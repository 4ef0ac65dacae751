# A wait that was notified and is cancelled while it takes the lock back: it has the lock when it leaves.
import asyncio


async def waits(condition, name):
    async with condition:
        try:
            await condition.wait()
            print(name, "woken")
        except asyncio.CancelledError as e:
            print(name, "cancelled", condition.locked(), e.args)
            raise


async def main():
    condition = asyncio.Condition()
    one = asyncio.create_task(waits(condition, "one"))
    two = asyncio.create_task(waits(condition, "two"))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        one.cancel("first")
        await asyncio.sleep(0)
        one.cancel("second")
        await asyncio.sleep(0)
        print("still held", one.done())
    print(await asyncio.gather(one, return_exceptions=True), condition.locked())
    async with condition:
        condition.notify_all()
    print(await two)
    print(condition)


asyncio.run(main())
