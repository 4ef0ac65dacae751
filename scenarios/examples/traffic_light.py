import asyncio

colour = "🔴"


async def light(change):
    global colour
    for colour in ("🔴", "🟢", "🔴", "🟢"):
        async with change:
            print(f"🚦 {colour}")
            change.notify_all()
        await asyncio.sleep(2)


async def car(name, arrives, change):
    await asyncio.sleep(arrives)
    print(f"🚗 {name} at the light")
    async with change:
        await change.wait_for(lambda: colour == "🟢")
        print(f"💨 {name} goes on {colour}")


async def main():
    change = asyncio.Condition()
    async with asyncio.TaskGroup() as street:
        street.create_task(light(change), name="light")
        for name, arrives in (("red car", 0.5), ("blue car", 1.2),
                              ("bus", 2.5), ("bike", 4.3)):
            street.create_task(car(name, arrives, change), name=name)


asyncio.run(main())
