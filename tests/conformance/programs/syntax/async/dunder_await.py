import asyncio

class Delay:
    def __init__(self, seconds, result):
        self.seconds, self.result = seconds, result

    def __await__(self):
        print("awaiting", self.seconds)
        yield from asyncio.sleep(self.seconds).__await__()
        return self.result

class Ready:
    def __await__(self):
        return iter([])

async def main():
    print(await Delay(1.5, "ok"))
    print(await Ready())
    print(await asyncio.gather(Delay(1, "a"), Delay(2, "b")))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
