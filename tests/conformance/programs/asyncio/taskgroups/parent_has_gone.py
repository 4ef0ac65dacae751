# A child of a group whose parent has ended without leaving it: its error is reported, not raised.
import asyncio

kept = []


async def fails():
    await asyncio.sleep(1)
    raise ValueError("child")


async def parent():
    group = asyncio.TaskGroup()
    await group.__aenter__()
    kept.append(group)
    group.create_task(fails(), name="child")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].split("<")[0], repr(context["exception"]), context["task"].get_name()))
    await asyncio.create_task(parent(), name="parent")
    await asyncio.sleep(2)
    print("on")
    await asyncio.TaskGroup().__aenter__()
    try:
        await kept[0].__aenter__()
    except RuntimeError as e:
        print(str(e).split("<")[0])


asyncio.run(main())
