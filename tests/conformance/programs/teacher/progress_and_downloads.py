"""Downloads with a limit, progress on one line, retries, and a summary table."""
import asyncio
import random
from dataclasses import dataclass
from itertools import cycle


@dataclass
class File:
    name: str
    size: int
    speed: int = 100
    breaks_at: int | None = None


@dataclass
class Result:
    file: File
    seconds: float
    attempts: int
    error: str = ""

    @property
    def ok(self):
        return not self.error


class Progress:
    def __init__(self, total):
        self.total = total
        self.done = 0
        self.spinner = cycle("|/-\\")

    def add(self, n):
        self.done += n

    def bar(self, width=20):
        filled = self.done * width // self.total
        return f"[{'#' * filled}{'.' * (width - filled)}] {self.done / self.total:4.0%}"

    async def show(self, every):
        loop = asyncio.get_running_loop()
        while True:
            print(f"{loop.time():5.1f} {next(self.spinner)} {self.bar()}")
            await asyncio.sleep(every)


async def chunks(file, size=50):
    sent = 0
    while sent < file.size:
        n = min(size, file.size - sent)
        await asyncio.sleep(n / file.speed)
        if file.breaks_at is not None and sent >= file.breaks_at:
            raise ConnectionResetError(f"{file.name} broke at {sent}")
        sent += n
        yield n


async def download(file, gate, progress, attempts=2):
    loop = asyncio.get_running_loop()
    async with gate:
        start = loop.time()
        error = ""
        for attempt in range(1, attempts + 1):
            received = 0
            try:
                async for n in chunks(file):
                    received += n
                    progress.add(n)
                return Result(file, loop.time() - start, attempt)
            except ConnectionError as e:
                error = str(e)
                progress.add(-received)
                if attempt == 1 and file.speed > 100:
                    file.breaks_at = None
        return Result(file, loop.time() - start, attempts, error)


async def main():
    files = [File("alpha.bin", 300), File("beta.bin", 120, 60), File("gamma.bin", 250, 125, breaks_at=100), File("delta.bin", 80, 40, breaks_at=50), File("epsilon.bin", 10)]
    progress = Progress(sum(f.size for f in files))
    gate = asyncio.Semaphore(2)
    meter = asyncio.create_task(progress.show(1.0))
    results = []
    for next_done in asyncio.as_completed([download(f, gate, progress) for f in files]):
        result = await next_done
        results.append(result)
        print(f"      {'done' if result.ok else 'FAILED'}: {result.file.name}")
    meter.cancel()
    print(f"{'file':<12}{'size':>6}{'time':>8}{'tries':>7}  remark")
    for r in sorted(results, key=lambda r: (not r.ok, r.file.name)):
        print(f"{r.file.name:<12}{r.file.size:>6}{r.seconds:>8.2f}{r.attempts:>7}  {r.error or '-'}")
    print(f"{sum(r.ok for r in results)} of {len(results)} in {asyncio.get_running_loop().time():.2f} s, {progress.bar(10)}")


asyncio.run(main())
