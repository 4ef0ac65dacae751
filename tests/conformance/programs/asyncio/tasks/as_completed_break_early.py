import asyncio

async def fetch(n):
    await asyncio.sleep(n)
    print("done", n)
    return n

async def main():
    ts = [asyncio.create_task(fetch(n)) for n in (1, 2, 3)]
    for c in asyncio.as_completed(ts):
        print("first is", await c)
        break
    print([t.done() for t in ts])
    await asyncio.sleep(5)

asyncio.run(main())
