from collections.abc import Iterable, Iterator, Callable, Awaitable, Coroutine, AsyncIterator, AsyncIterable, Mapping, Sequence, MutableMapping, Hashable, Sized, Generator, AsyncGenerator
async def co(): pass
async def ag(): yield
c = co()
print(isinstance([], Iterable), isinstance(5, Iterable), isinstance(iter([]), Iterator), isinstance(len, Callable), isinstance(c, Awaitable), isinstance(c, Coroutine), isinstance(ag(), AsyncIterator), isinstance(ag(), AsyncGenerator), isinstance({}, Mapping), isinstance("", Sequence), isinstance([], Hashable), isinstance({}, Sized))
c.close()
class D(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
d = D(); d.update(a=1); d["b"] = 2
print(d.get("z"), d.pop("a"), dict(d), list(d.items()), "b" in d, d.setdefault("c", 3), len(d))
try:
    class I(Iterator): pass
    I()
except TypeError as e:
    print(e)
print(issubclass(list, Sequence), Callable[[int], str])
