import asyncio

async def patient(n, room):
    async with room:
        await room.wait()
        print(f"patient {n} is called at {asyncio.get_running_loop().time()}")

async def nurse(room):
    for group in (1, 2, None):
        await asyncio.sleep(1)
        async with room:
            print("next", group or "all")
            room.notify_all() if group is None else room.notify(group)

async def practice():
    room = asyncio.Condition()
    await asyncio.gather(nurse(room), *(patient(n, room) for n in range(1, 6)))

asyncio.run(practice())
