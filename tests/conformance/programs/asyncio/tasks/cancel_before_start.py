import asyncio

async def never():
    try:
        print("never printed")
    finally:
        print("never printed either")

async def main():
    t = asyncio.create_task(never())
    print(t.cancel())
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled before it began", e.args, t.cancelled())

asyncio.run(main())
