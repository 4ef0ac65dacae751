import asyncio
from asyncio import staggered

async def connect(name, seconds, fail=False):
    print("try", name, asyncio.get_running_loop().time())
    await asyncio.sleep(seconds)
    if fail:
        raise OSError(name)
    return name

async def main():
    result = await staggered.staggered_race([lambda: connect("a", 3), lambda: connect("b", 0.2, True), lambda: connect("c", 0.5)], delay=1)
    print(result[0], result[1], [repr(e) for e in result[2]])
    print(asyncio.get_running_loop().time())

asyncio.run(main())
