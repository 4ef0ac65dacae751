import asyncio

async def f(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n

async def main():
    ts = []
    try:
        async with asyncio.TaskGroup() as tg:
            ts = [tg.create_task(f(n)) for n in (1, 2, 3)]
    except ExceptionGroup as eg:
        print(eg, eg.message, len(eg.exceptions))
    for t in ts:
        print("cancelled" if t.cancelled() else t.exception() or t.result())

asyncio.run(main())
