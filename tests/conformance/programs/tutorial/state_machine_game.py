import asyncio
import random

class Monster:
    def __init__(self, name, hp, power, speed):
        self.name, self.hp, self.power, self.speed = name, hp, power, speed

    async def fight(self, other):
        while self.hp > 0 and other.hp > 0:
            await asyncio.sleep(self.speed)
            if self.hp <= 0:
                break
            damage = random.randint(1, self.power)
            other.hp -= damage
            print(f"{self.name} hits {other.name} for {damage}, {max(other.hp, 0)} left")
        return self.name if self.hp > 0 else None

async def main():
    random.seed(8)
    a, b = Monster("Orc", 12, 4, 1.0), Monster("Imp", 8, 3, 0.6)
    winners = await asyncio.gather(a.fight(b), b.fight(a))
    print("winner:", next(filter(None, winners)))

asyncio.run(main())
