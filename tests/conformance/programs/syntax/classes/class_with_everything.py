class Base:
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        print('sub', cls.__name__, name)
class D1(Base, name='x'): pass
try:
    class D2(Base, foo=1): pass
except TypeError as e: print(e)
class Desc:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name); self.name = name
    def __get__(self, obj, owner=None): return (obj is None, owner.__name__)
    def __set__(self, obj, v): print('set', v)
    def __delete__(self, obj): print('delete')
class C:
    d = Desc()
    e = f = Desc()
print(C.d, C().d)
c = C(); c.d = 5; del c.d
class NonData:
    def __get__(self, o, t): return 'nd'
class E:
    n = NonData()
e = E(); print(e.n); e.n = 5; print(e.n); print(E.__dict__['n'].__class__.__name__)
class RO:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): raise AttributeError('ro')
class F: r = RO()
try: F().r = 1
except AttributeError as e: print(e)
class P:
    @property
    def x(self): "doc x"; return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    @property
    def ro(self): return 1
    y = property(lambda s: 2, doc='ydoc')
p = P(); p.x = 3; print(p.x, P.x.__doc__, P.y.__doc__, P.x.fset.__name__); del p.x
for f in (lambda: p.x, lambda: setattr(p, 'ro', 1), lambda: delattr(p, 'ro'), lambda: setattr(p, 'y', 1)):
    try: f()
    except AttributeError as e: print(e)
class S:
    __slots__ = ('a', '__dict__')
s = S(); s.a = 1; s.b = 2; print(s.__dict__, s.a)
class S2: __slots__ = ['x', 'y']
class S3(S2): __slots__ = ('z',)
o = S3(); o.x = 1; o.z = 2
try: o.w = 1
except AttributeError as e: print(e)
try: o.y
except AttributeError as e: print(e)
print(S2.x, S3.__slots__)
class Cls:
    attr: int = 5
    other: 'str'
    def m(self): return __class__
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def st(a, b=1): return a, b
print(Cls.__annotations__, Cls().m(), Cls.make().__class__, Cls.st(1), Cls().st(1, 2), Cls.make, Cls().m.__func__, Cls.st)
class Outer:
    x = 1
    class Inner:
        y = 2
        def f(self): return self
    z = [i for i in range(3)]
    w = [x for _ in range(2)] if 0 else x
    def g(self): return Outer.x
print(Outer.Inner, Outer.Inner().f, Outer.z, Outer.w, Outer.Inner.f.__qualname__)
try:
    class Bad:
        q = 1
        r = [q for _ in range(1)]
except NameError as e: print(e)
