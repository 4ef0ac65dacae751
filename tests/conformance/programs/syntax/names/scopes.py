x = 'global'
def f():
    print(x)
f()
class C:
    x = 'class'
    def m(self): return x
    y = x
    lst = [x for _ in range(1)]
    print(x)
print(C().m(), C.y, C.lst)
def outer():
    x = 'outer'
    class D:
        y = x
        def m(self): return x
    def inner():
        global x
        x = 'changed'
        return x
    print(inner(), x)
    return D
D = outer(); print(D.y, D().m(), x)
def loop():
    fs = []
    for i in range(3):
        def g(): return i
        fs.append(g)
    return [g() for g in fs]
print(loop())
def shadow(list): return list
print(shadow(5))
print(globals()['x'], 'f' in globals(), sorted(locals()) == sorted(globals()))
def loc():
    a = 1; b = 2
    return locals()
print(loc())
def ex():
    exec('q = 5')
    try: return q
    except NameError as e: return str(e)
print(ex(), eval('x + "!"'), eval('a + b', {'a': 1, 'b': 2}))
ns = {}
exec('def z(): return 42\nw = z()', ns); print(ns['w'], sorted(k for k in ns if k != '__builtins__'))
def dflt(v=x): return v
x = 'later'; print(dflt())
del x
try: f()
except NameError as e: print(e)
if False: never = 1
try: never
except NameError as e: print(e)
for k in range(2): kk = k
print(k, kk)
import builtins
builtins.added = 'b'; print(added)
def rec(n): return 1 if n == 0 else n * rec(n - 1)
print(rec(10), rec.__name__)
def kw(*, a, b=1): return a, b
print(kw(a=2), kw.__kwdefaults__)
def star(*args, **kwargs): return args, kwargs
print(star(*range(2), *[5], a=1, **{'b': 2}))
def nest():
    def a():
        def b():
            def c(): nonlocal v; v += 1
            c()
        v = 0
        b(); b()
        return v
    return a()
print(nest())
class Meta(type):
    def __call__(cls, *a): print('calling'); return super().__call__(*a)
class M(metaclass=Meta): pass
M()
print(__name__, __doc__, __file__.endswith('.py'))
print((lambda: [a for a in (lambda: [1, 2])()])())
try:
    def p(): return pp
    pp = 1; print(p()); del pp; p()
except NameError as e: print(e)
