"""Customers, tellers and a clock: how long is the queue with one line, and with one line a teller?"""
import asyncio
import math
import random
import statistics
from collections import Counter, deque
from dataclasses import dataclass


@dataclass
class Customer:
    number: int
    came: float
    service: float
    served: float = math.nan

    @property
    def waited(self):
        return self.served - self.came


class Bank:
    def __init__(self, lines):
        self.lines = [deque() for _ in range(lines)]
        self.news = asyncio.Condition()
        self.open = True
        self.done: list[Customer] = []
        self.longest = Counter()

    async def arrive(self, customer):
        shortest = min(range(len(self.lines)), key=lambda i: len(self.lines[i]))
        async with self.news:
            self.lines[shortest].append(customer)
            self.longest[shortest] = max(self.longest[shortest], len(self.lines[shortest]))
            self.news.notify_all()

    async def close(self):
        async with self.news:
            self.open = False
            self.news.notify_all()

    async def teller(self, line):
        busy = 0.0
        loop = asyncio.get_running_loop()
        while True:
            async with self.news:
                await self.news.wait_for(lambda: line or not self.open)
                if not line:
                    return busy
                customer = line.popleft()
            customer.served = loop.time()
            await asyncio.sleep(customer.service)
            busy += customer.service
            self.done.append(customer)


def customers(seed, n):
    rng = random.Random(seed)
    t = 0.0
    for number in range(1, n + 1):
        t += rng.expovariate(1 / 40)
        yield Customer(number, t, max(15, rng.gauss(100, 40)))


async def day(lines, tellers=3, n=60, seed=7):
    bank = Bank(lines)
    loop = asyncio.get_running_loop()
    start = loop.time()
    staff = [asyncio.create_task(bank.teller(bank.lines[i % lines]), name=f"teller {i}") for i in range(tellers)]
    for c in customers(seed, n):
        await asyncio.sleep(start + c.came - loop.time())
        c.came = loop.time()
        await bank.arrive(c)
    await bank.close()
    busy = await asyncio.gather(*staff)
    return bank, loop.time() - start, busy


def histogram(values, width=20):
    bins = Counter(int(v // 60) for v in values)
    top = max(bins.values())
    for minute in range(max(bins) + 1):
        yield f"{minute:>3} min {bins[minute]:>3} {'*' * math.ceil(bins[minute] / top * width)}"


async def main():
    for lines in (1, 3):
        bank, seconds, busy = await day(lines)
        waits = [c.waited for c in bank.done]
        print(f"{lines} line{'s' * (lines > 1)}: {len(bank.done)} customers in {seconds / 60:.1f} minutes, longest {dict(bank.longest)}")
        print(f"   waited {statistics.mean(waits):.1f} s on average, median {statistics.median(waits):.1f}, at most {max(waits):.1f}, "
              f"σ {statistics.pstdev(waits):.1f}, nobody {sum(w < 1e-9 for w in waits)} times")
        print("   tellers busy", ", ".join(f"{b / seconds:.0%}" for b in busy), "first served", [c.number for c in bank.done[:5]])
        print(*histogram(waits), sep="\n")
    rng = random.Random(1)
    dice = Counter(rng.randint(1, 6) + rng.randint(1, 6) for _ in range(500))
    print(dict(sorted(dice.items())), statistics.mode(dice.elements()), rng.sample(range(100), 5), rng.choices("abc", [5, 3, 1], k=8))
    deck = [r + s for s in "♠♥" for r in "A23"]
    rng.shuffle(deck)
    print(deck, f"{rng.random():.17g}", rng.triangular(0, 10, 3), statistics.correlation([1, 2, 3, 4], [2, 4, 5, 9]))


asyncio.run(main())
