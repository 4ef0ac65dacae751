import asyncio

async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    q.shutdown()
    print(q)
    q.get_nowait()
    q.task_done()
    print(q)

asyncio.run(main())
