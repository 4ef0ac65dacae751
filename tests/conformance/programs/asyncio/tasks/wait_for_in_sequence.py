import asyncio

async def dish(name, seconds):
    await asyncio.sleep(seconds)
    return name

async def main():
    for name, seconds, limit in (("salad", 2, 3), ("soup", 4, 5), ("roast", 8, 6)):
        try:
            print(await asyncio.wait_for(dish(name, seconds), timeout=limit), "ok")
        except TimeoutError:
            print(name, "timeout")
    print(asyncio.get_running_loop().time())

asyncio.run(main())
