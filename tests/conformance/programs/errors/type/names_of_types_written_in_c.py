# Messages name a type that CPython has in C together with its module.
from decimal import Decimal
import functools, itertools, operator, io, re, threading, collections, datetime
values = [Decimal(1), functools.partial(print, end=""), itertools.chain(), itertools.cycle("a"), itertools.product(), operator.itemgetter(1),
          io.StringIO(), re.compile("a"), threading.Lock(), collections.OrderedDict(), collections.defaultdict(int), collections.deque(),
          collections.Counter(), datetime.timedelta(1), datetime.timezone.utc]
for v in values:
    for f in (lambda: v + 1.5, lambda: v < "s", lambda: v.zork, lambda: len(v) and 0, lambda: v[()] and 0):
        try:
            f()
        except (TypeError, AttributeError, KeyError) as e:
            print(e, end=" | ")
    print(type(v).__module__, type(v).__name__, type(v).__qualname__, type(v))
