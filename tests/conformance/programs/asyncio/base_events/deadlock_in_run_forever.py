import asyncio

sem = asyncio.Semaphore(0)

async def stuck():
    async with sem:
        print("never")

async def main():
    asyncio.create_task(stuck(), name="stuck")
    print("main is over, the loop goes on")

loop = asyncio.new_event_loop()
task = loop.create_task(main())
loop.run_forever()
