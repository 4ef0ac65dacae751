from dataclasses import *
import dataclasses
from typing import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    hidden: str = field(default='h', repr=False)
    nocmp: int = field(default=1, compare=False)
    late: int = field(init=False, default=9)
    C: ClassVar[int] = 5
    iv: InitVar[int] = 3
    def __post_init__(self, iv): self.z = iv
p=P(1); t(lambda: p); t(lambda: P(1)==P(1,nocmp=4)); t(lambda: P(1,2,[3],iv=7).z); t(lambda: P()); t(lambda: P(1,2,3,4,5,6,7,8)); t(lambda: P(1,q=2)); t(lambda: asdict(p)); t(lambda: astuple(p)); t(lambda: replace(p,x=5,iv=1)); t(lambda: [f.name for f in fields(p)]); t(lambda: is_dataclass(p)); t(lambda: is_dataclass(P)); t(lambda: hash(p)); t(lambda: p<p); t(lambda: P.__match_args__); t(lambda: P.__doc__); t(lambda: fields(P)[2]); t(lambda: replace(p, late=1)); t(lambda: fields(3)); t(lambda: asdict(3))
@dataclass(order=True, frozen=True)
class O:
    a: int
    b: str = 'x'
t(lambda: O(1)<O(2)); t(lambda: sorted([O(3),O(1,'b'),O(1,'a')])); t(lambda: hash(O(1))==hash(O(1))); t(lambda: setattr(O(1),'a',2)); t(lambda: delattr(O(1),'a')); t(lambda: O(1)<3); t(lambda: O(1)==3); t(lambda: setattr(O(1),'zz',2)); t(lambda: {O(1):1}[O(1)])
@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 2
t(lambda: S(a=1)); t(lambda: S(1)); t(lambda: S.__slots__); t(lambda: setattr(S(a=1),'q',1)); t(lambda: S(a=1).__dict__)
@dataclass
class B:
    a: int
    _: KW_ONLY
    k: int = 1
t(lambda: B(1,k=2)); t(lambda: B(1,2))
@dataclass
class C(B):
    c: int = 3
t(lambda: C(1,2,k=9)); t(lambda: C(1)==B(1))
t(lambda: dataclass(type('X',(),{'__annotations__':{'a':int,'b':int},'a':1})))
def bad():
    @dataclass
    class X:
        a: int = 1
        b: int
t(bad)
def bad2():
    @dataclass
    class X: a: list = []
t(bad2)
def bad3():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(s,o): pass
t(bad3)
def bad4():
    @dataclass(frozen=True)
    class X(B): pass
t(bad4)
def bad5():
    @dataclass
    class X: a: int = field(default=1, default_factory=int)
t(bad5)
M=make_dataclass('M',[('x',int),('y',int,field(default=5)),'z'] if 0 else [('x',int),('y',int,field(default=5))], namespace={'s':lambda self:self.x+self.y}); t(lambda: M(1).s()); t(lambda: M(1))
@dataclass
class N:
    name: str
    kids: list['N'] = field(default_factory=list)
    m: dict[str,int] = field(default_factory=dict)
n=N('a',[N('b'),N('c',[N('d')])],{'k':1}); t(lambda: n); t(lambda: asdict(n)); t(lambda: astuple(n)); n.kids.append(n); t(lambda: n)
@dataclass(eq=False)
class Q: a: int
t(lambda: Q(1)==Q(1)); t(lambda: hash(Q(1)) is not None)
@dataclass(repr=False)
class R: a: int
print(repr(R(1))[:14])
@dataclass(unsafe_hash=True)
class U: a: int; b: list = field(default_factory=list, hash=False)
t(lambda: hash(U(1))==hash(U(1)))
print(sorted(k for k in P.__dict__)); print(P.__annotations__, P.__dataclass_params__); print(B.__init__.__annotations__); import inspect; print(inspect.signature(P), inspect.signature(C), inspect.signature(S))
match O(1,'q'):
    case O(a=1,b=z): print(z)
match O(2,'q'):
    case O(1,_): print('no')
    case O(x,y): print(x,y)
print(field(default=3)); print(MISSING, KW_ONLY)
@dataclass
class Gen[T]:
    v: T
print(Gen(1), Gen[int](2), Gen[int])
