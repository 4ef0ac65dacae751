import asyncio


async def friend(name, minutes, cinema):
    await asyncio.sleep(minutes)
    print(f"🚶 {name} is there, {cinema.n_waiting} waiting")
    await cinema.wait()
    print(f"🍿 {name} goes in")


async def main():
    cinema = asyncio.Barrier(3)
    await asyncio.gather(
        friend("Ana", 1, cinema),
        friend("Bob", 3, cinema),
        friend("Cem", 2, cinema),
    )


asyncio.run(main())
