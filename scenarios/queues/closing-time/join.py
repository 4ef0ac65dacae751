import asyncio


async def clerk(name, desk):
    while True:
        letter = await desk.get()
        await asyncio.sleep(1)
        print(f"✅ {name}: letter {letter}")
        desk.task_done()


async def main():
    desk = asyncio.Queue()
    for letter in range(1, 6):
        desk.put_nowait(letter)
    clerks = [asyncio.create_task(clerk(name, desk), name=name)
              for name in ("Ana", "Bob")]
    await desk.join()
    print("🏁 all letters are done")
    for task in clerks:
        task.cancel()


asyncio.run(main())
