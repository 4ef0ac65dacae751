def t(label, f):
    try:
        print(label, '->', f())
    except BaseException as e:
        print(label, '!!', type(e).__name__, e)
class A: pass
class B:
    def __init__(self, x): self.x = x
    def __len__(self): return self.x
class C:
    def __bool__(self): return 5
class D:
    def __repr__(self): return 5
    def __str__(self): return None
class E:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i
class F:
    def __iter__(self): return 5
class G:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
class H:
    def __eq__(self, o): return True
class I:
    def __hash__(self): return 'a'
class J:
    def __call__(self, a, b=2): return a, b
class K:
    __slots__ = ('a', 'b')
class M:
    def __index__(self): return 3
class N:
    def __index__(self): return 'a'
class O:
    def __format__(self, spec): return f'<{spec}>'
class P:
    def __format__(self, spec): return 5
class Q:
    def __contains__(self, x): return x
class R:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return 'r'
class S(R):
    def __radd__(self, o): return 's'
class T:
    def __lt__(self, o): return 'lt'
    def __gt__(self, o): return 'gt'
class U:
    def __getattr__(self, n): return n
class V:
    def __getattribute__(self, n): raise AttributeError(n)
class W:
    @property
    def p(self): return 1
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return 's'
    def m(self): pass
class X:
    def __setattr__(self, n, v): print('set', n, v)
    def __delattr__(self, n): print('del', n)
class Y:
    def __enter__(self): return self
class Z:
    def __int__(self): return 'a'
    def __float__(self): return 1
    def __complex__(self): return 1
    def __bytes__(self): return b'z'
    def __round__(self, n=None): return ('round', n)
    def __abs__(self): return 'abs'
    def __neg__(self): return 'neg'
    def __invert__(self): return 'inv'
    def __divmod__(self, o): return 'dm'
    def __pow__(self, o, m=None): return 'pow', m
    def __matmul__(self, o): return 'mm'
    def __reversed__(self): return iter([1])
    def __length_hint__(self): return 5
    def __dir__(self): return ['b', 'a']
    def __sizeof__(self): return 5
    def __trunc__(self): return 1
t('len(B(3))', lambda: repr((len(B(3)))))
t('len(B(-1))', lambda: repr((len(B(-1)))))
t("len(B('a'))", lambda: repr((len(B('a')))))
t('len(B(2.5))', lambda: repr((len(B(2.5)))))
t('len(B(10**30))', lambda: repr((len(B(10**30)))))
t('bool(B(0)), bool(B(1))', lambda: repr((bool(B(0)), bool(B(1)))))
t('bool(B(-1))', lambda: repr((bool(B(-1)))))
t('bool(C())', lambda: repr((bool(C()))))
t('not C()', lambda: repr((not C())))
t('repr(D())', lambda: repr((repr(D()))))
t('str(D())', lambda: repr((str(D()))))
t("f'{D()}'", lambda: repr((f'{D()}')))
t("f'{D()!r}'", lambda: repr((f'{D()!r}')))
t('print(D())', lambda: repr((print(D()))))
t("'%s' % D()", lambda: repr(('%s' % D())))
t('list(E()), 2 in E(), 5 in E(), E()[1]', lambda: repr((list(E()), 2 in E(), 5 in E(), E()[1])))
t('reversed(E())', lambda: repr((reversed(E()))))
t('for_ if 0 else iter(F())', lambda: repr((for_ if 0 else iter(F()))))
t('list(F())', lambda: repr((list(F()))))
t('list(G()), 1 in G()', lambda: repr((list(G()), 1 in G())))
t('hash(H())', lambda: repr((hash(H()))))
t('{H(): 1}', lambda: repr(({H(): 1})))
t('{H()}', lambda: repr(({H()})))
t('hash(I())', lambda: repr((hash(I()))))
t('J()(1), J()(1, b=3)', lambda: repr((J()(1), J()(1, b=3))))
t('J()()', lambda: repr((J()())))
t('J()(1, 2, 3)', lambda: repr((J()(1, 2, 3))))
t('J()(1, c=3)', lambda: repr((J()(1, c=3))))
t('A()()', lambda: repr((A()())))
t('A(1)', lambda: repr((A(1))))
t('A(x=1)', lambda: repr((A(x=1))))
t('A() + A()', lambda: repr((A() + A())))
t('A() + 1', lambda: repr((A() + 1)))
t('1 + A()', lambda: repr((1 + A())))
t('A() < A()', lambda: repr((A() < A())))
t('A()[0]', lambda: repr((A()[0])))
t('A()(1)', lambda: repr((A()(1))))
t('len(A())', lambda: repr((len(A()))))
t('iter(A())', lambda: repr((iter(A()))))
t('A().x', lambda: repr((A().x)))
t('A.x', lambda: repr((A.x)))
t('-A()', lambda: repr((-A())))
t('~A()', lambda: repr((~A())))
t('abs(A())', lambda: repr((abs(A()))))
t('A() in A()', lambda: repr((A() in A())))
t('1 in A()', lambda: repr((1 in A())))
t('A() @ A()', lambda: repr((A() @ A())))
t('A() ** 2', lambda: repr((A() ** 2)))
t('divmod(A(), 1)', lambda: repr((divmod(A(), 1))))
t('round(A())', lambda: repr((round(A()))))
t('int(A())', lambda: repr((int(A()))))
t('float(A())', lambda: repr((float(A()))))
t('complex(A())', lambda: repr((complex(A()))))
t('bytes(A())', lambda: repr((bytes(A()))))
t('A() == A(), A() != A()', lambda: repr((A() == A(), A() != A())))
t('hash(A()) == hash(A()) if 0 else 1', lambda: repr((hash(A()) == hash(A()) if 0 else 1)))
t('K().a', lambda: repr((K().a)))
t("setattr(K(), 'c', 1)", lambda: repr((setattr(K(), 'c', 1))))
t("setattr(K(), 'a', 1)", lambda: repr((setattr(K(), 'a', 1))))
t('K().__dict__', lambda: repr((K().__dict__)))
t('K.a', lambda: repr((K.a)))
t("delattr(K(), 'a')", lambda: repr((delattr(K(), 'a'))))
t("[1, 2, 3, 4][M()], range(M()), 'abc' * M(), [1,2,3,4][:M()], hex(M()), int(M()), float(M()), complex(M()), chr(M()), bytes(M()), [0] * M(), 1 << 3", lambda: repr(([1, 2, 3, 4][M()], range(M()), 'abc' * M(), [1,2,3,4][:M()], hex(M()), int(M()), float(M()), complex(M()), chr(M()), bytes(M()), [0] * M(), 1 << 3)))
t('M() + 1', lambda: repr((M() + 1)))
t('[1][N()]', lambda: repr(([1][N()])))
t('range(N())', lambda: repr((range(N()))))
t("f'{O():abc}', format(O(), 'x'), '{:y}'.format(O()), f'{O()}'", lambda: repr((f'{O():abc}', format(O(), 'x'), '{:y}'.format(O()), f'{O()}')))
t("f'{P()}'", lambda: repr((f'{P()}')))
t('format(P())', lambda: repr((format(P()))))
t('1 in Q(), 0 in Q(), [] in Q(), 1 not in Q()', lambda: repr((1 in Q(), 0 in Q(), [] in Q(), 1 not in Q())))
t('R() + 1', lambda: repr((R() + 1)))
t('1 + R()', lambda: repr((1 + R())))
t('R() + R()', lambda: repr((R() + R())))
t('R() + S()', lambda: repr((R() + S())))
t('S() + R()', lambda: repr((S() + R())))
t('T() < T(), T() > T(), T() < 1, 1 < T(), sorted([T(), T()]) and 1', lambda: repr((T() < T(), T() > T(), T() < 1, 1 < T(), sorted([T(), T()]) and 1)))
t('T() <= T()', lambda: repr((T() <= T())))
t("U().foo, getattr(U(), 'x', 5), hasattr(U(), 'x'), U().__class__", lambda: repr((U().foo, getattr(U(), 'x', 5), hasattr(U(), 'x'), U().__class__)))
t('V().foo', lambda: repr((V().foo)))
t('V().__dict__', lambda: repr((V().__dict__)))
t("hasattr(V(), 'x')", lambda: repr((hasattr(V(), 'x'))))
t('W().p, W.p.fget.__name__, W.c(), W().c(), W.s(), W().s(), W.m.__name__, W().m.__name__, W.m.__qualname__', lambda: repr((W().p, W.p.fget.__name__, W.c(), W().c(), W.s(), W().s(), W.m.__name__, W().m.__name__, W.m.__qualname__)))
t("setattr(W(), 'p', 5)", lambda: repr((setattr(W(), 'p', 5))))
t("delattr(W(), 'p')", lambda: repr((delattr(W(), 'p'))))
t("setattr(X(), 'a', 1), delattr(X(), 'b')", lambda: repr((setattr(X(), 'a', 1), delattr(X(), 'b'))))
t('int(Z())', lambda: repr((int(Z()))))
t('float(Z())', lambda: repr((float(Z()))))
t('bytes(Z()), round(Z()), round(Z(), 2), abs(Z()), -Z(), ~Z(), divmod(Z(), 1), Z() ** 2, pow(Z(), 2, 3), Z() @ 1, list(reversed(Z())), dir(Z())', lambda: repr((bytes(Z()), round(Z()), round(Z(), 2), abs(Z()), -Z(), ~Z(), divmod(Z(), 1), Z() ** 2, pow(Z(), 2, 3), Z() @ 1, list(reversed(Z())), dir(Z()))))
t('+Z()', lambda: repr((+Z())))
t('Z() // 2', lambda: repr((Z() // 2)))
t('Z() / 2', lambda: repr((Z() / 2)))
t('1 / Z()', lambda: repr((1 / Z())))
t('Z() & 1', lambda: repr((Z() & 1)))
t('Z() << 1', lambda: repr((Z() << 1)))
t('A.__name__, A.__qualname__, A.__module__, A.__bases__, A.__mro__, A.__dict__.keys(), A.__doc__, A.__class__, A().__class__, type(A()).__name__, A.__subclasses__(), R.__subclasses__(), A.__base__, A.mro(), A.__weakrefoffset__ >= 0 if 0 else 1', lambda: repr((A.__name__, A.__qualname__, A.__module__, A.__bases__, A.__mro__, A.__dict__.keys(), A.__doc__, A.__class__, A().__class__, type(A()).__name__, A.__subclasses__(), R.__subclasses__(), A.__base__, A.mro(), A.__weakrefoffset__ >= 0 if 0 else 1)))
t('A.__bases__[0].__init__, object.__init__, A.__init__, A().__init__.__name__, A.__new__, A.__repr__, A.__eq__, A().__eq__(1), A.__hash__, A.__str__, A.__format__, A.__dir__, A.__reduce__, A.__sizeof__, A.__getattribute__, A.__setattr__, A.__init_subclass__, A.__subclasshook__, A.__lt__, A().__lt__(1)', lambda: repr((A.__bases__[0].__init__, object.__init__, A.__init__, A().__init__.__name__, A.__new__, A.__repr__, A.__eq__, A().__eq__(1), A.__hash__, A.__str__, A.__format__, A.__dir__, A.__reduce__, A.__sizeof__, A.__getattribute__, A.__setattr__, A.__init_subclass__, A.__subclasshook__, A.__lt__, A().__lt__(1))))
t('A.__len__', lambda: repr((A.__len__)))
t('A().__len__', lambda: repr((A().__len__)))
t('super().foo', lambda: repr((super().foo)))
t('super(A, A()).__repr__', lambda: repr((super(A, A()).__repr__)))
t('super(5)', lambda: repr((super(5))))
t('super(A, 5)', lambda: repr((super(A, 5))))
t('super(A).foo', lambda: repr((super(A).foo)))
t('super(A, B)', lambda: repr((super(A, B))))
t("A.__dict__['x']", lambda: repr((A.__dict__['x'])))
t('vars(B(5)), B(5).__dict__, vars(A()), B(5).__class__.__name__', lambda: repr((vars(B(5)), B(5).__dict__, vars(A()), B(5).__class__.__name__)))
t("setattr(A, '__name__', 5)", lambda: repr((setattr(A, '__name__', 5))))
t("setattr(A, 'x', 5), A.x, delattr(A, 'x')", lambda: repr((setattr(A, 'x', 5), A.x, delattr(A, 'x'))))
t("delattr(A, 'x')", lambda: repr((delattr(A, 'x'))))
t("setattr(int, 'x', 5)", lambda: repr((setattr(int, 'x', 5))))
t("setattr(A(), '__class__', 5)", lambda: repr((setattr(A(), '__class__', 5))))
t("setattr(A(), '__class__', int)", lambda: repr((setattr(A(), '__class__', int))))
t("setattr(A(), '__dict__', 5)", lambda: repr((setattr(A(), '__dict__', 5))))
t("A().__class__.__name__, setattr(A(), '__dict__', {'a': 1})", lambda: repr((A().__class__.__name__, setattr(A(), '__dict__', {'a': 1}))))
t('isinstance(A(), A), isinstance(S(), R), issubclass(S, R), issubclass(S, (int, R)), isinstance(A, type), issubclass(A, object)', lambda: repr((isinstance(A(), A), isinstance(S(), R), issubclass(S, R), issubclass(S, (int, R)), isinstance(A, type), issubclass(A, object))))
t('issubclass(A(), A)', lambda: repr((issubclass(A(), A))))
t('isinstance(1, A())', lambda: repr((isinstance(1, A()))))
t('callable(A), callable(A()), callable(J()), callable(W().m)', lambda: repr((callable(A), callable(A()), callable(J()), callable(W().m))))
t("type('X', (A, B), {}).__mro__", lambda: repr((type('X', (A, B), {}).__mro__)))
t("type('X', (R, S), {})", lambda: repr((type('X', (R, S), {}))))
t("type('X', (S, R), {}).__mro__[0].__name__", lambda: repr((type('X', (S, R), {}).__mro__[0].__name__)))
t("type('X', (A, A), {})", lambda: repr((type('X', (A, A), {}))))
t("type('X', (int, str), {})", lambda: repr((type('X', (int, str), {}))))
t("type('X', (bool,), {})", lambda: repr((type('X', (bool,), {}))))
t("type('X', (type(None),), {})", lambda: repr((type('X', (type(None),), {}))))
t("type('X', (type(len),), {})", lambda: repr((type('X', (type(len),), {}))))
t("type('X', (range,), {})", lambda: repr((type('X', (range,), {}))))
t("type('X', (A,), {'__slots__': 'a'})().b", lambda: repr((type('X', (A,), {'__slots__': 'a'})().b)))
t("type('X', (), {'__slots__': ('a',), 'a': 1})", lambda: repr((type('X', (), {'__slots__': ('a',), 'a': 1}))))
t("type('X', (), {'__slots__': ('1a',)})", lambda: repr((type('X', (), {'__slots__': ('1a',)}))))
t("type('X', (), {'__slots__': 5})", lambda: repr((type('X', (), {'__slots__': 5}))))
t("type('X', (), {'__slots__': ('a', 5)})", lambda: repr((type('X', (), {'__slots__': ('a', 5)}))))
t("type('X', (int,), {'__slots__': ('a',)})", lambda: repr((type('X', (int,), {'__slots__': ('a',)}))))
t('A() is A(), A is A, A == A, A != B, hash(A) == hash(A), A < B', lambda: repr((A() is A(), A is A, A == A, A != B, hash(A) == hash(A), A < B)))
t('A | B, A | None, int | str | None, (int | str) == (str | int), int | 5 if 0 else 1', lambda: repr((A | B, A | None, int | str | None, (int | str) == (str | int), int | 5 if 0 else 1)))
t('A | 5', lambda: repr((A | 5)))
t("int | 'a'", lambda: repr((int | 'a')))
t('list[int], dict[str, int], tuple[int, ...], list[A], type[A], list[int] == list[int], list[int].__origin__, list[int].__args__, list[int](), dict[str, list[int]]', lambda: repr((list[int], dict[str, int], tuple[int, ...], list[A], type[A], list[int] == list[int], list[int].__origin__, list[int].__args__, list[int](), dict[str, list[int]])))
t('int[str]', lambda: repr((int[str])))
t('A[int]', lambda: repr((A[int])))
t('A()[int]', lambda: repr((A()[int])))
t('5[0]', lambda: repr((5[0])))
t('None[0]', lambda: repr((None[0])))
t('None.foo', lambda: repr((None.foo)))
t('None()', lambda: repr((None())))
t('len[0]', lambda: repr((len[0])))
t('print[0]', lambda: repr((print[0])))
t('(lambda: 1)[0]', lambda: repr(((lambda: 1)[0])))
t('(lambda x: x)()', lambda: repr(((lambda x: x)())))
t('(lambda x: x)(1, 2)', lambda: repr(((lambda x: x)(1, 2))))
t('(lambda *, k: k)(1)', lambda: repr(((lambda *, k: k)(1))))
t('(lambda *, k: k)()', lambda: repr(((lambda *, k: k)())))
t('(lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3)', lambda: repr(((lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3))))
t('(lambda a, /, b: (a, b))(a=1, b=2)', lambda: repr(((lambda a, /, b: (a, b))(a=1, b=2))))
t('(lambda a, b, c: 1)()', lambda: repr(((lambda a, b, c: 1)())))
t('(lambda a, b: 1)()', lambda: repr(((lambda a, b: 1)())))
t('(lambda a, b, c, d: 1)(1)', lambda: repr(((lambda a, b, c, d: 1)(1))))
t('(lambda *, a, b: 1)()', lambda: repr(((lambda *, a, b: 1)())))
t('(lambda *, a, b, c: 1)()', lambda: repr(((lambda *, a, b, c: 1)())))
t('(lambda a, b=1, *, c: 1)(1, 2, 3, c=4)', lambda: repr(((lambda a, b=1, *, c: 1)(1, 2, 3, c=4))))
t('(lambda a: 1)(1, a=2)', lambda: repr(((lambda a: 1)(1, a=2))))
t('(lambda a: 1)(b=2)', lambda: repr(((lambda a: 1)(b=2))))
t('(lambda value: 1)(valeu=2)', lambda: repr(((lambda value: 1)(valeu=2))))
t("(lambda a, **k: 1)(1, **{'a': 2})", lambda: repr(((lambda a, **k: 1)(1, **{'a': 2}))))
t('(lambda **k: 1)(**{1: 2})', lambda: repr(((lambda **k: 1)(**{1: 2}))))
t("(lambda **k: k)(**{'a': 1}, **{'a': 2})", lambda: repr(((lambda **k: k)(**{'a': 1}, **{'a': 2}))))
t("(lambda **k: k)(a=1, **{'a': 2})", lambda: repr(((lambda **k: k)(a=1, **{'a': 2}))))
t('(lambda *a: a)(*5)', lambda: repr(((lambda *a: a)(*5))))
t('(lambda *a: a)(**5)', lambda: repr(((lambda *a: a)(**5))))
t("(lambda *a: a)(*[1], *'ab')", lambda: repr(((lambda *a: a)(*[1], *'ab'))))
t('(lambda: 1).__name__, (lambda: 1).__qualname__, (lambda a, b=1, *c, d=2, **e: 1).__defaults__, (lambda *, d=2: 1).__kwdefaults__, (lambda: 1).__code__.co_name, (lambda a, b: 1).__code__.co_varnames, (lambda a, b: 1).__code__.co_argcount, (lambda: 1).__closure__, (lambda: 1).__dict__, (lambda: 1).__doc__, (lambda: 1).__module__, (lambda: 1).__annotations__', lambda: repr(((lambda: 1).__name__, (lambda: 1).__qualname__, (lambda a, b=1, *c, d=2, **e: 1).__defaults__, (lambda *, d=2: 1).__kwdefaults__, (lambda: 1).__code__.co_name, (lambda a, b: 1).__code__.co_varnames, (lambda a, b: 1).__code__.co_argcount, (lambda: 1).__closure__, (lambda: 1).__dict__, (lambda: 1).__doc__, (lambda: 1).__module__, (lambda: 1).__annotations__)))
t('(lambda: 1).foo', lambda: repr(((lambda: 1).foo)))
t('len.foo', lambda: repr((len.foo)))
