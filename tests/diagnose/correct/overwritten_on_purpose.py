import asyncio

status = "idle"
seen = []


async def work(name, seconds):
    global status
    seen.append(status)
    await asyncio.sleep(seconds)
    status = f"{name} is done"


async def main():
    await asyncio.gather(work("a", 1), work("b", 2))
    print(status, seen)


asyncio.run(main())
