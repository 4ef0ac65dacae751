import asyncio

async def wait(n):
    await asyncio.sleep(n)

async def main():
    workers = [asyncio.create_task(wait(n)) for n in (2, 1, 3)]
    print(sorted(t.get_name() for t in asyncio.all_tasks()), len(asyncio.all_tasks()))
    await asyncio.sleep(1.5)
    print([t.get_name() for t in asyncio.all_tasks()])
    await asyncio.gather(*workers)
    print([t.get_name() for t in asyncio.all_tasks()], asyncio.all_tasks() == {asyncio.current_task()})

asyncio.run(main())
try:
    asyncio.all_tasks()
except RuntimeError as e:
    print(e)
