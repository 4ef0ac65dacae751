import asyncio, gc
class G:
    def __init__(self, n): self.n = n
    def __del__(self): print("gone", self.n)
async def boom():
    raise KeyboardInterrupt()
async def f3(how):
    if how in (0, 1):
        async with asyncio.TaskGroup() as tg:
            tg.create_task(boom())
    elif how == 2:
        t = asyncio.create_task(boom())
        try: await asyncio.sleep(3)
        finally:
            await asyncio.sleep(0)
            raise KeyboardInterrupt()
    elif how == 3:
        t = asyncio.create_task(boom())
        try: await asyncio.sleep(3)
        finally:
            raise KeyboardInterrupt()
async def main(how):
    g = G("main")
    if how:
        async with asyncio.TaskGroup() as tg60:
            tg60.create_task(f3(how))
    else:
        t = asyncio.create_task(f3(how))
        await asyncio.sleep(3)
def run(how):
    try:
        with asyncio.Runner() as runner:
            print("run", runner.run(main(how)))
    except BaseException as e:
        print(repr(e))
for how in range(4):
    print(how)
    run(how)
    gc.collect()
print("done")
