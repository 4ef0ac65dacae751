import asyncio


async def work(name, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise RuntimeError(name)
    return name


async def main():
    rose = asyncio.create_task(work("🌹", 2))
    tulip = asyncio.create_task(work("🌷", 1, fails=True))
    try:
        await asyncio.gather(rose, tulip)
    except RuntimeError as error:
        print("💔", error)
    print("💐", await rose)


asyncio.run(main())
