import asyncio
from types import GenericAlias
for made in (asyncio.Queue[int], asyncio.Future[str], asyncio.Task[None], asyncio.PriorityQueue[tuple[int, str]]):
    print(made, type(made) is GenericAlias, made.__args__, made.__origin__)
async def main():
    q = asyncio.Queue[int](maxsize=2)
    await q.put(1)
    async def f(t: "asyncio.Task[int]") -> asyncio.Future[int]:
        return await t
    print(q, await f(asyncio.create_task(asyncio.sleep(1, 5))))
asyncio.run(main())
