from typing import *
import typing
T = TypeVar("T"); U = TypeVar("U")
class P(Generic[T, U]): pass
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
t(lambda: P[int])
t(lambda: P[int, str])
t(lambda: P[int, str, float])
class Q(Generic[T]): pass
t(lambda: Q[int, str])
t(lambda: Q[()])
t(lambda: T[int])
t(lambda: Union["A", int])
t(lambda: Optional["A"])
t(lambda: Union[int, "A", None])
t(lambda: List["A"])
class R[X = int]:
    pass
t(lambda: R[str])
t(lambda: R)
class S[X, Y = str]: pass
t(lambda: S[int])
t(lambda: S[int, float])
t(lambda: S[int, float, str])
D = TypeVar("D", default=int)
class V(Generic[T, D]): pass
t(lambda: V[str])
t(lambda: V[str, bytes])
t(lambda: S.__type_params__)
type Al[A, B = int] = dict[A, B]
t(lambda: Al[str])
t(lambda: Al[str, str])
t(lambda: Al[str].__value__)
t(lambda: Q[T][int])
t(lambda: P[T, int][str])
t(lambda: P[T, int][str, str])
t(lambda: Q[int]().__orig_class__)
t(lambda: Dict[str])
t(lambda: dict[str])
t(lambda: Callable[[int], str])
t(lambda: Callable[int])
t(lambda: "A" | int)
t(lambda: Literal["a", 1, None])
t(lambda: ClassVar[int])
t(lambda: get_args(Union["A", int]))
