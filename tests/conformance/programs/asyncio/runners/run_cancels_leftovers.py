import asyncio

async def bg(name, cleanup):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "cleaning up")
        await asyncio.sleep(cleanup)
        print(name, "clean", asyncio.get_running_loop().time())
        raise

async def main():
    for name, c in (("a", 2), ("b", 1)):
        asyncio.create_task(bg(name, c))
    await asyncio.sleep(1)
    print("main returns")
    return "value"

print(asyncio.run(main()))
