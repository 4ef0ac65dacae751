# A failed run and its main task hold each other, in a circle, until a collection; what ends well goes at once.
import asyncio, weakref
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
async def fails(n):
    r = R(n)
    await asyncio.sleep(0)
    raise ValueError(n)
async def main1():
    await fails(1)
async def main2():
    r = R("main2")
    t = asyncio.create_task(fails(2))
    try: await t
    except ValueError as e: print(repr(e))
    t = asyncio.create_task(fails(3))
    await asyncio.sleep(1)
    print("left main2")
async def main3():
    r = R("main3")
    t = asyncio.create_task(fails(4))
    await t
async def main4():
    r = R("main4")
    raise KeyError(4)
async def main5():
    r = R("main5")
    raise SystemExit(4)
async def main6():
    r = R("main6")
    asyncio.get_running_loop().call_soon(lambda: 1/0)
    await asyncio.sleep(1)
for m in main1, main2, main3, main4, main5, main6:
    print('--', m.__name__)
    try: asyncio.run(m())
    except BaseException as e: print(repr(e))
    print("after")
loop = asyncio.new_event_loop()
try: loop.run_until_complete(main4())
except KeyError: pass
print("after ruc")
loop.close()
