import asyncio
import math

for look in (lambda: asyncio.nothing_like_that, lambda: math.squareroot, lambda: asyncio.gahter, lambda: math.sqtr):
    try:
        look()
    except AttributeError as e:
        print(e)
print(getattr(math, "tan_gent", "default"), hasattr(asyncio, "creat_task"))
try:
    from asyncio import quue
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0], e.name)
math.sqr(2)
