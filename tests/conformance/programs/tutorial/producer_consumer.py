import asyncio
import random
from collections import Counter

random.seed(42)

async def producer(n, queue):
    for i in range(3):
        item = random.randint(1, 100)
        await asyncio.sleep(random.random())
        await queue.put((n, item))
        print(f"producer {n} made {item}")

async def consumer(n, queue, seen):
    while True:
        who, item = await queue.get()
        await asyncio.sleep(random.uniform(0.1, 0.3))
        print(f"consumer {n} ate {item} of producer {who}")
        seen[n] += 1
        queue.task_done()

async def main():
    queue = asyncio.Queue(maxsize=2)
    seen = Counter()
    producers = [asyncio.create_task(producer(i, queue)) for i in range(3)]
    consumers = [asyncio.create_task(consumer(i, queue, seen)) for i in "AB"]
    await asyncio.gather(*producers)
    await queue.join()
    for c in consumers:
        c.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True))
    print(seen.most_common(), sum(seen.values()))

asyncio.run(main())
