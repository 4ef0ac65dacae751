"""Services that start in order and stop in the other one, with a time limit for each and a report."""
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from types import TracebackType
from typing import Protocol


class Service(Protocol):
    name: str

    async def start(self) -> None: ...
    async def stop(self) -> None: ...


class Base:
    def __init__(self, name, start=0.1, stop=0.1):
        self.name, self._start, self._stop = name, start, stop

    async def start(self):
        await asyncio.sleep(self._start)

    async def stop(self):
        await asyncio.sleep(self._stop)


class Poller(Base):
    """Works until it is told to stop; finishes the round that it is in."""

    async def start(self):
        await super().start()
        self.stopping = asyncio.Event()
        self.rounds = 0
        self.task = asyncio.create_task(self.poll(), name=self.name)

    async def poll(self):
        while not self.stopping.is_set():
            await asyncio.sleep(0.4)
            self.rounds += 1
            try:
                await asyncio.wait_for(self.stopping.wait(), 0.6)
            except TimeoutError:
                pass
        return self.rounds

    async def stop(self):
        self.stopping.set()
        say(f"{self.name} did {await self.task} rounds")


class Stubborn(Base):
    async def stop(self):
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            say(f"{self.name} had to be stopped by force")
            raise


class Broken(Base):
    async def stop(self):
        raise RuntimeError(f"{self.name} cannot stop")


def say(text):
    print(f"{asyncio.get_running_loop().time():6.2f} {text}")


class Application:
    def __init__(self, *services: Service, grace: float = 1.0):
        self.services, self.grace = services, grace
        self.problems: list[BaseException] = []

    @asynccontextmanager
    async def running(self, service: Service):
        await service.start()
        say(f"started {service.name}")
        try:
            yield service
        finally:
            try:
                async with asyncio.timeout(self.grace):
                    await service.stop()
            except (TimeoutError, RuntimeError) as e:
                self.problems.append(e)
                say(f"{service.name}: {type(e).__name__} {e}".rstrip())
            else:
                say(f"stopped {service.name}")

    async def __aenter__(self):
        self.stack = AsyncExitStack()
        for service in self.services:
            await self.stack.enter_async_context(self.running(service))
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> bool:
        say(f"shutdown because of {kind.__name__ if kind else 'nothing'}")
        await self.stack.aclose()
        return kind is KeyboardInterrupt


async def main():
    app = Application(Base("database", 0.5, 0.2), Broken("cache"), Poller("poller"), Stubborn("mailer"))
    async with app:
        await asyncio.sleep(2.5)
        raise KeyboardInterrupt
    print([repr(p) for p in app.problems])
    try:
        async with Application(Base("one"), Base("two", start=0.2)) as app:
            await asyncio.sleep(0.1)
            raise LookupError("in the body")
    except LookupError as e:
        print(repr(e), app.problems)
    run = asyncio.create_task(Application(Base("three"), Base("slow start", start=9)).__aenter__())
    await asyncio.sleep(1)
    run.cancel()
    print(await asyncio.gather(run, return_exceptions=True))


asyncio.run(main())
