import asyncio


async def main():
    queue, lock, bell = asyncio.Queue(), asyncio.Lock(), asyncio.Event()
    asyncio.sleep(1)
    queue.put("letter")
    item = queue.get()
    lock.acquire()
    bell.wait()
    asyncio.wait_for(asyncio.sleep(0), 1)
    print(type(item).__name__, queue.qsize(), lock.locked())


asyncio.run(main())
