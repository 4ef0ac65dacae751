# What gather() returns does not keep the task that called it: a failed one goes with what its frames hold.
import asyncio, weakref

class Thing: pass

async def value(x):
    return x

async def worker():
    thing = Thing()
    weakref.finalize(thing, print, "the frame is gone")
    done, pending = await asyncio.wait([asyncio.gather(value(1), value(2))])
    raise ValueError(len(done))

async def main():
    task = asyncio.create_task(worker())
    await asyncio.wait([task])
    print(repr(task.exception()))
    del task
    print("after del")

asyncio.run(main())
