import sys
def counter():
    c = 0
    def inc(by=1):
        nonlocal c
        c += by
        return c
    return inc
a, b = counter(), counter()
print(a(), a(5), b())
class R:
    def __init__(self, n): self.n = n; print('make', n)
    def __del__(self): print('free', self.n)
x = R(1); x = R(2)
y = x; del x; print('still'); del y; print('gone')
def f():
    r = R('local')
    print('in f')
f()
l = [R('a'), R('b')]; l.pop(); print('popped'); l.clear(); print('cleared')
d = {'k': R('d')}; d['k'] = None; print('replaced')
R('temp'); print('after temp')
def g(r): print('g')
g(R('arg'))
def h(): return R('ret')
h(); print('h done')
z = R('swap1'), R('swap2')
z = None
print([R('c').n for _ in range(2)])
for i in [R('loop')]: pass
print('loop done'); del i; print('i gone')
with_exit = R('end')
def gen():
    r = R('gen')
    yield 1
    yield 2
it = gen(); next(it); it = None; print('gen dropped')
try:
    r = R('try'); raise ValueError
except ValueError: del r
print('exc done')
def default(a=R('default')): pass
del default; print('default gone')
lam = (lambda r=R('lam'): 0); del lam
s = {R('set')}; s = None
t = (R('t1'), R('t2')); t = t[1:]; print('sliced'); t = None
print(sys.getrefcount(object()) >= 1)
def ex():
    e1 = R('e1')
    raise KeyError
try: ex()
except KeyError as e: pass
print('end of program')
