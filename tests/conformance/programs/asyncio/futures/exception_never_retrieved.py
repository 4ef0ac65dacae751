import asyncio

async def main():
    f = asyncio.get_running_loop().create_future()
    f.set_exception(ValueError("unseen"))
    del f
    print("dropped")
    g = asyncio.get_running_loop().create_future()
    g.set_exception(ValueError("seen"))
    print(g.exception())
    del g
    await asyncio.sleep(0)

asyncio.run(main())
