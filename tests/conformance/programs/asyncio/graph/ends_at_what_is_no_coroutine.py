# The call stack of a task goes through coroutines only: it ends at a generator, at asend() and at a wrapped coroutine.
import asyncio, types

class Wrapped:
    def __init__(self, coro): self.coro = coro
    def __await__(self): return self.coro.__await__()

class Generator(Wrapped):
    def __await__(self): return (yield from self.coro.__await__())

@types.coroutine
def decorated():
    return (yield from leaf().__await__())

async def leaf():
    await asyncio.sleep(1)

async def numbers():
    await leaf()
    yield 1

async def loop():
    async for _ in numbers(): pass
async def direct(): await leaf()
async def wrapped(): await Wrapped(leaf())
async def generator(): await Generator(leaf())
async def old_style(): await decorated()
async def next_item(): await anext(numbers())
async def next_or_none(): await anext(numbers(), None)
async def future(): await asyncio.get_running_loop().create_future()

async def main():
    tasks = [asyncio.create_task(f(), name=f.__name__) for f in (loop, direct, wrapped, generator, old_style, next_item, next_or_none, future)]
    await asyncio.sleep(0.5)
    for task in tasks:
        asyncio.print_call_graph(task)
        if task.get_name() != "next_or_none":
            print(type(task.get_coro().cr_await).__name__)

asyncio.run(main())
