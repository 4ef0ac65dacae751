import asyncio


async def stubborn():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("🙉 alarm? requests:", me.cancelling())
        me.uncancel()
        print("↩️ taken back, requests:", me.cancelling())
    await asyncio.sleep(1)
    return "finished all the same"


async def main():
    worker = asyncio.create_task(stubborn(), name="worker")
    await asyncio.sleep(1)
    worker.cancel()
    print("🏁", await worker, "- cancelled:", worker.cancelled())


asyncio.run(main())
