# What an OrderedDict asks of a subclass, and how it refuses what it cannot hash.
from collections import OrderedDict


class Shelf(OrderedDict):
    def __getitem__(self, key):
        print("get", key)
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __contains__(self, key):
        print("in", key)
        return super().__contains__(key)


s = Shelf(a=1, b=2)
s.update(c=3)
print(s["a"], s.setdefault("d", 4), s.setdefault("a"), s.pop("b"), s.popitem(last=False), s.get("z"))
print(s)
o = OrderedDict(a=1)
for f in (lambda: o[[]], lambda: o.setdefault([], 1), lambda: o.pop([]), lambda: o.move_to_end([]), lambda: o.__setitem__([], 1),
          lambda: o.__delitem__({}), lambda: OrderedDict([([], 1)]), lambda: OrderedDict.fromkeys([[]]), lambda: OrderedDict([(1, 2, 3)]),
          lambda: OrderedDict([1]), lambda: OrderedDict("a"), lambda: OrderedDict({}, {}), lambda: o.move_to_end("q")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
