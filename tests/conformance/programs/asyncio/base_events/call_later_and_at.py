import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def at(label):
        print(label, loop.time())
    loop.call_later(2, at, "two")
    loop.call_later(1, at, "one")
    loop.call_at(1.5, at, "one and a half")
    loop.call_later(0, at, "zero")
    loop.call_later(-1, at, "negative")
    loop.call_at(0.5, at, "half")
    loop.call_later(1, at, "one again")
    await asyncio.sleep(3)
    print("end")

asyncio.run(main())
