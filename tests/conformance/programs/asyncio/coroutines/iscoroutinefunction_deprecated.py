import asyncio
import functools

async def co(): pass
def plain(): pass
class A:
    async def m(self): pass

print(asyncio.iscoroutinefunction(co), asyncio.iscoroutinefunction(plain))
print(asyncio.iscoroutinefunction(A().m), asyncio.iscoroutinefunction(functools.partial(co)))
