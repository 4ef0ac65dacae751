import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("in callback:", asyncio.current_task()))
    await asyncio.sleep(0)
    print(asyncio.current_task().get_name(), asyncio.current_task(loop) is asyncio.current_task())

asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
