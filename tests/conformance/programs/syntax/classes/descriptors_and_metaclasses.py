def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class D:
    def __set_name__(s,o,n): s.n=n; print('set_name',o.__name__,n)
    def __get__(s,i,o): return s if i is None else i.__dict__.get(s.n,'unset')
    def __set__(s,i,v):
        if v<0: raise ValueError(f'{s.n} must be >= 0')
        i.__dict__[s.n]=v
    def __delete__(s,i): del i.__dict__[s.n]
class A:
    x=D(); y=D()
    def __init__(s): s.x=1
    @property
    def p(s): 'pdoc'; return s._p
    @p.setter
    def p(s,v): s._p=v
    @p.deleter
    def p(s): print('del'); del s._p
    @property
    def ro(s): return 1
    @classmethod
    def cm(cls): return cls.__name__
    @staticmethod
    def sm(a): return a
    def __getattr__(s,n):
        if n.startswith('dyn_'): return n[4:]
        raise AttributeError(f'no {n}')
class B(A):
    def __init_subclass__(cls, tag=None, **k): super().__init_subclass__(**k); print('sub',cls.__name__,tag)
    def __getattribute__(s,n):
        if n=='magic': return 42
        return super().__getattribute__(n)
class C(B, tag='T'): pass
a=A(); t(lambda: a.x); t(lambda: a.y); t(lambda: setattr(a,'x',-1)); t(lambda: setattr(a,'x',5)); t(lambda: a.__dict__); t(lambda: A.x is A.__dict__['x']); t(lambda: a.p); t(lambda: setattr(a,'p',3)); t(lambda: a.p); t(lambda: delattr(a,'p')); t(lambda: setattr(a,'ro',3)); t(lambda: delattr(a,'ro')); t(lambda: A.p); t(lambda: A.p.__doc__); t(lambda: a.cm()); t(lambda: B.cm()); t(lambda: A.sm(1)); t(lambda: a.dyn_foo); t(lambda: a.zzz); t(lambda: C().magic); t(lambda: delattr(a,'nope')); t(lambda: A.nope); t(lambda: A.cm); t(lambda: a.cm.__self__); t(lambda: A.__dict__['cm']); t(lambda: A.__dict__['sm']); t(lambda: B(1)); t(lambda: A.sm())
def mk():
    class X(B, bad=1): pass
t(mk)
class S:
    __slots__=('a','b')
s=S(); s.a=1; t(lambda: s.a); t(lambda: s.b); t(lambda: setattr(s,'c',1)); t(lambda: s.__dict__); t(lambda: S.a); t(lambda: S.__slots__)
class S2(S): pass
s2=S2(); s2.c=1; t(lambda: s2.__dict__)
def sl():
    class X: __slots__=('a',); a=1
t(sl)
def sl2():
    class X: __slots__=('1a',)
t(sl2)
def mro():
    class X: pass
    class Y(X): pass
    class Z(X,Y): pass
t(mro)
class M1:
    def f(s): return ['M1']
class M2(M1):
    def f(s): return ['M2']+super().f()
class M3(M1):
    def f(s): return ['M3']+super().f()
class M4(M2,M3):
    def f(s): return ['M4']+super().f()
t(lambda: M4().f()); t(lambda: [c.__name__ for c in M4.__mro__]); t(lambda: super(M2,M4()).f()); t(lambda: super(M4)); t(lambda: super(M4,M4())) if 0 else 0
class Meta(type):
    def __new__(m,n,b,ns,**k): print('meta',n,sorted(x for x in ns if not x.startswith('__')),k); return super().__new__(m,n,b,ns)
    def __init__(c,n,b,ns,**k): super().__init__(n,b,ns)
    def __call__(c,*a): print('call',a); return super().__call__(*a)
    @property
    def mp(c): return 'metaprop'
    def __len__(c): return 7
    def __iter__(c): return iter('xyz')
    def __getitem__(c,k): return k
    def __contains__(c,k): return k==1
class W(metaclass=Meta, opt=3):
    def __init__(s,a): s.a=a
t(lambda: W(5).a); t(lambda: W.mp); t(lambda: len(W)); t(lambda: list(W)); t(lambda: W['k']); t(lambda: 1 in W); t(lambda: type(W)); t(lambda: W(1).mp); t(lambda: W()); t(lambda: isinstance(W,Meta))
Dyn=type('Dyn',(A,),{'z':5,'m':lambda s: s.z}); t(lambda: Dyn().m()); t(lambda: Dyn); t(lambda: type('Q',(),{})()) if 0 else 0; t(lambda: type('a','b')); t(lambda: type(1,2,3)); t(lambda: type('X',(int,str),{})); t(lambda: type('X',(bool,),{})); t(lambda: type('X',(5,),{}))
class New:
    def __new__(c,*a): print('new',a); return super().__new__(c)
    def __init__(s,*a): print('init',a)
New(1,2)
class Single:
    _i=None
    def __new__(c):
        if c._i is None: c._i=super().__new__(c)
        return c._i
t(lambda: Single() is Single()); t(lambda: object(1)); t(lambda: object.__new__(int)); t(lambda: A.__init__(1)) if 0 else 0
class Cls:
    def __class_getitem__(c,k): return (c.__name__,k)
t(lambda: Cls[1]); t(lambda: A[1]); t(lambda: a[1]); t(lambda: a()); t(lambda: a+1); t(lambda: a<a); t(lambda: len(a)); t(lambda: iter(a)); t(lambda: 1 in a); t(lambda: -a); t(lambda: int(a)); t(lambda: a.__class__.__bases__); t(lambda: M4.__bases__); t(lambda: M1.__subclasses__()); t(lambda: A.__module__); t(lambda: vars(S2())); t(lambda: vars(5)); t(lambda: isinstance(1,'a')); t(lambda: issubclass(1,int))
