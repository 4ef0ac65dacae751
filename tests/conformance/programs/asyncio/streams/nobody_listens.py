import asyncio

async def main():
    try:
        await asyncio.open_connection("127.0.0.1", 1234)
    except ConnectionRefusedError as e:
        print(type(e).__name__, e)
    try:
        await asyncio.open_connection("127.0.0.1", 1234)
    except OSError as e:
        print("an OSError too")

asyncio.run(main())
