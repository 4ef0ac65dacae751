import asyncio

async def main():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)

try:
    asyncio.run(main())
except asyncio.CancelledError as e:
    print("run raised CancelledError", e.args)

async def other():
    asyncio.get_running_loop().call_later(1, asyncio.current_task().cancel, "by timer")
    await asyncio.sleep(5)

asyncio.run(other())
