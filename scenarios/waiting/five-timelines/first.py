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
    done, pending = await asyncio.wait(
        [soup, pasta, pie], return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    for task in done:
        await serve(task.result())


asyncio.run(main())
