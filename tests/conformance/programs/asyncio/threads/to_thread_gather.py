import asyncio
import time

def job(name, seconds=1, *, factor=2):
    time.sleep(seconds)
    return name * factor

async def main():
    print(await asyncio.gather(asyncio.to_thread(job, "a", 3), asyncio.to_thread(job, "b", factor=3), asyncio.sleep(2, "slept")))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
