"""Publish and subscribe with wildcards, bounded mailboxes and a dead-letter list."""
from __future__ import annotations

import asyncio
import enum
import fnmatch
import itertools
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, AsyncIterator


class Overflow(enum.Enum):
    DROP_NEW = "drop the new one"
    DROP_OLD = "drop the oldest"
    BLOCK = "wait"


@dataclass(frozen=True, slots=True)
class Message:
    topic: str
    body: Any
    number: int = field(default_factory=itertools.count(1).__next__)

    def __str__(self) -> str:
        return f"#{self.number} {self.topic}={self.body!r}"


class Subscription:
    def __init__(self, pattern: str, size: int, policy: Overflow) -> None:
        self.pattern, self.policy = pattern, policy
        self.queue: asyncio.Queue[Message | None] = asyncio.Queue(size)
        self.lost: list[Message] = []

    def matches(self, topic: str) -> bool:
        return fnmatch.fnmatchcase(topic, self.pattern)

    async def deliver(self, message: Message) -> None:
        if self.queue.full():
            match self.policy:
                case Overflow.DROP_NEW:
                    self.lost.append(message)
                    return
                case Overflow.DROP_OLD:
                    self.lost.append(self.queue.get_nowait())
        await self.queue.put(message)

    async def __aiter__(self) -> AsyncIterator[Message]:
        while (message := await self.queue.get()) is not None:
            yield message


class Broker:
    def __init__(self) -> None:
        self.subscriptions: list[Subscription] = []
        self.dead: list[Message] = []
        self.counts: defaultdict[str, int] = defaultdict(int)

    def subscribe(self, pattern: str, *, size: int = 2, policy: Overflow = Overflow.BLOCK) -> Subscription:
        self.subscriptions.append(s := Subscription(pattern, size, policy))
        return s

    async def publish(self, topic: str, body: Any) -> int:
        message = Message(topic, body)
        self.counts[topic.partition("/")[0]] += 1
        targets = [s for s in self.subscriptions if s.matches(topic)]
        if not targets:
            self.dead.append(message)
        for s in targets:
            await s.deliver(message)
        return len(targets)

    async def close(self) -> None:
        for s in self.subscriptions:
            await s.queue.put(None)


async def reader(name: str, subscription: Subscription, pace: float) -> list[str]:
    seen = []
    async for message in subscription:
        print(f"{asyncio.get_running_loop().time():5.2f} {name:<8} got {message}")
        seen.append(str(message.body))
        await asyncio.sleep(pace)
    return seen


async def main() -> None:
    broker = Broker()
    plans = {"fast": ("sensor/*", 0.05, Overflow.BLOCK), "slow": ("sensor/*", 0.6, Overflow.DROP_OLD),
             "lazy": ("*/kitchen", 0.9, Overflow.DROP_NEW)}
    subs = {name: broker.subscribe(pattern, policy=policy) for name, (pattern, _, policy) in plans.items()}
    async with asyncio.TaskGroup() as tg:
        tasks = {name: tg.create_task(reader(name, subs[name], plans[name][1]), name=name) for name in plans}
        for i, room in enumerate(itertools.islice(itertools.cycle(["kitchen", "hall", "cellar"]), 7)):
            n = await broker.publish(f"sensor/{room}", 20 + i * 0.5)
            await asyncio.sleep(0.1 * n)
        print("alarm reaches", await broker.publish("alarm/kitchen", {"smoke": True}))
        print("nobody hears", await broker.publish("chat/hello", "hi"))
        await broker.close()
    for name, task in tasks.items():
        print(f"{name}: {task.result()} lost {[m.number for m in subs[name].lost]} ({subs[name].policy.value})")
    print("dead letters:", *broker.dead)
    print(dict(broker.counts), Overflow("wait"), list(Overflow))
    try:
        broker.dead[0].body = "x"
    except AttributeError as e:
        print(type(e).__name__, e)


asyncio.run(main())
