import asyncio
import contextvars
var = contextvars.ContextVar("var", default="-")
def say(*what):
    print(asyncio.current_task().get_name(), var.get(), *what)
async def ticks():
    try:
        for i in range(5):
            yield i
    finally:
        say("ticks end")
async def stage(source, delay):
    async for x in source:
        await asyncio.sleep(delay)
        yield x * 2
async def main():
    var.set("main")
    flow = stage(ticks(), 0.5)
    try:
        async with asyncio.timeout(0.25):
            async for x in flow:
                say("out", x)
    except TimeoutError as e:
        say("caught")
    say("after")
    await asyncio.sleep(1)
    flow = stage(ticks(), 0.5)
    async for x in flow:
        say(x)
        break
    flow = None
    say("dropped")
    await asyncio.sleep(0.1)
    say("end")
asyncio.run(main())
