import asyncio


async def run(runner, seconds, falls=False):
    await asyncio.sleep(seconds)
    if falls:
        raise RuntimeError(f"{runner} has fallen")
    print("🏁", runner)


async def main():
    runners = [
        asyncio.create_task(run("Ana", 1), name="Ana"),
        asyncio.create_task(run("Bob", 2, falls=True), name="Bob"),
        asyncio.create_task(run("Cem", 4), name="Cem"),
    ]
    done, pending = await asyncio.wait(
        runners, return_when=asyncio.FIRST_EXCEPTION)
    for task in done:
        if task.exception():
            print("🤕", task.exception())
    print("🏃 still running:", *[task.get_name() for task in pending])
    await asyncio.wait(pending)


asyncio.run(main())
