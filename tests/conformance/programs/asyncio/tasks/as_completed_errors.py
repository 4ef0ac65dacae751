import asyncio

async def fetch(n):
    await asyncio.sleep(n)
    if n % 2:
        raise ValueError(n)
    return n

async def main():
    for c in asyncio.as_completed([fetch(n) for n in (3, 2, 1, 0)]):
        try:
            print("ok", await c)
        except ValueError as e:
            print("error", e)
    for wrong in (fetch(1), 5):
        try:
            asyncio.as_completed(wrong)
        except TypeError as e:
            print(e)
    print(list(asyncio.as_completed([])))

asyncio.run(main())
