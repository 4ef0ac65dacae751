import asyncio

class Door:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("opening", self.name)
        await asyncio.sleep(1)
        return self

    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0.5)
        print("closed", self.name, kind and kind.__name__)
        return kind is LookupError

async def main():
    loop = asyncio.get_running_loop()
    async with Door("a") as a, Door("b"):
        print("inside", a.name, loop.time())
    async with Door("c"):
        raise LookupError
    print("swallowed", loop.time())
    try:
        async with Door("d"):
            raise ValueError("out")
    except ValueError as e:
        print(e, loop.time())

asyncio.run(main())
