# A getter that is dropped after its loop was closed cannot tell its task any more.
import asyncio

queue = asyncio.Queue()
kept = []

async def leave():
    try:
        await asyncio.sleep(1)
    finally:
        kept.append(asyncio.create_task(queue.get(), name="late"))

async def main():
    asyncio.create_task(leave())
    await asyncio.sleep(0)

asyncio.run(main())
