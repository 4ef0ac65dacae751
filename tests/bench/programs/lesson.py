# A program of a lesson's size.
# operations: 1
import asyncio


async def kitchen(order, stove):
    async with stove:
        print(f"{order}: on the stove")
        await asyncio.sleep(2)
    await asyncio.sleep(0.5)
    return f"{order} is ready"


async def waiter(orders, stove):
    while True:
        order = await orders.get()
        try:
            print(await asyncio.wait_for(kitchen(order, stove), timeout=6))
        except TimeoutError:
            print(order, "took too long")
        finally:
            orders.task_done()


async def main():
    orders, stove = asyncio.Queue(maxsize=4), asyncio.Semaphore(2)
    waiters = [asyncio.create_task(waiter(orders, stove), name=f"waiter {i}") for i in range(3)]
    for order in ("soup", "pasta", "fish", "salad", "cake", "tea", "bread", "rice"):
        await orders.put(order)
    await orders.join()
    for task in waiters:
        task.cancel()
    await asyncio.gather(*waiters, return_exceptions=True)


asyncio.run(main())
