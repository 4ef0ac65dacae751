import asyncio

async def build(tower, floors):
    height = 0
    for floor in range(1, floors + 1):
        await asyncio.sleep(0.5)
        height += 10 - floor
        print(f"{tower}: floor {floor} of {floors}, {height} m")
    return tower, height

async def main():
    heights = dict(await asyncio.gather(build("north", 3), build("south", 2), build("gate", 1)))
    print(heights, max(heights, key=heights.get))

asyncio.run(main())
