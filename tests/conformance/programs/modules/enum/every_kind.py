from enum import *
import enum
import json
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class C(Enum):
    RED=1; GREEN=2; BLUE=3; ROUGE=1
t(lambda: C.RED); t(lambda: str(C.RED)); t(lambda: f'{C.RED}'); t(lambda: f'{C.RED:>12}|'); t(lambda: C(2)); t(lambda: C(9)); t(lambda: C['BLUE']); t(lambda: C['X']); t(lambda: C.X); t(lambda: list(C)); t(lambda: len(C)); t(lambda: C.__members__); t(lambda: C.ROUGE is C.RED); t(lambda: C.RED==1); t(lambda: C.RED<C.BLUE); t(lambda: C.RED in C); t(lambda: 1 in C); t(lambda: 'x' in C); t(lambda: setattr(C,'RED',5)); t(lambda: delattr(C,'RED')); t(lambda: C.RED.name); t(lambda: C.RED.value); t(lambda: setattr(C.RED,'value',3)); t(lambda: C); t(lambda: hash(C.RED)==hash('RED')); t(lambda: C.RED.GREEN); t(lambda: isinstance(C.RED,C)); t(lambda: type(C)); t(lambda: {C.RED:1}); t(lambda: list(reversed(C))); t(lambda: C.__name__); t(lambda: dir(C)); t(lambda: dir(C.RED)); t(lambda: bool(C.RED))
class A(Enum):
    X=auto(); Y=auto(); Z=10; W=auto()
t(lambda: [(m.name,m.value) for m in A])
class I(IntEnum): LOW=1; HIGH=5
t(lambda: I.LOW); t(lambda: str(I.LOW)); t(lambda: f'{I.LOW}'); t(lambda: I.LOW+1); t(lambda: I.LOW<I.HIGH); t(lambda: I.LOW==1); t(lambda: sorted([I.HIGH,I.LOW])); t(lambda: I(5)); t(lambda: '%d'%I.LOW); t(lambda: '%s'%I.LOW); t(lambda: [0,1,2][I.LOW]); t(lambda: I(7)); t(lambda: json.dumps(I.LOW)) ; t(lambda: max(I))
class S(StrEnum): A=auto(); BB='bee'
t(lambda: S.A); t(lambda: str(S.A)); t(lambda: S.A+'x'); t(lambda: S.BB.upper()); t(lambda: S('bee')); t(lambda: S.A=='a'); t(lambda: f'{S.BB:>5}'); t(lambda: ','.join(S))
class F(Flag): R=auto(); W=auto(); X=auto(); RW=R|W
t(lambda: F.R|F.X); t(lambda: F.RW); t(lambda: F.R&F.W); t(lambda: ~F.R); t(lambda: F(3)); t(lambda: F(0)); t(lambda: F(8)); t(lambda: F.R in F.RW); t(lambda: list(F.RW)); t(lambda: str(F.R|F.X)); t(lambda: bool(F(0))); t(lambda: F.R^F.RW); t(lambda: len(F.RW)); t(lambda: list(F)); t(lambda: F.R|1); t(lambda: (F.R|F.X).name); t(lambda: (F.R|F.X).value)
class IF(IntFlag): A=1; B=2
t(lambda: IF.A|IF.B); t(lambda: IF.A|8); t(lambda: IF(0)); t(lambda: IF.A+1); t(lambda: ~IF.A); t(lambda: str(IF.A|IF.B)); t(lambda: IF(16))
class Pl(Enum):
    EARTH=(5.97e24,6.37e6)
    def __init__(self,mass,r): self.mass=mass; self.r=r
    @property
    def g(self): return round(6.67e-11*self.mass/self.r**2,2)
t(lambda: Pl.EARTH.g); t(lambda: Pl.EARTH); t(lambda: Pl((5.97e24,6.37e6)))
class W(Enum):
    A=1
    @classmethod
    def _missing_(cls,v): return cls.A if v=='a' else None
    def __str__(self): return f'W:{self.name}'
t(lambda: W('a')); t(lambda: W('q')); t(lambda: str(W.A)); t(lambda: f'{W.A}')
def dup():
    @unique
    class D(Enum): A=1; B=1
t(dup)
def ext():
    class D(C): Q=1
t(ext)
def re():
    class D(Enum): A=1; A=2
t(re)
Fn=Enum('Fn','A B C'); t(lambda: list(Fn)); t(lambda: Enum('G',['x','y'],start=0)(0)); t(lambda: Enum('H',{'a':1}).a)
class L(Enum):
    def _generate_next_value_(name,start,count,last): return name.lower()
    AA=auto(); BB=auto()
t(lambda: list(L))
class M(Enum):
    A=member(1); B=nonmember(2)
    def f(self): return self.name
    @staticmethod
    def sm(): return 's'
t(lambda: list(M)); t(lambda: M.B); t(lambda: M.A.f()); t(lambda: M.sm()); t(lambda: C.RED.__class__); t(lambda: C.RED._name_); t(lambda: C.RED.__dict__); t(lambda: C._member_map_); t(lambda: C._value2member_map_)
match C.RED:
    case C.GREEN: print('g')
    case C.RED: print('r')

