import asyncio

other = asyncio.new_event_loop()
f = other.create_future()

async def main():
    try:
        await f
    except RuntimeError as e:
        print(str(e)[:5], "...", str(e)[-30:])

asyncio.run(main())
other.close()
