from __future__ import annotations
import asyncio
from typing import Awaitable, Callable, Generic, Protocol, TypeVar
from collections.abc import AsyncIterator
from enum import Enum, auto
from functools import singledispatch, cached_property, partial

T = TypeVar("T")
Handler = Callable[[T], Awaitable[None]]

class Kind(Enum):
    STARTED = auto()
    STOPPED = auto()

class Bus(Generic[T]):
    def __init__(self) -> None:
        self._handlers: dict[Kind, list[Handler[T]]] = {}
    def on(self, kind: Kind):
        def register(fn: Handler[T]) -> Handler[T]:
            self._handlers.setdefault(kind, []).append(fn)
            return fn
        return register
    async def emit(self, kind: Kind, value: T) -> int:
        handlers = self._handlers.get(kind, [])
        async with asyncio.TaskGroup() as tg:
            for h in handlers: tg.create_task(h(value))
        return len(handlers)
    @cached_property
    def size(self) -> int:
        print("counting"); return sum(map(len, self._handlers.values()))

bus: Bus[str] = Bus()

@bus.on(Kind.STARTED)
async def slow(v: str) -> None:
    await asyncio.sleep(1); print("slow", v)
@bus.on(Kind.STARTED)
async def fast(v: str) -> None: print("fast", v)

@singledispatch
def show(x): return f"? {x!r}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return "list of " + ", ".join(map(show, x))

async def stream(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i

async def main() -> None:
    print(await bus.emit(Kind.STARTED, "go"), await bus.emit(Kind.STOPPED, "x"), bus.size, bus.size)
    print(show(5), show([1, "a", 2.5]), Kind.STARTED, slow.__name__, slow.__annotations__)
    print([i async for i in stream(3)], partial(show, 3)(), Bus[int])

asyncio.run(main())
