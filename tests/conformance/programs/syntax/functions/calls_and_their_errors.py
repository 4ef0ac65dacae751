def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{'d': 3}), f(1, c=5, d=1))
for c in ("f()", "f(1)", "f(a=1, d=2)", "f(1, 2, 3, c=4, d=5)", "f(1, d=1, d=2)", "f(1, *5, d=1)", "f(1, **5)", "f(1, d=1, **{'d': 2})", "f(1, d=1, **{3: 4})", "f(1, d=2, b=3)"):
    try: print(c, eval(c))
    except (TypeError, SyntaxError) as e: print(c, type(e).__name__, e)
def g(a, b): pass
for c in ("g()", "g(1)", "g(1, 2, 3)", "g(1, c=2)", "g(1, a=2)", "g(a=1)", "g(1, bb=2)", "g(1, 2, 3, x=1)", "g(b=1)", "g(*[1,2,3])", "g(1, 2, **{'a': 3})"):
    try: print(c, eval(c))
    except TypeError as e: print(c, e)
def h(*, k1, k2=0): return k1, k2
for c in ("h()", "h(1)", "h(k1=1)", "h(k3=1)", "h(1, k1=1)", "h(k1=1, k22=3)"):
    try: print(c, eval(c))
    except TypeError as e: print(c, e)
def defaults(x=[]): x.append(1); return x
print(defaults(), defaults(), defaults.__defaults__)
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def get(): return n
    return inc, get
inc, get = outer(); inc(); inc(); print(get(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars)
def ub():
    print(v)
    v = 1
try: ub()
except UnboundLocalError as e: print(e)
def ub2():
    def i(): return q
    r = i()
    q = 1
try: ub2()
except NameError as e: print(type(e).__name__, e)
gl = 1
def setg():
    global gl, newg
    gl = 2; newg = 3
setg(); print(gl, newg)
def deco(fn):
    import functools
    @functools.wraps(fn)
    def w(*a, **k):
        print('before', fn.__name__)
        return fn(*a, **k)
    return w
def param(n):
    def d(fn):
        def w(*a): return [fn(*a)] * n
        return w
    return d
@deco
@param(2)
def dd(x): "doc"; return x
print(dd(5), dd.__name__, dd.__wrapped__)
@deco
def doc(x): "my doc"; return x
print(doc.__name__, doc.__doc__, doc.__qualname__, doc)
def ann(a: int, b: 'str' = 'x', *c: list, d: dict = {}, **e: set) -> None: pass
print(ann.__annotations__)
def lazy(a: Undefined) -> AlsoUndefined: pass
try: lazy.__annotations__
except NameError as e: print(e)
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(20), (lambda: None)(), [*map(lambda x, y=2: x * y, [1, 2])])
def gen_kw(**kw): return kw
print(gen_kw(**{'a b': 1, 'class': 2}))
def many(*args, sep=' ', **kw): return args, sep, kw
print(many(1, 2, sep=','), many(*'ab', *[1], **{'x': 1}, y=2))
def ret(): return 1, 2, *[3]
print(ret())
def rec(n): return n if n == 0 else rec(n - 1)
print(rec(500))
try:
    def inf(): return inf()
    inf()
except RecursionError as e: print(e)
print(f.__name__, f.__kwdefaults__, f.__defaults__, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames)
f.attr = 5; print(f.attr, f.__dict__)
def typed[T](x: T) -> T: return x
print(typed(5), typed.__type_params__, typed.__name__)
type Alias[K] = dict[K, int]
print(Alias, Alias.__value__, Alias[str])
class Box[T]:
    def __init__(self, v: T): self.v = v
print(Box[int](5).v, Box[int], Box.__type_params__, Box.__mro__)
async def co(): pass
c = co(); print(type(c).__name__); c.close()
