import asyncio
def inner(n):
    got = yield n
    yield n * 10
    return n + 100
def outer(n):
    for i in range(n):
        result = yield from inner(i)
        yield result
    yield from [7, 8]
def flat(items):
    for item in items:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item
for x in outer(2):
    print(x, end=' ')
print([x for x in flat([1, [2, [3, [4]], 5], [[6]]])])
def fails():
    yield from inner(1)
    yield from map(int, ['1', 'x'])
try:
    for x in fails():
        print(x, end=' ')
except ValueError as e:
    print(e)
async def main():
    for x in outer(1):
        await asyncio.sleep(x / 10)
        print(x, asyncio.get_running_loop().time())
    return sum(y for y in flat([[1, 2], 3]))
print(asyncio.run(main()))
for x in flat([[1], 2]):
    if x == 1:
        break
print(x, dict(zip(flat([['a'], 'b']), outer(1))))
