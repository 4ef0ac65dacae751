# What is alive when a program ends goes in the order in which the module leads to it, level by level.
import asyncio

class Gone:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("gone", self.name)

a, some, b = Gone("a"), [Gone(i) for i in range(3)], Gone("b")
loop = asyncio.new_event_loop()

async def nap(i):
    try:
        await asyncio.sleep(i)
    finally:
        print("nap ends", i)

async def main():
    for i in (5, 6, 7):
        tasks.append(asyncio.create_task(nap(i)))
    tasks.reverse()
    await asyncio.sleep(1)

tasks = []
last = Gone("last")
loop.run_until_complete(main())
