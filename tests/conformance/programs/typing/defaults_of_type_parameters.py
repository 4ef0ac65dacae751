from typing import *
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
T = TypeVar("T"); U = TypeVar("U"); D = TypeVar("D", default=int)
class P(Generic[T, U]): pass
class V(Generic[T, D]): pass
class S[X, Y = str]: pass
class W[X = int]: pass
t(lambda: P[T, U][int])
t(lambda: P[T, U][int, str])
t(lambda: P[T, U][int, str, int])
t(lambda: P[T, T][int])
t(lambda: List[T][int, str])
t(lambda: Dict[T, U][int])
t(lambda: V[int, str, float])
t(lambda: S[int, float, str])
t(lambda: V[()])
t(lambda: S[U])
t(lambda: S[T][int])
t(lambda: W[()])
t(lambda: W[int])
t(lambda: Union[T, int][str])
t(lambda: Optional[T][str])
t(lambda: Union[T, U][str])
t(lambda: Callable[[T], U][int, str])
t(lambda: dict[T, U][int])
t(lambda: dict[T, U][int, str, int])
def gen[A, B = int](a: A, b: B = 2) -> B: return b
print(gen.__type_params__, gen(1))
class O:
    def __init__(self): self.__x = 1
    def m(self, o):
        match o:
            case O(__x=1): return "matched"
            case _: return "no"
    def n(self, *, __k=1): return __k
    def p(self): return self.n(__k=5)
    def q(self): return self.n(**{"__k": 5})
    def r(self):
        def f(__a): return __a
        return f(__a=3)
    @staticmethod
    def s(__b): return __b
t(lambda: O().m(O()))
t(lambda: O().p())
t(lambda: O().q())
t(lambda: O().r())
t(lambda: O().n(_O__k=3))
t(lambda: O.s(_O__b=3))
