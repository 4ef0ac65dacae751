import asyncio

async def work(n):
    await asyncio.sleep(n)
    return "in time"

async def main():
    for make in (lambda: work(1), lambda: asyncio.create_task(work(1))):
        try:
            print(await asyncio.wait_for(make(), 1))
        except TimeoutError:
            print("too late")
    t = asyncio.create_task(work(1))
    await asyncio.sleep(0)
    try:
        print(await asyncio.wait_for(t, 1))
    except TimeoutError:
        print("too late", t.cancelled())

asyncio.run(main())
