import asyncio

async def waiter(n, f):
    print(n, "waits")
    print(n, "got", await f)

async def main():
    f = asyncio.get_running_loop().create_future()
    ts = [asyncio.create_task(waiter(n, f)) for n in "cab"]
    await asyncio.sleep(1)
    f.set_result("go")
    print("set")
    await asyncio.gather(*ts)

asyncio.run(main())
