import asyncio


async def work():
    me = asyncio.current_task()
    print("running, and it says:", repr(me).split()[1], "done:", me.done())


async def main():
    await asyncio.create_task(work())


asyncio.run(main())
