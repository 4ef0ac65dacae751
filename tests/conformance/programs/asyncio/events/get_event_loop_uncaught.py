import asyncio

async def main():
    print("never")

loop = asyncio.get_event_loop()
loop.run_until_complete(main())
