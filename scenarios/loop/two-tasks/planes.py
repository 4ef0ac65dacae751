import asyncio


async def fly(plane, seconds):
    print(f"🛫 {plane} takes off")
    await asyncio.sleep(seconds)
    print(f"🛬 {plane} has landed")


async def main():
    jumbo = asyncio.create_task(fly("jumbo", 2), name="jumbo")
    glider = asyncio.create_task(fly("glider", 1), name="glider")
    print("🗼 both may go")
    await asyncio.gather(jumbo, glider)
    print("🗼 all are down")


asyncio.run(main())
