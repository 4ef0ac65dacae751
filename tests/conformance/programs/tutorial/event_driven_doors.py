import asyncio

async def visitor(name, door, arrives):
    await asyncio.sleep(arrives)
    if not door.is_set():
        print(f"{name} waits at the door")
    await door.wait()
    print(f"{name} goes in")

async def main():
    door = asyncio.Event()
    visitors = {asyncio.create_task(visitor(n, door, i)): n for i, n in enumerate(["Eva", "Max", "Pia"])}
    await asyncio.sleep(1.5)
    door.set()
    done, pending = await asyncio.wait(visitors, timeout=0.1)
    print(sorted(visitors[t] for t in done), "in,", sorted(visitors[t] for t in pending), "on the way")
    await asyncio.wait(pending)
    print(door)

asyncio.run(main())
