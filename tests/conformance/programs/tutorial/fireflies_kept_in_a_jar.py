import asyncio

jar = set()

async def firefly(n):
    for _ in range(n):
        await asyncio.sleep(0.4)
    print(f"firefly {n} goes out")

async def evening():
    for n in range(4):
        light = asyncio.create_task(firefly(n))
        jar.add(light)
        light.add_done_callback(jar.discard)
    print(len(jar), "lit")
    while jar:
        await asyncio.sleep(0.5)
        print(len(jar), "lit at", asyncio.get_running_loop().time())

asyncio.run(evening())
