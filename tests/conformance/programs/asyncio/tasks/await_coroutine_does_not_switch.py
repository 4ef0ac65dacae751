import asyncio

async def inner():
    print("inner, same task:", asyncio.current_task().get_name())
    return 5

async def other():
    print("other runs")

async def main():
    asyncio.create_task(other())
    print("main", asyncio.current_task().get_name())
    print(await inner())
    print("no switch yet")
    await asyncio.sleep(0)

asyncio.run(main())
