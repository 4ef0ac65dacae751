import asyncio
import random

BOLD, PLAIN = "\033[1m", "\033[0m"

async def player(seat: int, wanted: int) -> int:
    rolls = 0
    while True:
        rolls += 1
        face = random.randint(1, 6)
        if face == wanted:
            print(f"{BOLD}seat {seat}{PLAIN} rolled the {wanted} after {rolls} rolls")
            return rolls
        print(f"seat {seat}: {face}, not {wanted}")
        await asyncio.sleep(seat + 0.5)

async def table():
    return await asyncio.gather(*(player(seat, 6 - seat) for seat in range(3)))

if __name__ == "__main__":
    random.seed(99)
    first, second, third = asyncio.run(table())
    print()
    print(f"{first = }, {second = }, {third = }")
