import asyncio


async def heartbeat():
    while True:
        print("tick")
        await asyncio.sleep(1)


async def main():
    beat = asyncio.create_task(heartbeat())
    await asyncio.sleep(2.5)
    beat.cancel()
    try:
        await beat
    except asyncio.CancelledError:
        print("stopped")


asyncio.run(main())
