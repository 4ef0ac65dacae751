from __future__ import annotations
import asyncio
from typing import List, Dict, Any, Optional, Union, Callable, Awaitable, AsyncGenerator, AsyncIterator, Coroutine, TypeVar, Generic, Iterable, Tuple, NamedTuple, Protocol, Literal, cast, TYPE_CHECKING, ClassVar, Final

T = TypeVar("T")

class Repo(Generic[T]):
    items: ClassVar[List[int]] = []
    def __init__(self, kind: type[T]) -> None:
        self.kind = kind

class P(NamedTuple):
    x: int
    y: int = 5

class Runs(Protocol):
    async def run(self) -> Optional[str]: ...

async def gen(n: int) -> AsyncGenerator[int, None]:
    for i in range(n):
        yield i

async def main(cb: Callable[[int], Awaitable[Any]] | None = None) -> Dict[str, List[Tuple[int, ...]]]:
    return {"a": [(i,) async for i in gen(2)]}

print(asyncio.run(main()), P(1), P(1).y, P(1)._asdict(), Repo(int).kind, cast(int, "x"), TYPE_CHECKING, main.__annotations__["return"])
