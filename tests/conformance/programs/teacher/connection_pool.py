"""A pool of database connections: limited, reused, health-checked, closed at the end."""
import asyncio
import itertools
from contextlib import asynccontextmanager, AsyncExitStack


class ConnectionLost(Exception):
    pass


class Connection:
    ids = itertools.count(1)

    def __init__(self):
        self.id = next(self.ids)
        self.queries = 0
        self.alive = True

    @classmethod
    async def open(cls):
        await asyncio.sleep(0.5)
        connection = cls()
        print(f"  opened {connection}")
        return connection

    async def query(self, text):
        if not self.alive:
            raise ConnectionLost(f"{self} is dead")
        await asyncio.sleep(0.2)
        self.queries += 1
        if text == "CRASH":
            self.alive = False
            raise ConnectionLost(f"{self} died")
        return f"{text.lower()} by {self}"

    async def close(self):
        await asyncio.sleep(0.1)
        self.alive = False
        print(f"  closed {self} after {self.queries} queries")

    def __repr__(self):
        return f"#{self.id}"


class Pool:
    def __init__(self, size):
        self.size = size
        self.idle = asyncio.LifoQueue()
        self.total = 0
        self.waiting = 0
        self.most_waiting = 0

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        while not self.idle.empty():
            await self.idle.get_nowait().close()

    @asynccontextmanager
    async def acquire(self, timeout=None):
        connection = await asyncio.wait_for(self._take(), timeout)
        try:
            yield connection
        finally:
            if connection.alive:
                self.idle.put_nowait(connection)
            else:
                self.total -= 1
                print(f"  dropped {connection}")

    async def _take(self):
        if self.idle.empty() and self.total < self.size:
            self.total += 1
            try:
                return await Connection.open()
            except BaseException:
                self.total -= 1
                raise
        self.waiting += 1
        self.most_waiting = max(self.most_waiting, self.waiting)
        try:
            return await self.idle.get()
        finally:
            self.waiting -= 1


async def job(pool, n, text):
    async with pool.acquire() as connection:
        return f"{n}: {await connection.query(text)}"


async def main():
    loop = asyncio.get_running_loop()
    async with Pool(2) as pool:
        for result in await asyncio.gather(*(job(pool, n, "SELECT") for n in range(5))):
            print(result)
        print("at", round(loop.time(), 3), "total", pool.total, "most waiting", pool.most_waiting)

        outcomes = await asyncio.gather(job(pool, 5, "CRASH"), job(pool, 6, "UPDATE"), return_exceptions=True)
        print(outcomes, "total", pool.total)

        async with AsyncExitStack() as stack:
            held = [await stack.enter_async_context(pool.acquire()) for _ in range(2)]
            print("holding", held)
            try:
                async with pool.acquire(timeout=1):
                    print("never")
            except TimeoutError:
                print("no connection within a second, at", round(loop.time(), 3))
        print("idle again:", pool.idle.qsize())
    print("pool closed", round(loop.time(), 3))


asyncio.run(main())
