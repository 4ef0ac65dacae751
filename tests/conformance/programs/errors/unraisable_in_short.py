import asyncio, gc
class D:
    def __init__(self, e): self.e = e
    def __del__(self): raise self.e
D(ExceptionGroup("g", [ValueError(1), OSError(2)]))
def f():
    try: raise KeyError(1)
    except KeyError as e: raise ValueError(2)
class E:
    def __del__(self): f()
E()
async def c():
    try: await asyncio.sleep(1)
    finally: raise ExceptionGroup("in c", [ValueError(1)])
x = c()
try: x.send(None)
except BaseException as e: print(e)
class Aw:
    def __await__(self): yield
async def c():
    try: await Aw()
    finally: raise ExceptionGroup("in c", [ValueError(1)])
x = c(); x.send(None); del x
print("end")
last = c(); last.send(None)
cyc = E(); cyc.me = cyc
