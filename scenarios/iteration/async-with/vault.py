import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def vault():
    print("🔓 opening")
    await asyncio.sleep(1)
    try:
        yield "💎 diamond"
    finally:
        print("🔒 locking")
        await asyncio.sleep(1)


class Guard:
    async def __aenter__(self):
        await asyncio.sleep(0.5)
        print("💂 guard in place")

    async def __aexit__(self, *error):
        print("💂 guard goes home")


async def main():
    async with Guard():
        async with vault() as treasure:
            print("👀", treasure)
        try:
            async with vault() as treasure:
                raise RuntimeError("alarm")
        except RuntimeError as error:
            print("🚨", error)


asyncio.run(main())
