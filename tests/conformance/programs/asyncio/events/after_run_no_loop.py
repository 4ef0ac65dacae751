import asyncio

async def main():
    pass

asyncio.run(main())
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
asyncio.run(main())
try:
    print(asyncio.get_event_loop() is loop)
except RuntimeError as e:
    print(e)
loop.close()
