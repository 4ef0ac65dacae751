import asyncio
import time


def wash_by_hand(what):
    time.sleep(2)  # ordinary code: it blocks
    print(f"🧽 {what} clean")


async def radio():
    for song in range(1, 5):
        print(f"🎵 song {song}")
        await asyncio.sleep(1)


async def wash_up():
    wash_by_hand("pots")
    wash_by_hand("pans")


async def main():
    await asyncio.gather(radio(), wash_up())


asyncio.run(main())
