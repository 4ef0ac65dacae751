import asyncio

async def selfish():
    try:
        await me
    except RuntimeError as e:
        print(str(e).split(":")[0], "|", str(e)[:24])
        raise

async def main():
    global me
    me = asyncio.create_task(selfish(), name="me")
    try:
        await me
    except RuntimeError as e:
        print(type(e).__name__)

asyncio.run(main())
