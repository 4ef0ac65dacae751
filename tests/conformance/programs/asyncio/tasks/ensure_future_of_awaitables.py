# ensure_future, gather, wait_for and shield of objects with __await__.
import asyncio
class A:
    def __await__(self): return (yield from asyncio.sleep(.1, 'A').__await__())
async def main():
    t = asyncio.ensure_future(A()); print(t); print(await t)
    t = asyncio.create_task(asyncio.sleep(0)); print(asyncio.ensure_future(t) is t)
    f = asyncio.get_running_loop().create_future(); print(asyncio.ensure_future(f) is f)
    print(await asyncio.gather(A(), A()), await asyncio.wait_for(A(), 1), await asyncio.shield(A()))
    try: asyncio.create_task(A())
    except TypeError as e: print(str(e)[:40])
    async with asyncio.TaskGroup() as tg:
        try: tg.create_task(A())
        except TypeError as e: print(str(e)[:40])
    def g(): yield
    try: asyncio.ensure_future(g())
    except TypeError as e: print(e)
asyncio.run(main())
