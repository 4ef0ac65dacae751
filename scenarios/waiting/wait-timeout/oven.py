import asyncio


async def bake(what, seconds):
    await asyncio.sleep(seconds)
    print(f"🔔 {what} done")
    return what


async def main():
    loop = asyncio.get_running_loop()
    oven = [asyncio.create_task(bake(what, s), name=what)
            for what, s in (("rolls", 1), ("bread", 3), ("cake", 6))]

    done, pending = await asyncio.wait(oven, timeout=2)
    print(f"👀 {loop.time():.1f} s:", *[t.get_name() for t in done],
          "done;", *[t.get_name() for t in pending], "in the oven")

    print("🥖", await asyncio.gather(*pending))


asyncio.run(main())
