import asyncio

async def player(name, mine, other, hits):
    for i in range(hits):
        await mine.wait()
        mine.clear()
        print(name, i)
        await asyncio.sleep(0.1)
        other.set()

async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    ping.set()
    await asyncio.gather(player("ping", ping, pong, 3), player("pong", pong, ping, 3))
    print(f"{asyncio.get_running_loop().time():.1f}")

asyncio.run(main())
