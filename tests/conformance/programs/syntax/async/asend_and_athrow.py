import asyncio

async def echo():
    value = "first"
    while True:
        try:
            value = yield value
            await asyncio.sleep(0.1)
        except ValueError as e:
            value = f"caught {e}"

async def main():
    g = echo()
    print(await g.asend(None))
    print(await g.asend("hello"))
    print(await g.athrow(ValueError("bad")))
    print(await g.asend(7))
    await g.aclose()
    try:
        await echo().asend(1)
    except TypeError as e:
        print(e)

asyncio.run(main())
