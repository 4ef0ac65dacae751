from contextlib import contextmanager, asynccontextmanager
import asyncio
@contextmanager
def none():
    if False: yield
@contextmanager
def twice():
    yield 1
    yield 2
for cm in (none, twice):
    try:
        with cm():
            pass
    except RuntimeError as e:
        print(e)
@asynccontextmanager
async def anone():
    return
    yield
async def main():
    try:
        async with anone():
            pass
    except RuntimeError as e:
        print(e)
asyncio.run(main())
c = twice()
print(type(c).__name__)
