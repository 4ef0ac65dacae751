import asyncio

async def server(name, t, ok=True):
    await asyncio.sleep(t)
    if not ok: raise OSError(f"{name} is down")
    return f"{name} answered"

async def main():
    for earliest in asyncio.as_completed([server("a", 3), server("b", 1), server("c", 2, False)]):
        try: print(await earliest)
        except OSError as e: print("error:", e)
    tasks = [asyncio.create_task(server(n, t), name=n) for n, t in (("x", 5), ("y", 4))]
    async for t in asyncio.as_completed(tasks):
        print(t.get_name(), t.result())
    try:
        for c in asyncio.as_completed([server("slow", 10)], timeout=1): await c
    except TimeoutError: print("timeout")
    done, pending = await asyncio.wait([asyncio.create_task(server(n, i, n != "q")) for i, n in enumerate("pqr", 1)], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), [str(t.exception()) for t in done if t.exception()])
    for p in pending: p.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    print("end", asyncio.get_running_loop().time())

asyncio.run(main())
