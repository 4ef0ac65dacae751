# itertools
from _ap import c_type as _c_type
import operator as _operator

_missing = object()


@_c_type
class count:
    def __init__(self, start=0, step=1):
        for n in (start, step):
            if not (hasattr(n, "__index__") or hasattr(n, "__float__") or hasattr(n, "__complex__")):
                raise TypeError("a number is required")
        self._n = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        n = self._n
        self._n = n + self._step
        return n

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return f"count({self._n!r})"
        return f"count({self._n!r}, {self._step!r})"


@_c_type
class repeat:
    def __init__(self, object=_missing, times=None):
        if object is _missing:
            raise TypeError("repeat() missing required argument 'object' (pos 1)")
        self._v = object
        self._n = None if times is None else max(_operator.index(times), 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._n is not None:
            if self._n <= 0:
                raise StopIteration
            self._n -= 1
        return self._v

    def __length_hint__(self):
        if self._n is None:
            raise TypeError("len() of unsized object")
        return self._n

    def __repr__(self):
        return f"repeat({self._v!r})" if self._n is None else f"repeat({self._v!r}, {self._n})"


class _generated:
    __slots__ = ("_g", "__weakref__")

    def __init__(self, *args, **kw):
        self._g = self._make(*args, **kw)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._g)


def _tool(f):
    made = _c_type(type(f.__name__, (_generated,), {"__slots__": (), "_make": staticmethod(f), "__module__": "itertools"}))
    return made


# Of a generator function that is given an iterator for its argument `n`, or for all (None): what cannot be iterated is refused
# when the tool is made.
def _tool_of(n):
    def decorate(f):
        def make(*args, **kw):
            return f(*[iter(a) if n is None or i == n else a for i, a in enumerate(args)], **kw)
        make.__name__ = f.__name__
        return _tool(make)
    return decorate


@_tool
def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(it):
    saved = []
    for x in it:
        yield x
        saved.append(x)
    while saved:
        yield from saved


@_c_type
class chain(_generated):
    __slots__ = ()

    @staticmethod
    def _make(*iterables):
        for it in iterables:
            yield from it

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._g = (x for it in iterable for x in it)
        return self


@_tool_of(0)
def accumulate(iterable, func=None, *, initial=None):
    func = func or _operator.add
    it = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(it)
        except StopIteration:
            return
    yield total
    for x in it:
        total = func(total, x)
        yield total


@_tool
def compress(data, selectors):
    return (d for d, s in zip(data, selectors) if s)


@_tool_of(1)
def dropwhile(predicate, iterable, /):
    it = iter(iterable)
    for x in it:
        if not predicate(x):
            yield x
            break
    yield from it


@_tool_of(1)
def takewhile(predicate, iterable, /):
    for x in iterable:
        if not predicate(x):
            break
        yield x


@_tool_of(1)
def filterfalse(function, iterable, /):
    for x in iterable:
        if not (x if function is None else function(x)):
            yield x


@_tool_of(1)
def starmap(function, iterable, /):
    for args in iterable:
        yield function(*args)


@_c_type
class islice(_generated):
    __slots__ = ()

    def __init__(self, iterable, /, *args):
        s = slice(*args)
        for v, what in ((s.start, "Indices"), (s.stop, "Stop argument")):
            if v is not None and (not isinstance(v, int) or v < 0):
                if what == "Indices" and len(args) > 1:
                    raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
                raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if s.step is not None and (not isinstance(s.step, int) or s.step < 1):
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._g = self._walk(iter(iterable), s.start or 0, s.stop, s.step or 1)

    @staticmethod
    def _walk(it, start, stop, step):
        i = 0
        want = start
        while stop is None or want < stop:
            while i < want:
                for _ in it:
                    break
                else:
                    return
                i += 1
            for x in it:
                break
            else:
                return
            i += 1
            yield x
            want += step
        while stop is not None and i < stop:
            for _ in it:
                break
            else:
                return
            i += 1


@_tool_of(0)
def pairwise(iterable, /):
    it = iter(iterable)
    for a in it:
        break
    else:
        return
    for b in it:
        yield a, b
        a = b


@_tool_of(None)
def zip_longest(*iterables, fillvalue=None):
    its = list(iterables)
    active = len(its)
    while active:
        row = []
        for k, it in enumerate(its):
            if it is None:
                row.append(fillvalue)
                continue
            for x in it:
                row.append(x)
                break
            else:
                active -= 1
                if not active:
                    return
                its[k] = None
                row.append(fillvalue)
        yield tuple(row)


@_tool
def product(*iterables, repeat=1):
    repeat = _operator.index(repeat)
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return _product([tuple(p) for p in iterables] * repeat)


def _product(pools):
    if any(not p for p in pools):
        return
    n = len(pools)
    at = [0] * n
    row = [p[0] for p in pools]
    while True:
        yield tuple(row)
        for i in range(n - 1, -1, -1):
            at[i] += 1
            if at[i] < len(pools[i]):
                row[i] = pools[i][at[i]]
                break
            at[i] = 0
            row[i] = pools[i][0]
        else:
            return


@_tool
def permutations(iterable, r=None):
    pool = tuple(iterable)
    if r is not None and not isinstance(r, int):
        raise TypeError("Expected int as r")
    if r is not None and r < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, len(pool) if r is None else r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple(pool[i] for i in indices[:r])
    while n:
        for i in reversed(range(r)):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices[i:] = indices[i + 1:] + indices[i:i + 1]
                cycles[i] = n - i
            else:
                j = cycles[i]
                indices[i], indices[-j] = indices[-j], indices[i]
                yield tuple(pool[i] for i in indices[:r])
                break
        else:
            return


def _combine(pool, r, start, again):
    if r == 0:
        yield ()
        return
    for i in range(start, len(pool)):
        for rest in _combine(pool, r - 1, i if again else i + 1, again):
            yield (pool[i],) + rest


@_tool
def combinations(iterable, r):
    if (r := _operator.index(r)) < 0:
        raise ValueError("r must be non-negative")
    return _combine(tuple(iterable), r, 0, False)


@_tool
def combinations_with_replacement(iterable, r):
    if (r := _operator.index(r)) < 0:
        raise ValueError("r must be non-negative")
    return _combine(tuple(iterable), r, 0, True)


@_c_type
class groupby:
    def __init__(self, iterable, key=None):
        self._key = key
        self._it = iter(iterable)
        self._have = False
        self._group = None

    def __iter__(self):
        return self

    def _advance(self):
        self._value = next(self._it)
        self._now = self._value if self._key is None else self._key(self._value)
        self._have = True

    def __next__(self):
        if self._group is not None:
            mine = self._target
            while not self._have or self._now == mine:
                self._have = False
                self._advance()
        elif not self._have:
            self._advance()
        self._target = self._now
        self._group = object()
        return self._now, self._walk(self._now, self._group)

    def _walk(self, target, group):
        while self._group is group:
            if not self._have:
                try:
                    self._advance()
                except StopIteration:
                    return
            if not self._now == target:
                return
            self._have = False
            yield self._value


def tee(iterable, n=2, /):
    from collections import deque
    if (n := _operator.index(n)) < 0:
        raise ValueError("n must be >= 0")
    it = iter(iterable)
    queues = [deque() for _ in range(n)]

    def walk(mine):
        while True:
            if not mine:
                for x in it:
                    break
                else:
                    return
                for q in queues:
                    q.append(x)
            yield mine.popleft()
    return tuple(walk(q) for q in queues)


@_tool
def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n, strict)


def _batched(it, n, strict):
    while batch := tuple(islice(it, n)):
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch
