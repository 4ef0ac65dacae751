# How many arguments a form of typing takes, and which of them can be called.
from typing import *

T = TypeVar("T")
U = TypeVar("U")


def t(name, f):
    try:
        print(name, repr(f()))
    except TypeError as e:
        print(name, "TypeError:", e)


class G(Generic[T]): pass


t("List2", lambda: List[int, str])
t("Opt2", lambda: Optional[int, str])
t("Dict1", lambda: Dict[int])
t("Dict3", lambda: Dict[int, str, int])
t("Tuple()", lambda: Tuple[()])
t("Tuple...", lambda: Tuple[int, ...])
t("List[int]()", lambda: List[int]())
t("List[T]()", lambda: List[T]())
t("list[T][int]", lambda: list[T][int])
t("dict[T,U][int,str]", lambda: dict[T,U][int,str])
t("dict[T,U][int]", lambda: dict[T,U][int])
t("list[T][int,str]", lambda: list[T][int,str])
t("List[int][int]", lambda: List[int][int])
t("Paramsd", lambda: dict[T, list[U]].__parameters__)
t("UnionT", lambda: Union[T, int][str])
t("Call1", lambda: Callable[int])
t("Final2", lambda: Final[int, str])
t("Annotated", lambda: Annotated[int])
t("Generic", lambda: Generic[int])
t("GenericTT", lambda: Generic[T, T])
t("Literal", lambda: Literal[1, 1, 2])
t("G2", lambda: G[int, str])
t("GG", lambda: G[G[T]][int])
t("Gint2", lambda: G[int][str])
t("Gen", lambda: Generator[int])
t("Coroutine2", lambda: Coroutine[int, int])
t("Deque", lambda: Deque[int]([1]))
t("Iterable()", lambda: Iterable[int]())
t("Req", lambda: Required[int, str])
t("Self", lambda: Self[int])
t("Deq", lambda: Deque())
t("Un", lambda: Optional[List[int]]())
t("Un", lambda: (int | None)())
t("LTO", lambda: List[Optional[T]][str])
t("Opt2d", lambda: Dict[Optional[T], Callable[[T], U]][int, str])
t("UnionType()", lambda: Union())
