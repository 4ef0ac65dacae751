"""An order goes through states; what is not allowed raises; timers move it on."""
import asyncio
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import ClassVar, NamedTuple


class State(Enum):
    NEW = auto()
    PAID = auto()
    PACKED = auto()
    SHIPPED = auto()
    DELIVERED = auto()
    CANCELLED = auto()

    @property
    def final(self) -> bool:
        return self in (State.DELIVERED, State.CANCELLED)

    def __str__(self):
        return self.name.title()


class Step(NamedTuple):
    at: datetime
    old: State
    new: State
    note: str = ""

    def __str__(self):
        return f"{self.at:%H:%M:%S} {self.old} -> {self.new}{f' ({self.note})' if self.note else ''}"


class IllegalTransition(Exception):
    def __init__(self, order, wanted):
        super().__init__(order, wanted)
        self.order, self.wanted = order, wanted

    def __str__(self):
        allowed = ", ".join(map(str, sorted(Order.ALLOWED[self.order.state], key=lambda s: s.value))) or "nothing"
        return f"order {self.order.number}: {self.order.state} may become {allowed}, not {self.wanted}"


class Order:
    ALLOWED: ClassVar[dict[State, set[State]]] = {
        State.NEW: {State.PAID, State.CANCELLED},
        State.PAID: {State.PACKED, State.CANCELLED},
        State.PACKED: {State.SHIPPED},
        State.SHIPPED: {State.DELIVERED},
        State.DELIVERED: set(),
        State.CANCELLED: set(),
    }
    _count = 0

    def __init__(self, *items: tuple[str, int, float]):
        type(self)._count += 1
        self.number = self._count
        self.items = items
        self.state = State.NEW
        self.log: list[Step] = []
        self.changed = asyncio.Condition()

    @property
    def total(self) -> float:
        return sum(n * price for _, n, price in self.items)

    async def go(self, state: State, note: str = ""):
        async with self.changed:
            if state not in self.ALLOWED[self.state]:
                raise IllegalTransition(self, state)
            self.log.append(Step(datetime.now(), self.state, state, note))
            self.state = state
            self.changed.notify_all()

    async def reached(self, state: State):
        async with self.changed:
            await self.changed.wait_for(lambda: self.state is state or self.state.final)
            return self.state is state

    def __repr__(self):
        return f"<Order {self.number} {self.state.name} {self.total:,.2f}>"


async def pay_or_expire(order: Order, seconds: float | None):
    try:
        async with asyncio.timeout(2):
            if seconds is None:
                await asyncio.Future()
            await asyncio.sleep(seconds)
            await order.go(State.PAID, "card")
    except TimeoutError:
        await order.go(State.CANCELLED, "not paid in time")


async def warehouse(order: Order):
    if await order.reached(State.PAID):
        for state, seconds in ((State.PACKED, 1.5), (State.SHIPPED, 3), (State.DELIVERED, 60)):
            await asyncio.sleep(seconds)
            await order.go(state)


async def main():
    orders = [Order(("pen", 3, 1.2), ("ink", 1, 5)), Order(("desk", 1, 1249.99)), Order()]
    async with asyncio.TaskGroup() as tg:
        for order, seconds in zip(orders, (0.5, None, 1.999)):
            tg.create_task(pay_or_expire(order, seconds))
            tg.create_task(warehouse(order))
    for order in orders:
        print(order, order.log[-1].at - order.log[0].at, *order.log, sep="\n   ")
    for order, state in ((orders[0], State.NEW), (Order(), State.SHIPPED)):
        try:
            await order.go(state)
        except IllegalTransition as e:
            print(f"{type(e).__name__}: {e}")
    took = max((s.at for o in orders for s in o.log)) - datetime(2026, 1, 1)
    print(took, took > timedelta(minutes=1), took.total_seconds(), [s for s in State if s.final], State["NEW"] < State["PAID"] if hasattr(State, "__lt__x") else "no order")


asyncio.run(main())
