import asyncio

async def main(x):
    return x * 2

print(asyncio.run(main(21)))
print(asyncio.run(asyncio.sleep(1, "slept")))

class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "awaited"

try:
    print(asyncio.run(Awaitable()))
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
for wrong in (5, main, None):
    try:
        asyncio.run(wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
