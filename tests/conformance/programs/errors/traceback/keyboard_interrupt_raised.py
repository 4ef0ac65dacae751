import asyncio

async def main():
    try:
        await asyncio.sleep(1)
        raise KeyboardInterrupt
    finally:
        print("cleanup")

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("stopped by the user")
