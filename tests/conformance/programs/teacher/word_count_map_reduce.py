"""Map and reduce over documents that arrive as asynchronous streams."""
import asyncio
import string
from collections import Counter
from functools import reduce

DOCUMENTS = {
    "poem": ["The wind was a torrent of darkness", "among the gusty trees,", "the moon was a ghostly galleon"],
    "recipe": ["Take the flour, take the eggs;", "mix the flour and the eggs,", "and wait: wait!"],
    "note": ["wait for the moon"],
    "empty": [],
}
STOP = frozenset({"the", "a", "of", "and", "for", "was"})


class LineStream:
    """An asynchronous iterator over the lines of a document."""

    def __init__(self, name, delay):
        self.name, self.delay = name, delay
        self._lines = iter(DOCUMENTS[name])

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            line = next(self._lines)
        except StopIteration:
            raise StopAsyncIteration from None
        await asyncio.sleep(self.delay)
        return line


async def words(lines):
    table = str.maketrans("", "", string.punctuation)
    async for line in lines:
        for word in line.lower().translate(table).split():
            if word not in STOP:
                yield word


async def numbered(source, start=1):
    n = start
    async for item in source:
        yield n, item
        n += 1


async def map_document(name, delay):
    counter = Counter([word async for word in words(LineStream(name, delay))])
    print(f"{asyncio.get_running_loop().time():4.1f} {name}: {sum(counter.values())} words, {len(counter)} different")
    return counter


async def reduce_counts(counters):
    await asyncio.sleep(0)
    return reduce(lambda a, b: a + b, counters, Counter())


def histogram(counter, n):
    widest = max(map(len, counter), default=0)
    for word, count in sorted(counter.items(), key=lambda kv: (-kv[1], kv[0]))[:n]:
        yield f"{word:>{widest}} {'*' * count} {count}"


async def main():
    names = sorted(DOCUMENTS)
    tasks = {name: asyncio.create_task(map_document(name, 0.5 + i / 10)) for i, name in enumerate(names)}
    done, pending = await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_COMPLETED)
    print("first:", [name for name, t in tasks.items() if t in done], "still running:", len(pending))
    total = await reduce_counts(await asyncio.gather(*tasks.values()))
    print(*histogram(total, 5), sep="\n")
    async for n, word in numbered(words(LineStream("note", 0.1)), start=10):
        print(n, word, end="; ")
    print()
    lengths = {length: sorted(w for w in total if len(w) == length) for length in sorted({len(w) for w in total})}
    print({k: v for k, v in lengths.items() if len(v) > 2})
    longest, *others = sorted(total, key=lambda w: (-len(w), w))
    print(longest, others[:2], f"{asyncio.get_running_loop().time():.2f}")


asyncio.run(main())
