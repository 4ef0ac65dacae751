import asyncio

async def consumer(name, q):
    try:
        while True:
            print(name, await q.get())
            await asyncio.sleep(1)
    except asyncio.QueueShutDown as e:
        print(name, "shut down", repr(e), asyncio.get_running_loop().time())

async def main():
    q = asyncio.Queue()
    for i in range(4):
        q.put_nowait(i)
    c = [asyncio.create_task(consumer(n, q)) for n in "ab"]
    await asyncio.sleep(0.5)
    q.shutdown()
    try:
        await q.put(9)
    except asyncio.QueueShutDown as e:
        print("put", repr(e))
    await asyncio.gather(*c)
    try:
        q.get_nowait()
    except asyncio.QueueShutDown as e:
        print("get_nowait", repr(e))
    print(q)

asyncio.run(main())
