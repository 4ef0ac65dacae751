import math
import math as m
import asyncio.queues
import collections.abc as cabc
from math import sqrt, pi as circle
from math import (
    floor,
    ceil,
)
print(asyncio.queues.Queue is asyncio.Queue, m is math, sqrt(16), f"{circle:.3f}", floor(2.7), ceil(2.1))
print(cabc.Iterable.__name__)

def inside():
    import itertools
    return list(itertools.islice(itertools.count(5), 2))

print(inside())
try:
    from math import square_root
except ImportError as e:
    print(e)
try:
    import there_is_no_such_module
except ModuleNotFoundError as e:
    print(e, e.name)
