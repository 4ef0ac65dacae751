"""An order system: dataclass models, an enum of states, validation, and a log of what happens."""
import asyncio
import logging
import sys
from dataclasses import asdict, dataclass, field
from enum import Enum, auto
from functools import total_ordering

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s.%(msecs)03d %(levelname)-7s %(name)s %(message)s", datefmt="%M:%S")
log = logging.getLogger("shop")


class State(Enum):
    NEW = auto()
    PAID = auto()
    SHIPPED = auto()
    FAILED = auto()

    def can_become(self, other):
        return other in {State.NEW: (State.PAID, State.FAILED), State.PAID: (State.SHIPPED, State.FAILED)}.get(self, ())


class InvalidTransition(Exception):
    pass


@total_ordering
@dataclass(frozen=True)
class Money:
    cents: int

    def __post_init__(self):
        if self.cents < 0:
            raise ValueError(f"money cannot be negative: {self.cents}")

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __mul__(self, n):
        return Money(self.cents * n)

    def __lt__(self, other):
        return self.cents < other.cents

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d} EUR"


@dataclass
class Line:
    product: str
    price: Money
    quantity: int = 1

    @property
    def total(self):
        return self.price * self.quantity


@dataclass
class Order:
    number: int
    customer: str
    lines: list[Line] = field(default_factory=list)
    state: State = State.NEW
    history: list[tuple[float, State]] = field(default_factory=list, repr=False)

    @property
    def total(self):
        return sum((line.total for line in self.lines), Money(0))

    def become(self, state):
        if not self.state.can_become(state):
            raise InvalidTransition(f"order {self.number}: {self.state.name} -> {state.name}")
        self.history.append((asyncio.get_running_loop().time(), state))
        log.info("order %d: %s -> %s", self.number, self.state.name, state.name)
        self.state = state


class Warehouse:
    def __init__(self, stock):
        self.stock = dict(stock)
        self.lock = asyncio.Lock()
        self.log = log.getChild("warehouse")

    async def reserve(self, line):
        async with self.lock:
            await asyncio.sleep(0.25)
            left = self.stock.get(line.product, 0)
            if left < line.quantity:
                self.log.warning("%s: %d wanted, %d left", line.product, line.quantity, left)
                raise LookupError(line.product)
            self.stock[line.product] = left - line.quantity


async def process(order, warehouse):
    try:
        await asyncio.sleep(0.1 * order.number)
        order.become(State.PAID)
        for line in order.lines:
            await warehouse.reserve(line)
        order.become(State.SHIPPED)
    except LookupError as error:
        log.error("order %d cannot be shipped: no %s", order.number, error)
        order.become(State.FAILED)
    return order


async def main():
    warehouse = Warehouse({"tea": 3, "cup": 2})
    tea, cup = Money(450), Money(1299)
    orders = [
        Order(1, "Ann", [Line("tea", tea, 2), Line("cup", cup)]),
        Order(2, "Bob", [Line("tea", tea, 2)]),
        Order(3, "Cyd", [Line("cup", cup)]),
    ]
    for order in await asyncio.gather(*(process(o, warehouse) for o in orders)):
        print(f"{order.number} {order.customer:<4} {order.total!s:>10} {order.state.name:<8}", [(round(t, 2), s.name) for t, s in order.history])
    print(max(o.total for o in orders), sorted(orders, key=lambda o: o.total)[0].customer, asdict(orders[2])["lines"])
    print(orders[1])
    for action in (lambda: orders[0].become(State.NEW), lambda: Money(-1)):
        try:
            action()
        except (InvalidTransition, ValueError) as error:
            log.error("refused: %r", error)


asyncio.run(main())
