import asyncio

async def gen(name):
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(1)
        print(name, "closed at", asyncio.get_running_loop().time())

async def main():
    global keep
    keep = [gen(n) for n in "ab"]
    for g in keep:
        print(await anext(g))
    await asyncio.get_running_loop().shutdown_asyncgens()
    print("after shutdown")
    g = gen("late")
    print(await anext(g))
    await g.aclose()

asyncio.run(main())
