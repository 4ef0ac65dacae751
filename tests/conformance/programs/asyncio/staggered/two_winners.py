# A second one that succeeds after all meets an assertion.
import asyncio
from asyncio import staggered


async def stubborn(result):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return result


async def quick():
    await asyncio.sleep(1)
    return "quick"


async def main():
    try:
        print(await staggered.staggered_race([lambda: stubborn("late"), quick], 0))
    except ExceptionGroup as e:
        print(repr(e))


asyncio.run(main())
