import asyncio

async def work(n):
    await asyncio.sleep(n)
    if n == 1:
        raise ValueError("one")
    return n

async def main():
    a, b = asyncio.create_task(work(1)), asyncio.create_task(work(2))
    done, pending = await asyncio.wait([a, b, a])
    print(len(done), len(pending))
    for t in done:
        print(t.exception() or t.result())
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, f.set_result, "future")
    done, _ = await asyncio.wait((f,))
    print(done.pop().result(), type(done))

asyncio.run(main())
