# Writing a constant loses nobody's update, whatever was read to find the place for it.
import asyncio


class Gate:
    def __init__(self):
        self.held = False

    def locked(self):
        return self.held

    async def acquire(self):
        self.held = True
        return True

    def release(self):
        self.held = False


async def main():
    gate = Gate()
    passed = asyncio.Condition(gate)

    async def open_later():
        async with passed:
            passed.notify()

    async with passed:
        print(passed.locked())
        task = asyncio.create_task(open_later())
        print(await passed.wait())
    await task


asyncio.run(main())
