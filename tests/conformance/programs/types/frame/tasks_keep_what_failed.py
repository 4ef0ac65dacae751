import asyncio
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print('free', self.n)
async def child():
    r = R('child')
    await asyncio.sleep(1)
    raise ValueError('x')
async def main():
    m = R('main')
    try:
        await child()
    except ValueError as e:
        print('got', e)
    print('after await')
    t = asyncio.create_task(child())
    try: await t
    except ValueError: print('task failed')
    print('still held')
    t = None
    await asyncio.sleep(0)
    print('released')
    res = await asyncio.gather(child(), child(), return_exceptions=True)
    print(res)
    del res
    print('gathered')
    try:
        async with asyncio.timeout(0.5):
            await child()
    except TimeoutError: print('timeout')
    print('end main')
asyncio.run(main())
print('end')
