import asyncio


async def guest(door):
    await door.wait()
    print("in")


async def main():
    door = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(guest(door), name="Ada")
        group.create_task(guest(door), name="Bob")


asyncio.run(main())
