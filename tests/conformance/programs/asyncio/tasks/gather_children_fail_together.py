import asyncio

async def fail(name, n):
    await asyncio.sleep(n)
    print(name, "fails")
    raise ValueError(name)

async def main():
    try:
        await asyncio.gather(fail("a", 1), fail("b", 1), fail("c", 1))
    except ValueError as e:
        print("got", e)
    await asyncio.sleep(1)

asyncio.run(main())
print("done")
