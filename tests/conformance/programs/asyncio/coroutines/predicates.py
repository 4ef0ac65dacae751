import asyncio
import inspect
import types

async def co(): pass
async def agen(): yield 1
def gen(): yield 1
@types.coroutine
def old(): yield

c, a, g, o = co(), agen(), gen(), old()
for x in (co, agen, gen, old, c, a, g, o, 5):
    print(inspect.iscoroutinefunction(x), asyncio.iscoroutine(x), inspect.iscoroutine(x), inspect.isawaitable(x), inspect.isasyncgenfunction(x), inspect.isasyncgen(x), inspect.isgenerator(x))
c.close()
