import asyncio


async def fetch():
    print("never printed")


async def main():
    print("calling without await")
    fetch()
    print("called")
    kept = fetch()
    await asyncio.sleep(1)
    print("done, one still kept")


asyncio.run(main())
print("end")
