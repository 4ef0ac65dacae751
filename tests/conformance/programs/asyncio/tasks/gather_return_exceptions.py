import asyncio

async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError("two")
    if n == 1:
        raise KeyError("one")
    return n

async def main():
    results = await asyncio.gather(*(work(n) for n in range(4)), return_exceptions=True)
    print(results, asyncio.get_running_loop().time())
    for r in results:
        print("failed" if isinstance(r, Exception) else "ok", r)

asyncio.run(main())
