"""A kitchen on one evening: cooks, an oven with two places, orders by priority, guests who give up."""
import asyncio
import random


class Kitchen:
    recipes = {"soup": (1.0, 0.0), "pizza": (1.5, 4.0), "salad": (0.75, 0.0), "roast": (2.0, 9.0)}

    def __init__(self, cooks=2, oven_places=2):
        self.orders = asyncio.PriorityQueue()
        self.oven = asyncio.Semaphore(oven_places)
        self.cooks = cooks
        self.served, self.lost = [], []
        self.number = 0

    def order(self, dish, table, vip=False):
        self.number += 1
        ready = asyncio.get_running_loop().create_future()
        self.orders.put_nowait((0 if vip else 1, self.number, dish, table, ready))
        return ready

    async def cook(self, name):
        while True:
            priority, number, dish, table, ready = await self.orders.get()
            if ready.cancelled():
                print(f"{self.clock()} {name} drops {dish} of table {table}: nobody waits")
                self.orders.task_done()
                continue
            work, bake = self.recipes[dish]
            print(f"{self.clock()} {name} prepares {dish} for table {table}" + (" (VIP)" if priority == 0 else ""))
            await asyncio.sleep(work)
            if bake:
                async with self.oven:
                    await asyncio.sleep(bake)
            if not ready.done():
                ready.set_result(f"{dish} by {name}")
            self.orders.task_done()

    async def guest(self, table, dish, arrives, patience, vip=False):
        await asyncio.sleep(arrives)
        ready = self.order(dish, table, vip)
        try:
            plate = await asyncio.wait_for(ready, patience)
        except TimeoutError:
            print(f"{self.clock()} table {table} leaves without {dish}")
            self.lost.append(table)
            return None
        print(f"{self.clock()} table {table} eats {plate}")
        self.served.append(table)
        return plate

    @staticmethod
    def clock():
        return f"{asyncio.get_running_loop().time():6.2f}"


async def main():
    kitchen = Kitchen()
    cooks = [asyncio.create_task(kitchen.cook(name), name=name) for name in ("Ugo", "Ida")]
    guests = [
        kitchen.guest(1, "roast", 0, 30),
        kitchen.guest(2, "pizza", 0, 30),
        kitchen.guest(3, "soup", 0.5, 6),
        kitchen.guest(4, "salad", 1, 20, vip=True),
        kitchen.guest(5, "pizza", 1.5, 5),
        kitchen.guest(6, "soup", 2, 25),
    ]
    plates = await asyncio.gather(*guests)
    await kitchen.orders.join()
    for cook in cooks:
        cook.cancel()
    print(await asyncio.gather(*cooks, return_exceptions=True))
    print("plates:", plates)
    print(f"served {kitchen.served}, lost {kitchen.lost}, closed at{kitchen.clock()}")


asyncio.run(main())
