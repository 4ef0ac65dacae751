"""An elevator that serves calls in the direction of travel, and people who wait for it."""
import asyncio
import random
from dataclasses import dataclass, field


@dataclass
class Elevator:
    floors: int
    speed: float = 1.0
    floor: int = 0
    direction: int = 1
    stops: set = field(default_factory=set)
    moved: int = 0

    def __post_init__(self):
        self.called = asyncio.Event()
        self.doors = [asyncio.Condition() for _ in range(self.floors)]
        self.log = []

    def call(self, floor):
        if not 0 <= floor < self.floors:
            raise ValueError(f"there is no floor {floor}")
        self.stops.add(floor)
        self.called.set()

    def next_stop(self):
        ahead = [f for f in self.stops if (f - self.floor) * self.direction >= 0]
        if not ahead:
            self.direction = -self.direction
            ahead = [f for f in self.stops if (f - self.floor) * self.direction >= 0]
        return min(ahead, key=lambda f: abs(f - self.floor))

    async def run(self):
        while True:
            if not self.stops:
                self.called.clear()
                await self.called.wait()
            target = self.next_stop()
            if target == self.floor:
                self.stops.discard(target)
                self.log.append((asyncio.get_running_loop().time(), target))
                async with self.doors[target]:
                    self.doors[target].notify_all()
                await asyncio.sleep(0.5)
            else:
                await asyncio.sleep(self.speed)
                self.floor += 1 if target > self.floor else -1
                self.moved += 1

    async def wait_until_at(self, floor):
        async with self.doors[floor]:
            self.call(floor)
            await self.doors[floor].wait()


@dataclass(frozen=True)
class Person:
    name: str
    start: int
    goal: int
    at: float

    async def ride(self, elevator):
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self.at)
        await elevator.wait_until_at(self.start)
        waited = loop.time() - self.at
        print(f"{loop.time():5.1f} {self.name} gets in at {self.start} after {waited:.1f} s")
        await elevator.wait_until_at(self.goal)
        print(f"{loop.time():5.1f} {self.name} gets out at {self.goal}")
        return self.name, waited, loop.time() - self.at


async def main():
    elevator = Elevator(floors=6)
    motor = asyncio.create_task(elevator.run(), name="motor")
    rng = random.Random(5)
    people = [Person("Ann", 0, 4, 0), Person("Bob", 3, 1, 0.5), Person("Cyd", 2, 5, 1)]
    people += [Person(f"P{i}", *rng.sample(range(6), 2), at=round(rng.uniform(0, 8), 1)) for i in range(3)]
    rides = await asyncio.gather(*(p.ride(elevator) for p in people))
    motor.cancel()
    await asyncio.wait([motor])
    print("motor", "cancelled" if motor.cancelled() else "still running", f"moved {elevator.moved} floors")
    for name, waited, total in sorted(rides, key=lambda r: r[2]):
        print(f"{name:<4} waited {waited:4.1f} total {total:4.1f}")
    print(elevator.log[:6])
    try:
        elevator.call(99)
    except ValueError as error:
        print(error)


asyncio.run(main())
