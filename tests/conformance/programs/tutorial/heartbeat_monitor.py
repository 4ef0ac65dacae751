import asyncio

async def heartbeat(name, interval, beats, queue):
    for _ in range(beats):
        await asyncio.sleep(interval)
        await queue.put((name, asyncio.get_running_loop().time()))

async def monitor(queue, patience):
    last = {}
    while True:
        try:
            name, at = await asyncio.wait_for(queue.get(), patience)
        except TimeoutError:
            print(f"{asyncio.get_running_loop().time():.2f} silence, last seen {last}")
            return
        last[name] = round(at, 2)
        print(f"{at:.2f} {name}")

async def main():
    q = asyncio.Queue()
    await asyncio.gather(heartbeat("a", 0.5, 4, q), heartbeat("b", 0.7, 2, q), monitor(q, 1.5))

asyncio.run(main())
