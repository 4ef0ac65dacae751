import asyncio

async def fetch(n):
    await asyncio.sleep(n)
    print("fetched", n)
    return n

async def main():
    ts = [asyncio.create_task(fetch(n)) for n in (3, 1, 2)]
    for c in asyncio.as_completed(ts, timeout=1.5):
        try:
            print("got", await c)
        except TimeoutError as e:
            print("timeout", repr(e), asyncio.get_running_loop().time())
    await asyncio.gather(*ts)
    try:
        async for t in asyncio.as_completed([fetch(1), fetch(5)], timeout=2):
            print("async got", t.result())
    except TimeoutError:
        print("async timeout", asyncio.get_running_loop().time())

asyncio.run(main())
