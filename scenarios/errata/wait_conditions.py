import asyncio


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(s)) for s in (1, 2, 3)]
    try:
        await asyncio.wait(tasks, return_when="TWO_COMPLETED")
    except ValueError as error:
        print("💥", error)

    pending = set(tasks)
    while len(pending) > 1:  # two completed, done by hand
        done, pending = await asyncio.wait(
            pending, return_when=asyncio.FIRST_COMPLETED)
    print("✌️ two are done, still pending:", len(pending))


asyncio.run(main())
