import asyncio

async def main():
    try:
        asyncio.get_running_loop().close()
    except RuntimeError as e:
        print(e)
    try:
        asyncio.get_running_loop().run_forever()
    except RuntimeError as e:
        print(e)

asyncio.run(main())
