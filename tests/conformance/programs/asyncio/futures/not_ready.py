import asyncio

async def main():
    f = asyncio.get_running_loop().create_future()
    for act in (f.result, f.exception):
        try:
            act()
        except asyncio.InvalidStateError as e:
            print(e)
    print(f.cancelled(), f.done(), f.get_loop() is asyncio.get_running_loop())

asyncio.run(main())
