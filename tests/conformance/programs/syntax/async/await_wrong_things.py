import asyncio

class Bad:
    def __await__(self):
        return 5

async def agen():
    yield 1

def plain():
    return 1

async def main():
    for thing in (5, None, plain, [1], Bad(), agen(), agen, main):
        try:
            await thing
        except TypeError as e:
            print(e)

asyncio.run(main())
