import asyncio

async def co(): pass
async def agen(): yield 1
def gen(): yield 1

class A:
    async def m(self): pass
    def g(self): yield

def outer():
    async def nested(): pass
    return nested

things = [co(), agen(), gen(), A().m(), A().g(), outer()(), asyncio.sleep(1), (x for x in [])]
for t in things:
    print(t)
    getattr(t, "close", lambda: None)()
print(co, agen, A.m, A().m.__name__, co().close())
