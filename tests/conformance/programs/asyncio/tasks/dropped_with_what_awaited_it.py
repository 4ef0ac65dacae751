# The list goes with wait()'s coroutine, and the failed task in it says so on the line that awaited.
import asyncio


async def fail():
    raise ValueError("nobody looks")


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


async def main():
    await asyncio.wait([asyncio.create_task(fail())])
    print("waited")
    print(await asyncio.sleep(0, Loud("slept").name))
    await asyncio.sleep(0.1, Loud("value"))
    print("end")


asyncio.run(main())
