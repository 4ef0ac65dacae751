import asyncio


class Loud:
    def __init__(self, n): self.n = n
    def __del__(self): print("gone", self.n)


async def co(): pass


async def main():
    for c in [co(), co()]:
        print("in")
        break
    print("after")
    c = None
    for x in [Loud(1), Loud(2)]:
        continue
    for x in (Loud(i) for i in (3, 4)):
        print("before break")
        break
    print("x is", x.n)


asyncio.run(main())
