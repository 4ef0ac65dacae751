import asyncio

class Found(Exception):
    pass

async def search(where, hours, there=False):
    await asyncio.sleep(hours)
    if there:
        raise Found(where)
    print(f"nothing in the {where}")

async def party():
    places = {"wood": 1, "cave": 3, "lake": 2}
    try:
        async with asyncio.TaskGroup() as group:
            for place, hours in places.items():
                group.create_task(search(place, hours, there=place == "lake"), name=place)
    except* Found as found:
        print("found in the", found.exceptions[0], "after", asyncio.get_running_loop().time())

asyncio.run(party())
