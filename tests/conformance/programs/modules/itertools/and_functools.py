import itertools as it, functools as ft, operator as op, collections
def t(f):
    try:
        r=f(); print(repr(list(r) if hasattr(r,'__next__') else r))
    except Exception as e: print(type(e).__name__, e)
for f in [lambda: it.accumulate([1,2,3]), lambda: it.accumulate([1,2,3],op.mul,initial=5), lambda: it.batched('abcdefg',3), lambda: it.batched('abc',2,strict=True), lambda: it.batched('a',0), lambda: it.chain('ab',[1]), lambda: it.chain.from_iterable(['ab',[1]]), lambda: it.combinations('abcd',2), lambda: it.combinations_with_replacement('ab',2), lambda: it.compress('abcd',[1,0,1]), lambda: it.islice(it.count(5,2),3), lambda: it.islice(it.count(1.5,.5),3), lambda: it.islice(it.cycle('ab'),5), lambda: it.dropwhile(lambda x:x<3,[1,3,1]), lambda: it.filterfalse(None,[0,1,'']), lambda: [(k,list(g)) for k,g in it.groupby('aabbc')], lambda: [(k,list(g)) for k,g in it.groupby([1,3,2,4],key=lambda x:x%2)], lambda: it.islice('abcdef',1,None,2), lambda: it.islice('abc',-1), lambda: it.islice('abc',0,2,0), lambda: it.pairwise('abcd'), lambda: it.permutations('abc',2), lambda: it.product('ab',[1,2]), lambda: it.product('ab',repeat=2), lambda: it.repeat(5,3), lambda: it.starmap(pow,[(2,3),(3,2)]), lambda: it.takewhile(lambda x:x<3,[1,3,1]), lambda: [list(x) for x in it.tee('ab',2)], lambda: it.zip_longest('ab','c',fillvalue='-'), lambda: it.count('a'), lambda: it.combinations('ab',-1), lambda: it.permutations('ab',3), lambda: it.accumulate([]), lambda: it.chain(5), lambda: repr(it.count(3)), lambda: repr(it.count(1,2)), lambda: repr(it.repeat(3)), lambda: repr(it.repeat(3,2)), lambda: ft.reduce(op.add,[1,2,3]), lambda: ft.reduce(op.add,[]), lambda: ft.reduce(op.add,[],5), lambda: ft.reduce(op.add,[1],initial=2), lambda: ft.partial(int,base=2)('101'), lambda: ft.partial(max,5)(3,9), lambda: repr(ft.partial(int,base=2)), lambda: ft.partial(print,1,sep='')(2), lambda: ft.partial(5), lambda: sorted([3,1,2],key=ft.cmp_to_key(lambda a,b:b-a)), lambda: op.itemgetter(1,2)([1,2,3]), lambda: op.attrgetter('real','imag')(3), lambda: op.attrgetter('a.b')(3), lambda: op.methodcaller('upper')('a'), lambda: op.methodcaller('split','b',maxsplit=1)('abcb'), lambda: repr(op.itemgetter(1)), lambda: repr(op.attrgetter('a.b','c')), lambda: repr(op.methodcaller('x',1,k=2)), lambda: op.concat([1],[2]), lambda: op.truth([]), lambda: op.is_not(1,2), lambda: op.index(1.5), lambda: op.contains('abc','b'), lambda: op.length_hint([1,2]), lambda: op.floordiv(7,2), lambda: op.matmul(1,2), lambda: op.setitem((1,),0,1), lambda: op.not_(1), lambda: op.xor(5,3), lambda: op.iadd([1],[2]), lambda: op.call(len,'abc'), lambda: ft.partial(pow, ft.Placeholder, 2)(5), lambda: ft.total_ordering]: t(f)
@ft.lru_cache(maxsize=2)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(20), fib.cache_info(), fib.cache_parameters()); fib.cache_clear(); print(fib.cache_info(), fib.__name__, fib.__wrapped__)
@ft.cache
def g(a,b=2): return a+b
print(g(1),g(1,2),g(a=1),g.cache_info())
try: g([1])
except TypeError as e: print(e)
@ft.singledispatch
def s(x): return 'default'
@s.register
def _(x: int): return 'int'
@s.register(list)
def _(x): return 'list'
@s.register
def _(x: str|bytes): return 'text'
print(s(1),s([]),s('a'),s(b''),s(1.5),s(True),s.dispatch(bool),sorted(map(str,s.registry)))
class A:
    @ft.cached_property
    def cp(self): print('calc'); return 5
    @ft.singledispatchmethod
    def m(self,x): return 'd'
    @m.register
    def _(self,x:int): return 'i'
    def base(self,a,b): return (a,b)
    pm=ft.partialmethod(base,1)
a=A(); print(a.cp,a.cp,a.m(1),a.m('s'),a.pm(2),a.__dict__)
@ft.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(T(1)>=T(1),T(1)>T(2),T(2)<=T(1))
@ft.wraps(fib)
def w(): 'doc'
print(w.__name__,w.__doc__,w.__wrapped__ is fib, w)
def deco(f):
    @ft.wraps(f)
    def inner(*a,**k): return f(*a,**k)
    return inner
@deco
def named(x: int) -> str:
    "docs"
print(named.__name__,named.__qualname__,named.__doc__,named.__annotations__,named.__module__)
