import asyncio

async def worker(q):
    while not q.empty():
        priority, (name, cost) = await q.get()
        print(f"[{priority}] {name}")
        await asyncio.sleep(cost)
        q.task_done()

async def main():
    q = asyncio.PriorityQueue()
    for item in [(3, ("report", 1)), (1, ("fire!", 0.5)), (2, ("email", 0.25)), (1, ("alarm", 0.5))]:
        await q.put(item)
    await asyncio.gather(worker(q), worker(q))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
