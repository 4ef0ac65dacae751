"""A build: targets depend on others; each runs when its own are ready; failures stop only what needs them."""
import asyncio
import textwrap
from collections import defaultdict
from enum import Enum, auto
from itertools import chain

RULES = """
    # target: dependencies | seconds
    program: main.o util.o lib.a | 1.5
    main.o: main.c util.h | 2
    util.o: util.c util.h | 1
    lib.a: x.o y.o | .5
    x.o: x.c | 3
    y.o: y.c | 0.25
    docs: manual.txt program | 4
    test: program broken.o | 1
    broken.o: missing.c | 1
"""
SOURCES = {"main.c", "util.c", "util.h", "x.c", "y.c", "manual.txt"}


class State(Enum):
    BUILT = auto()
    SOURCE = auto()
    FAILED = auto()
    SKIPPED = auto()


class BuildError(Exception):
    def __init__(self, target, reason):
        super().__init__(f"{target}: {reason}")
        self.target = target


class Build:
    def __init__(self, text, jobs):
        self.rules = dict(self.read(text))
        self.jobs = asyncio.Semaphore(jobs)
        self.tasks: dict[str, asyncio.Task] = {}
        self.states: dict[str, State] = {}
        self.order = []

    @staticmethod
    def read(text):
        for number, line in enumerate(textwrap.dedent(text).splitlines()):
            line, *_ = line.partition("#")
            if not line.strip():
                continue
            try:
                (target, needs), seconds = (half := line.split("|"))[0].split(":"), float(half[1])
            except (ValueError, IndexError) as e:
                raise SyntaxError(f"rule {number}: {line.strip()!r} ({type(e).__name__})") from None
            yield target.strip(), (needs.split(), seconds)

    def cycle(self, target, path=()):
        if target in path:
            return [*path[path.index(target):], target]
        for need in self.rules.get(target, ([], 0))[0]:
            if found := self.cycle(need, (*path, target)):
                return found
        return None

    def target(self, name):
        if name not in self.tasks:
            self.tasks[name] = asyncio.create_task(self.make(name), name=f"make {name}")
        return self.tasks[name]

    async def make(self, name):
        if name not in self.rules:
            self.states[name] = State.SOURCE if name in SOURCES else State.FAILED
            if name not in SOURCES:
                raise BuildError(name, "no rule to make it")
            return 0.0
        needs, seconds = self.rules[name]
        results = await asyncio.gather(*map(self.target, needs), return_exceptions=True)
        if failed := [r for r in results if isinstance(r, BuildError)]:
            self.states[name] = State.SKIPPED
            raise BuildError(name, f"needs {', '.join(e.target for e in failed)}") from failed[0]
        async with self.jobs:
            await asyncio.sleep(seconds)
        self.states[name] = State.BUILT
        self.order.append(name)
        return seconds + max(results, default=0)

    async def run(self, *goals):
        if found := next(filter(None, map(self.cycle, goals)), None):
            raise BuildError(found[0], "cycle " + " -> ".join(found))
        loop = asyncio.get_running_loop()
        start = loop.time()
        results = await asyncio.gather(*map(self.target, goals), return_exceptions=True)
        return dict(zip(goals, results)), loop.time() - start


async def main():
    for jobs in (1, 2, 8):
        build = Build(RULES, jobs)
        results, seconds = await build.run("docs", "test")
        print(f"{jobs} jobs: {seconds:.2f} s", *build.order)
    for goal, result in results.items():
        print(goal, result if not isinstance(result, Exception) else f"{result} <- {result.__cause__} <- {result.__cause__.__cause__}")
    groups = defaultdict(list)
    for name, state in build.states.items():
        groups[state].append(name)
    for state in State:
        print(f"{state.name.lower():<8}", *sorted(groups[state]))
    print(sorted(set(chain.from_iterable(needs for needs, _ in build.rules.values())) - build.rules.keys()))
    for text in ("a: b | 1\nb: c | 1\nc: a | 1", "a: b", "a b | 1", "x: | soon"):
        try:
            print(await Build(text, 1).run("a"))
        except (BuildError, SyntaxError) as e:
            print(type(e).__name__, e)


asyncio.run(main())
