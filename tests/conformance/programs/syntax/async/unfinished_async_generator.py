import asyncio

async def source():
    try:
        yield 1
        yield 2
    finally:
        print("finalizing")
        await asyncio.sleep(1)
        print("finalized")

async def main():
    async for x in source():
        print(x)
        break
    print("after loop")
    await asyncio.sleep(2)
    keep = source()
    print(await anext(keep))
    print("main ends", asyncio.get_running_loop().time())
    return keep

asyncio.run(main())
print("end")
