import asyncio
import asyncio.queues
from asyncio import locks, tasks, exceptions, TaskGroup, Queue
from asyncio.exceptions import TimeoutError as T

async def main():
    q = asyncio.queues.Queue()
    lock = locks.Lock()
    async with lock:
        q.put_nowait(1)
    print(await q.get(), T is TimeoutError, tasks.FIRST_COMPLETED, exceptions.InvalidStateError.__name__, Queue is asyncio.Queue)
    async with TaskGroup() as tg:
        tg.create_task(asyncio.sleep(1))

asyncio.run(main())
print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
