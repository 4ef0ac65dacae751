import asyncio

def cb(*args): pass

class C:
    def method(self): pass
    def __repr__(self): return "C()"

async def main():
    loop = asyncio.get_running_loop()
    for h in (loop.call_soon(cb), loop.call_soon(cb, 1, "a", [2]), loop.call_later(1.5, cb), loop.call_soon(C().method), loop.call_soon(print, "x"), loop.call_soon(lambda: None)):
        print(h)
        h.cancel()
        print(h)

asyncio.run(main())
