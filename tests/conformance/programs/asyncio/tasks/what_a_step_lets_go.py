import asyncio
import contextvars
var = contextvars.ContextVar("var", default="-")
def say(*what):
    print(asyncio.current_task() and asyncio.current_task().get_name(), var.get(), *what)
class D:
    def __del__(self): say("del")
async def stage(delay):
    d = D()
    yield 2
async def stage2(delay):
    d = D()
    try:
        yield 2
    finally:
        say("stage2 ends")
async def stage3(delay):
    d = D()
    try:
        yield 2
    finally:
        await asyncio.sleep(0)
        say("stage3 ends")
async def main():
    var.set("main")
    for s in stage, stage2, stage3:
        flow = s(0.5)
        async for x in flow:
            say(x)
            break
        flow = None
        say("dropped")
        await asyncio.sleep(0.1)
        say("end")
    async def co():
        d = D()
        try:
            await asyncio.sleep(1)
        finally:
            say("co")
    t = asyncio.create_task(co())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    say("x")
    t = None
    await asyncio.sleep(0)
    async def co():
        d = D()
        try:
            await asyncio.sleep(1)
        except BaseException:
            say("co")
        d = D()
        raise ValueError
    t = asyncio.create_task(co())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    say("x")
    t = None
    await asyncio.sleep(0)
    async def co():
        d = D()
        await asyncio.sleep(0.1)
        d = None
    t = asyncio.create_task(co())
    t = None
    await asyncio.sleep(1)
asyncio.run(main())
