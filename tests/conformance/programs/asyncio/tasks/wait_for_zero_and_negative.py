import asyncio

async def quick():
    return "quick"

async def sleeper():
    await asyncio.sleep(1)

async def main():
    for timeout in (0, -1):
        for make in (quick, sleeper):
            try:
                print(await asyncio.wait_for(make(), timeout))
            except TimeoutError as e:
                print("timeout", make.__name__, timeout)
    t = asyncio.create_task(quick())
    await asyncio.sleep(0)
    print(await asyncio.wait_for(t, 0), asyncio.get_running_loop().time())
    u = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(u, 0)
    except TimeoutError:
        print(u.cancelled(), asyncio.get_running_loop().time())

asyncio.run(main())
