"""A garden: plants that grow as tasks, a gardener who waters, weather that cancels, a report at the end."""
import asyncio
import random
from collections.abc import AsyncIterator
from typing import NamedTuple, Optional


class Report(NamedTuple):
    plant: str
    days: int
    outcome: str
    note: Optional[str] = None


class Withered(Exception):
    def __init__(self, plant: str, day: int) -> None:
        super().__init__(f"{plant} withered on day {day}")
        self.day = day


class Plant:
    def __init__(self, name: str, days: int, thirst: int) -> None:
        self.name, self.days, self.thirst = name, days, thirst
        self.water = thirst
        self.age = 0

    def __repr__(self) -> str:
        return f"{self.name}[{'#' * self.age}{'.' * (self.days - self.age)}]"

    async def grow(self) -> str:
        try:
            while self.age < self.days:
                await asyncio.sleep(1)
                self.water -= 1
                if self.water < 0:
                    raise Withered(self.name, self.age + 1)
                self.age += 1
            return f"{self.name} blooms"
        except asyncio.CancelledError:
            print(f"{today():4.1f} {self.name} is carried indoors at age {self.age}")
            raise


def today() -> float:
    return asyncio.get_running_loop().time()


async def weather(days: int, seed: int) -> AsyncIterator[tuple[int, str]]:
    rng = random.Random(seed)
    for day in range(1, days + 1):
        await asyncio.sleep(1)
        yield day, rng.choices(["sun", "rain", "frost"], weights=[6, 3, 1])[0]


async def gardener(plants: list[Plant], every: float, amount: int = 2) -> None:
    while True:
        await asyncio.sleep(every)
        driest = min(plants, key=lambda p: p.water)
        driest.water += amount
        print(f"{today():4.1f} watering {driest!r}")


async def season(seed: int) -> list[Report]:
    plants = [Plant("rose", 5, 3), Plant("tulip", 3, 2), Plant("cactus", 6, 9), Plant("fern", 8, 1)]
    growing = {p.name: asyncio.create_task(p.grow(), name=p.name) for p in plants}
    keeper = asyncio.create_task(gardener(plants, 1.5))
    async for day, sky in weather(7, seed):
        if sky == "rain":
            for p in plants:
                p.water += 1
        elif sky == "frost" and not growing["cactus"].done():
            growing["cactus"].cancel(f"frost on day {day}")
        print(f"{today():4.1f} day {day}: {sky:<5} {plants}")
        if all(t.done() for t in growing.values()):
            break
    keeper.cancel()
    _, late = await asyncio.wait(growing.values(), timeout=0.5)
    for task in late:
        task.cancel()
    results = await asyncio.gather(*growing.values(), return_exceptions=True)
    reports = []
    for plant, result in zip(plants, results):
        match result:
            case str():
                reports.append(Report(plant.name, plant.age, "bloomed", result))
            case Withered(day=day):
                reports.append(Report(plant.name, plant.age, "withered", f"day {day}"))
            case asyncio.CancelledError():
                reports.append(Report(plant.name, plant.age, "cancelled"))
    return reports


def main() -> None:
    for seed in (1, 6):
        print(f"-- season {seed}")
        for report in asyncio.run(season(seed)):
            name, days, outcome, note = report
            print(f"{name:<7}{days:>2} days  {outcome:<10}{note or ''}")
    print(Report("x", 1, "y")._asdict())


if __name__ == "__main__":
    main()
