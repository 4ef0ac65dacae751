"""Bots play rounds against a clock; slow bots lose by time-out, faulty ones are disqualified."""
import asyncio
import random
from abc import ABC, abstractmethod
from itertools import combinations


class Bot(ABC):
    def __init__(self, name):
        self.name = name
        self.points = 0
        self.strikes = 0

    @abstractmethod
    async def move(self, history):
        """Return 'rock', 'paper' or 'scissors'."""

    def __str__(self):
        return f"{self.name} ({type(self).__name__})"


class Steady(Bot):
    async def move(self, history):
        await asyncio.sleep(0.1)
        return "rock"


class Copycat(Bot):
    async def move(self, history):
        await asyncio.sleep(0.2)
        return history[-1] if history else "paper"


class Lucky(Bot):
    async def move(self, history):
        await asyncio.sleep(random.uniform(0, 0.5))
        return random.choice(("rock", "paper", "scissors"))


class Sleepy(Bot):
    async def move(self, history):
        try:
            await asyncio.sleep(0.4 * (len(history) + 1))
        except asyncio.CancelledError:
            self.strikes += 1
            raise
        return "scissors"


class Faulty(Bot):
    async def move(self, history):
        if len(history) == 2:
            raise IndexError("bug in bot")
        return "spoon" if history else "paper"


BEATS = {("rock", "scissors"), ("scissors", "paper"), ("paper", "rock")}


class Disqualified(Exception):
    pass


async def ask(bot, history, limit):
    try:
        move = await asyncio.wait_for(bot.move(tuple(history)), limit)
    except TimeoutError:
        return None
    except Exception as error:
        raise Disqualified(f"{bot}: {error!r}") from error
    if move not in ("rock", "paper", "scissors"):
        bot.strikes += 1
        return None
    return move


async def match(a, b, rounds=3, limit=1.0):
    seen_by = {a: [], b: []}
    score = [0, 0]
    for n in range(1, rounds + 1):
        x, y = await asyncio.gather(ask(a, seen_by[a], limit), ask(b, seen_by[b], limit))
        if (x, y) in BEATS or (y is None and x):
            score[0] += 1
        elif (y, x) in BEATS or (x is None and y):
            score[1] += 1
        seen_by[a].append(y or "nothing")
        seen_by[b].append(x or "nothing")
    return score


async def main():
    random.seed(2024)
    bots = [Steady("Stan"), Copycat("Cora"), Lucky("Luke"), Sleepy("Sid"), Faulty("Fay")]
    loop = asyncio.get_running_loop()
    for a, b in combinations(bots, 2):
        start = loop.time()
        try:
            score = await match(a, b)
        except Disqualified as error:
            print(f"{a.name} against {b.name} is void: {error}")
        else:
            a.points += score[0] > score[1]
            b.points += score[1] > score[0]
            print(f"{a.name:>4} {score[0]}:{score[1]} {b.name:<4} in {loop.time() - start:.2f} s")
    print()
    for bot in sorted(bots, key=lambda b: (-b.points, b.name)):
        print(f"{bot!s:<16} {bot.points} points, {bot.strikes} strikes")
    print(f"total {loop.time():.3f} s")


asyncio.run(main())
