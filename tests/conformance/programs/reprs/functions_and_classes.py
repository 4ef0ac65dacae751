import asyncio, functools, math
class A:
    def m(self): pass
class B:
    class C: pass
print(A, B.C, type(A()), int, Exception, asyncio.Queue, asyncio.Lock, asyncio.Task, type(None), type(len), type(A.m), type(A().m))
print(len, print, math.sqrt, str.join, "".join.__name__, math)
def f(): pass
for x in (f, lambda: 0, A(), A.m, A().m, object(), functools.partial(f, 1, k=2), property(f), staticmethod(f), iter([]), zip(), enumerate([])):
    print(repr(x))
