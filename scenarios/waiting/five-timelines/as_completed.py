import asyncio


async def cook(seconds, dish):
    await asyncio.sleep(seconds)
    return dish


async def serve(dish):
    await asyncio.sleep(0.5)
    print("🍽️", dish)


async def main():
    soup = asyncio.create_task(cook(1, "🍲 soup"), name="soup")
    pasta = asyncio.create_task(cook(3, "🍝 pasta"), name="pasta")
    pie = asyncio.create_task(cook(5, "🥧 pie"), name="pie")
    for dish in asyncio.as_completed([soup, pasta, pie]):
        await serve(await dish)


asyncio.run(main())
