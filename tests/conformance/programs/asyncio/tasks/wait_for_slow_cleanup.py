import asyncio

async def cook():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("tidying from", asyncio.get_running_loop().time())
        await asyncio.sleep(2)
        print("tidy at", asyncio.get_running_loop().time())
        raise

async def main():
    try:
        await asyncio.wait_for(cook(), 3)
    except TimeoutError:
        print("timeout seen at", asyncio.get_running_loop().time())

asyncio.run(main())
