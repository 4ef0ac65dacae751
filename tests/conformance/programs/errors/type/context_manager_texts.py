class A: pass
class B:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
def t(m):
    try:
        with m: pass
    except Exception as e: print(type(e).__name__, e)
t(A()); t(B()); t(5); t(None); t(A)
import asyncio
async def u(m):
    try:
        async with m: pass
    except Exception as e: print(type(e).__name__, e)
class C:
    def __enter__(self): pass
    def __exit__(self, *a): pass
class D:
    def __enter__(self): pass
asyncio.run(u(A())); asyncio.run(u(C())); asyncio.run(u(open)); t(D())
