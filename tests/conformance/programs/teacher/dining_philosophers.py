"""Philosophers at a table: a deadlock that is avoided by order, by a waiter, or by giving up."""
import asyncio
import random
from collections import Counter
from typing import Callable

NAMES = ["Aristotle", "Buddha", "Confucius", "Descartes", "Epicurus"]


class Fork:
    def __init__(self, number: int):
        self.number = number
        self.lock = asyncio.Lock()
        self.uses = 0

    def __lt__(self, other):
        return self.number < other.number

    def __repr__(self):
        return f"Fork({self.number}{', taken' if self.lock.locked() else ''})"


class Table:
    def __init__(self, seats: int):
        self.forks = [Fork(i) for i in range(seats)]
        self.waiter = asyncio.Semaphore(seats - 1)
        self.meals = Counter()
        self.gave_up = Counter()
        self.eating = set()
        self.most_eating = 0

    def pair(self, seat: int) -> tuple[Fork, Fork]:
        return self.forks[seat], self.forks[(seat + 1) % len(self.forks)]

    async def eat(self, name: str, *forks: Fork):
        self.eating.add(name)
        self.most_eating = max(self.most_eating, len(self.eating))
        for fork in forks:
            fork.uses += 1
        await asyncio.sleep(random.choice([0.2, 0.3, 0.5]))
        self.eating.remove(name)
        self.meals[name] += 1


async def by_order(table: Table, seat: int, name: str):
    first, second = sorted(table.pair(seat))
    async with first.lock:
        await asyncio.sleep(0.05)
        async with second.lock:
            await table.eat(name, first, second)


async def by_waiter(table: Table, seat: int, name: str):
    left, right = table.pair(seat)
    async with table.waiter, left.lock, right.lock:
        await table.eat(name, left, right)


async def by_giving_up(table: Table, seat: int, name: str):
    left, right = table.pair(seat)
    while True:
        async with left.lock:
            try:
                await asyncio.wait_for(right.lock.acquire(), 0.1 + seat / 100)
            except TimeoutError:
                table.gave_up[name] += 1
            else:
                try:
                    return await table.eat(name, left, right)
                finally:
                    right.lock.release()
        await asyncio.sleep(0.05 * (seat + 1))


async def naive(table: Table, seat: int, name: str):
    left, right = table.pair(seat)
    async with left.lock:
        await asyncio.sleep(0.05)
        async with right.lock:
            await table.eat(name, left, right)


async def dinner(how: Callable, rounds: int = 3, limit: float = 30):
    random.seed(5)
    table = Table(len(NAMES))

    async def philosopher(seat, name):
        for _ in range(rounds):
            await how(table, seat, name)
            await asyncio.sleep(0.1)

    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        async with asyncio.timeout(limit), asyncio.TaskGroup() as tg:
            for seat, name in enumerate(NAMES):
                tg.create_task(philosopher(seat, name), name=name)
    except TimeoutError:
        print(f"{how.__name__}: stuck after {loop.time() - start:g} s, meals {sum(table.meals.values())}, {table.forks}")
        return
    print(f"{how.__name__:12} {loop.time() - start:6.2f} s, at most {table.most_eating} at once, {dict(sorted(table.meals.items()))}")
    print(" " * 12, "forks", [f.uses for f in table.forks], "gave up", table.gave_up.most_common(2), table.gave_up.total())


async def main():
    for how in (by_order, by_waiter, by_giving_up, naive):
        await dinner(how)


asyncio.run(main())
