# A thread that nobody waits for does not keep the program's module alive.
import asyncio
import time

class Gone:
    def __del__(self):
        print("gone")

def work(seconds):
    time.sleep(seconds)

kept = Gone()
failed = []

async def fail():
    await asyncio.sleep(0.5)
    raise KeyboardInterrupt

async def main():
    failed.append(asyncio.create_task(fail()))
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.to_thread(work, 1))

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
