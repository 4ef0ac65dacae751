import asyncio

async def selfish():
    for _ in range(3):
        try:
            await asyncio.current_task()
        except RuntimeError as e:
            print(str(e)[:36])

asyncio.run(selfish())
