# What a function holds goes the last first: its locals, then its arguments; a list and a tuple too, an instance and a dict the first first.
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    a = R("a"); b = R("b"); c = R("c")
f()
def g(a, b):
    c = R("c2")
    return 1
g(R("a2"), R("b2"))
def gen():
    a = R("ga"); b = R("gb")
    yield 1
for x in gen(): print(x)
g1 = gen(); next(g1); g1.close()
g1 = gen(); next(g1); del g1
async def co():
    a = R("ca"); b = R("cb")
try: co().send(None)
except StopIteration: pass
def h():
    a = R("ha"); b = R("hb")
    def inner(): return a, b
    1/0
try: h()
except ZeroDivisionError: pass
print('x')
def h2():
    a = R("h2a"); b = R("h2b")
    1/0
try: h2()
except ZeroDivisionError: pass
def k():
    a = R("ka"); b = R("kb")
    import sys
    return sys._getframe()
fr = k()
print("fr")
del fr
class C: pass
c = C(); c.a = R("attr a"); c.b = R("attr b")
del c
l = [R("l1"), R("l2")]
del l
t = (R("t1"), R("t2"))
del t
d = {1: R("d1"), 2: R("d2")}
del d
