import asyncio
import concurrent.futures

async def co():
    pass

async def main():
    f = asyncio.get_running_loop().create_future()
    c = co()
    print([asyncio.isfuture(x) for x in (f, asyncio.current_task(), c, 5, co)])
    await c
    cf = concurrent.futures.Future()
    w = asyncio.wrap_future(cf)
    print(asyncio.wrap_future(f) is f, asyncio.isfuture(w), asyncio.isfuture(cf))
    cf.set_result("from concurrent")
    print(await w)
    cf2 = concurrent.futures.Future()
    w2 = asyncio.wrap_future(cf2)
    w2.cancel()
    await asyncio.sleep(0)
    print(cf2.cancelled())
    try:
        asyncio.wrap_future(5)
    except (TypeError, AssertionError) as e:
        print(type(e).__name__)

asyncio.run(main())
