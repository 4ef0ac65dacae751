import asyncio

results = []

async def step(n):
    await asyncio.sleep(n)
    results.append(n)
    return asyncio.get_running_loop()

first = asyncio.new_event_loop()
second = asyncio.new_event_loop()
a = first.run_until_complete(step(1))
b = second.run_until_complete(step(2))
print(results, a is first, b is second, first.time(), second.time())
first.close()
second.close()
print(first.is_closed(), second.is_closed())
