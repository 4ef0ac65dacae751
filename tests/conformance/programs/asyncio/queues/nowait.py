import asyncio

async def main():
    q = asyncio.Queue(2)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    q.put_nowait("a")
    q.put_nowait("b")
    try:
        q.put_nowait("c")
    except asyncio.QueueFull as e:
        print(repr(e))
    print(q.full(), q.get_nowait(), q.get_nowait(), q.empty())
    print(asyncio.Queue(0).full(), asyncio.Queue(-1).maxsize)

asyncio.run(main())
