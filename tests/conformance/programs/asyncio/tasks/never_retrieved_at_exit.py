import asyncio

async def fails():
    await asyncio.sleep(1)
    raise KeyError("late")

async def main():
    global kept
    kept = asyncio.create_task(fails())
    await asyncio.sleep(2)
    print("main over", kept.done())

asyncio.run(main())
print("end of program")
