"""A crossing: two lights that must never both be green, cars that arrive, a pedestrian button."""
import asyncio
import enum
import random


class Colour(enum.Enum):
    RED = "red"
    GREEN = "green"
    YELLOW = "yellow"

    def __str__(self):
        return self.value


class Light:
    def __init__(self, name):
        self.name = name
        self.colour = Colour.RED
        self.turned_green = asyncio.Event()

    def set(self, colour):
        self.colour = colour
        if colour is Colour.GREEN:
            self.turned_green.set()
        else:
            self.turned_green.clear()


class Crossing:
    def __init__(self):
        self.lights = {"north": Light("north"), "east": Light("east")}
        self.pedestrians = 0
        self.button = asyncio.Condition()
        self.passed = {name: 0 for name in self.lights}
        self.waits = []

    @property
    def safe(self):
        return sum(light.colour is not Colour.RED for light in self.lights.values()) <= 1

    def log(self, *what):
        print(f"{asyncio.get_running_loop().time():6.2f}", *what)

    async def controller(self):
        while True:
            for light in self.lights.values():
                light.set(Colour.GREEN)
                assert self.safe
                self.log(f"{light.name} is {light.colour}")
                await asyncio.sleep(5)
                light.set(Colour.YELLOW)
                await asyncio.sleep(1)
                light.set(Colour.RED)
                async with self.button:
                    if self.pedestrians:
                        self.log(f"{self.pedestrians} may walk")
                        self.button.notify_all()
                        self.pedestrians = 0
                        await asyncio.sleep(3)

    async def car(self, number, road):
        arrived = asyncio.get_running_loop().time()
        light = self.lights[road]
        await light.turned_green.wait()
        waited = asyncio.get_running_loop().time() - arrived
        await asyncio.sleep(0.25)
        self.passed[road] += 1
        self.waits.append(waited)
        self.log(f"car {number} from {road} waited {waited:.2f}")

    async def pedestrian(self, name, at):
        await asyncio.sleep(at)
        async with self.button:
            self.pedestrians += 1
            self.log(f"{name} presses the button")
            await self.button.wait()
        self.log(f"{name} has crossed")


async def traffic(crossing, n, rng):
    async with asyncio.TaskGroup() as group:
        for number in range(n):
            group.create_task(crossing.car(number, rng.choice(["north", "east"])))
            await asyncio.sleep(rng.uniform(0.5, 3))


async def main():
    crossing = Crossing()
    rng = random.Random(11)
    controller = asyncio.create_task(crossing.controller())
    await asyncio.gather(traffic(crossing, 8, rng), crossing.pedestrian("Eve", 2), crossing.pedestrian("Max", 9), crossing.pedestrian("Zoe", 9.5))
    controller.cancel()
    try:
        await controller
    except asyncio.CancelledError:
        crossing.log("lights off")
    print(crossing.passed, f"mean wait {sum(crossing.waits) / len(crossing.waits):.3f}, longest {max(crossing.waits):.3f}")


asyncio.run(main())
