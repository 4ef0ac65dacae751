from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY, FrozenInstanceError, InitVar
from typing import ClassVar
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    hidden: str = field(default='h', repr=False, compare=False)
    c: ClassVar[int] = 5
p = P(1); print(p, p == P(1), p == P(2), P.__match_args__, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(p)])
try: P()
except TypeError as e: print(e)
try: P(1, 2, 3, 4, 5)
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class Q:
    a: int
    b: str = 'b'
q = Q(1)
try: q.a = 5
except FrozenInstanceError as e: print(type(e).__name__, e)
print(Q(1) < Q(2), sorted([Q(3), Q(1)]), hash(Q(1)) == hash(Q(1)))
try:
    @dataclass
    class Bad: x: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Bad2:
        x: int = 1
        y: int
except TypeError as e: print(e)
@dataclass(slots=True, kw_only=True)
class R:
    m: int
    n: int = 2
print(R(m=1)); 
try: R(1)
except TypeError as e: print(e)
try: R(m=1).zz = 1
except AttributeError as e: print(e)
@dataclass
class W:
    a: int
    i: InitVar[int]
    _: KW_ONLY
    k: int = 3
    def __post_init__(self, i): self.total = self.a + i
print(W(1, 2), W(1, 2).total, W(1, 2, k=5).k)
@dataclass
class Child(P):
    z: int = 7
print(Child(1, z=2), Child.__eq__(Child(1), P(1)))
try: P(1) < P(2)
except TypeError as e: print(e)
@dataclass(eq=False)
class NE: a: int
print(NE(1) == NE(1))
try: hash(P(1))
except TypeError as e: print(e)
@dataclass(repr=False)
class NR: a: int
print('NR object' in repr(NR(1)))
