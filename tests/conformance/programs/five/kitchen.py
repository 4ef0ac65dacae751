import asyncio
import time


async def boil_pasta():
    print("pasta into the water")
    await asyncio.sleep(5)
    return "pasta"


async def chop_salad():
    print("salad onto the board")
    await asyncio.sleep(2)
    return "salad"


async def main():
    start = time.time()
    dishes = [await boil_pasta(), await chop_salad()]
    print(f"one after the other: {dishes} in {time.time() - start:.1f} s")

    start = time.time()
    pasta = asyncio.create_task(boil_pasta())
    salad = asyncio.create_task(chop_salad())
    dishes = [await pasta, await salad]
    print(f"as tasks: {dishes} in {time.time() - start:.1f} s")


if __name__ == "__main__":
    asyncio.run(main())
