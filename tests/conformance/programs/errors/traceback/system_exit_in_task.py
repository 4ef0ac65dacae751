import asyncio, sys

async def quits():
    await asyncio.sleep(1)
    sys.exit(7)

async def main():
    t = asyncio.create_task(quits())
    try:
        await asyncio.sleep(5)
    finally:
        print("main finally")

try:
    asyncio.run(main())
except SystemExit as e:
    print("exit", e.code)
