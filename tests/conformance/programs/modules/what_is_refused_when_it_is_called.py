import asyncio, copy, datetime, functools, io, itertools, operator, random
from collections import deque
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for tool in (itertools.accumulate, itertools.pairwise, itertools.zip_longest):
    t(lambda: tool(5))
for tool in (itertools.dropwhile, itertools.takewhile, itertools.filterfalse, itertools.starmap):
    t(lambda: tool(len, 5))
t(lambda: list(itertools.zip_longest("ab", iter("c"), fillvalue="-")))
t(lambda: list(itertools.accumulate([1, 2], initial=5)))
t(lambda: itertools.repeat())
t(lambda: functools.partial())
t(lambda: functools.reduce(operator.add, 5))
t(lambda: io.BytesIO().write(3))
t(lambda: io.StringIO(5))
t(lambda: io.BytesIO(b"abc").getbuffer().nbytes)
t(lambda: datetime.time(1.5))
t(lambda: datetime.datetime(2024, 1, 1, "a"))
t(lambda: random.lognormvariate())
d = e = deque([1, 2], 3)
d *= 2
t(lambda: (d, d is e))
async def main():
    for wrong in ([], [asyncio.sleep], {}, 5):
        try:
            await asyncio.gather(wrong)
        except TypeError as e:
            print(e)
asyncio.run(main())
