import asyncio


async def park(places):
    await places.acquire()
    await asyncio.sleep(1)


async def main():
    places = asyncio.Semaphore(2)
    await asyncio.gather(park(places), park(places), park(places))


asyncio.run(main())
