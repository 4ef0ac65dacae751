import asyncio


async def run(runner, seconds):
    await asyncio.sleep(seconds)
    return runner


async def main():
    runners = [asyncio.create_task(run(name, s), name=name)
               for name, s in (("Ana", 3), ("Bob", 1), ("Cem", 5))]
    done, pending = await asyncio.wait(
        runners, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        print("🏆", task.result())
    print("🏃 still running:", len(pending))
    for task in pending:
        task.cancel()


asyncio.run(main())
