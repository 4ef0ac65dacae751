# The most special class wins, abstract ones too; None and unions in annotations; what cannot be registered.
from collections.abc import Iterable, Mapping, Sequence, Sized
from functools import singledispatch, singledispatchmethod


@singledispatch
def show(x): return f"object {x!r}"
@show.register
def _(x: Iterable): return "iterable"
@show.register
def _(x: Sequence): return "sequence"
@show.register
def _(x: Mapping): return "mapping"
@show.register
def _(x: str | bytes): return "text"
@show.register
def _(x: None): return "nothing"
@show.register(int)
@show.register(float)
def _(x): return "number"
print([show(x) for x in (1, True, 2.5, [1], (1,), {}, {1}, "s", b"b", None, 3j, iter([]), range(3))], show.dispatch(bool) is show.registry[int])


class Box:
    def __len__(self): return 0
    def __iter__(self): return iter(())


@singledispatch
def two(x): return "object"
two.register(Sized, lambda x: "sized")
two.register(Iterable, lambda x: "iterable")
try:
    two(Box())
except RuntimeError as e:
    print(e)


class Shape:
    @singledispatchmethod
    def of(self, x): return f"any {x}"
    @of.register
    def _(self, x: int): return f"int {x}"
    @of.register
    @classmethod
    def _(cls, x: str): return f"{cls.__name__} {x}"


print(Shape().of(1), Shape().of("a"), Shape().of(None))
for bad in (lambda: show.register(5), lambda: show.register(5, print), lambda: show.register(lambda x: x), lambda: show()):
    try:
        print(bad())
    except TypeError as e:
        print(str(e).split(" at 0x")[0])
def wrong(x: 5): pass
try:
    show.register(wrong)
except TypeError as e:
    print(e)
