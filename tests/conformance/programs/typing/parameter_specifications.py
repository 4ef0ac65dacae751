from collections.abc import Callable as AbstractCallable
from typing import Callable, Concatenate, Generic, ParamSpec, TypeVar, get_args
P, R, T = ParamSpec("P"), TypeVar("R"), TypeVar("T")
print(P.args, P.kwargs, P.args.__origin__ is P, P.args == P.args, P.args == P.kwargs)
def logged(f: Callable[P, R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return f(*args, **kwargs)
    print(inner.__annotations__)
    return inner
def logged2[**Q, S](f: Callable[Q, S]) -> Callable[Q, S]:
    def inner(*args: Q.args, **kwargs: Q.kwargs) -> S:
        return f(*args, **kwargs)
    print(inner.__annotations__)
    return inner
@logged
@logged2
def add(a: int, b: int = 1) -> int: return a + b
print(add(1), add(1, b=5))
print(Callable[P, R], Callable[Concatenate[int, P], R], Callable[[int], str], Callable[..., R], Callable[[], None], Callable[[T], T][int])
print(get_args(Callable[P, R]), get_args(Callable[[int], str]), get_args(Callable[Concatenate[int, P], R]))
class H[**Q]: pass
class H2(Generic[P]): pass
class H3(Generic[T, P]): pass
print(H[int, str], H[[int]], H[...], H2[int, str], H2[[int]], H3[int, [str]], H3[int, ...], H2.__parameters__)
def first[X: (int, str), Y: int](x: X, y: Y) -> X: return x
print([(p, p.__constraints__, p.__bound__) for p in first.__type_params__])
