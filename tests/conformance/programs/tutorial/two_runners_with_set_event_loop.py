import asyncio

async def lap(runner, laps):
    for n in range(laps):
        await asyncio.sleep(1.25)
        print(f"{runner} lap {n + 1}")
    return f"{runner} finished"

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
race = asyncio.gather(lap("red", 2), lap("blue", 3))
print(loop.run_until_complete(race), loop.time())
loop.close()
