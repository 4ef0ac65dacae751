# A staggered race that is called off, one whose members fail, and one that nobody runs.
import asyncio
from asyncio.staggered import staggered_race


def runner(name, seconds, error=None):
    async def run():
        print(name, "starts", asyncio.get_running_loop().time())
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            print(name, "is cancelled", asyncio.get_running_loop().time())
            raise
        if error:
            raise error
        return name

    return run


async def main():
    race = asyncio.create_task(staggered_race([runner("a", 5), runner("b", 5)], 1))
    await asyncio.sleep(2)
    race.cancel("off")
    try:
        await race
    except asyncio.CancelledError as e:
        print(repr(e))
    print(await staggered_race([runner("c", 1, ValueError("c")), runner("d", 1, KeyError("d"))], 5))
    print(await staggered_race([runner("e", 9), runner("f", 1)], 2))
    print(await staggered_race([], 1))

    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise RuntimeError("not me")

    print(await staggered_race([stubborn, runner("g", 1)], 1))


asyncio.run(main())
