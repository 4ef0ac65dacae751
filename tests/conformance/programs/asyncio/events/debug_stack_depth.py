# In debug mode a handle notes ten frames, those of the library among them; a future and a task note all.
import asyncio

def later(depth):
    if depth:
        return later(depth - 1)
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError(1))

async def main():
    for depth in 0, 1, 2, 9:
        later(depth)
        await asyncio.sleep(0)

asyncio.run(main(), debug=True)
