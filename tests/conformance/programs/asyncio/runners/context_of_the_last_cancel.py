import asyncio, sys
async def fut(f):
    await asyncio.gather(f)
async def plain(f):
    await f
async def shielded(f):
    await asyncio.shield(f)
async def wait(f):
    await asyncio.wait([f])
async def wf(f):
    await asyncio.wait_for(f, 20)
async def slept(f):
    await asyncio.sleep(10)
async def gt(f):
    await asyncio.gather(asyncio.sleep(10))
async def star(f):
    try:
        try:
            await asyncio.gather(f, plain(f))
        except Exception as e:
            print(e)
    except* ValueError as g:
        print(g)
    except* Exception as g:
        print(g)
async def tg(f):
    async with asyncio.TaskGroup() as tg:
        tg.create_task(plain(f))
async def lock(f):
    l = asyncio.Lock(); await l.acquire()
    await l.acquire()
async def q(f):
    await asyncio.Queue().get()
async def main(how):
    loop = asyncio.get_running_loop()
    loop.call_later(3, sys.exit, 3)
    try:
        async with asyncio.timeout(50):
            await how(loop.create_future())
    except BaseException as e:
        print(how.__name__, repr(e), repr(e.__context__))
for how in fut, plain, shielded, wait, wf, slept, gt, star, tg, lock, q:
    try:
        asyncio.run(main(how))
    except BaseException as e:
        print("outer", repr(e))
