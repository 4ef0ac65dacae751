import asyncio
import random
import time

async def clerk(name, tray, sorted_by):
    while True:
        letter = await tray.get()
        await asyncio.sleep(random.uniform(0.1, 0.9))
        sorted_by.setdefault(name, []).append(letter)
        tray.task_done()

async def main():
    tray, sorted_by = asyncio.Queue(), {}
    for n in range(15):
        tray.put_nowait(f"{random.choice('ABC')}{n:02}")
    clerks = [asyncio.create_task(clerk(name, tray, sorted_by)) for name in ("Kim", "Lou", "Max")]
    started = time.monotonic()
    await tray.join()
    took = time.monotonic() - started
    for c in clerks:
        c.cancel()
    outcome = await asyncio.gather(*clerks, return_exceptions=True)
    for name in sorted(sorted_by):
        print(f"{name}: {' '.join(sorted_by[name])}")
    print(f"{took:.2f} seconds, {took:0.5f} exactly, {len(outcome)} clerks went home")

asyncio.run(main())
