# A loop that was set stays alive at the end, and that what it leads to: nothing of it speaks any more.
import asyncio

tasks = []


def handler(loop, context):
    print(context["message"])


async def fails():
    raise ValueError(1)


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    tasks.append(asyncio.create_task(fails()))
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
print("end")
