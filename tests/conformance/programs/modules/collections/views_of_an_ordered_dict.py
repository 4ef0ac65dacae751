from collections import OrderedDict
o = OrderedDict(a=1, b=2)
print(o.keys(), o.values(), o.items(), list(o.keys() & {"a"}), o | {"c": 3}, {"z": 0} | o, type(o | o).__name__)
class LRU(OrderedDict):
    def __getitem__(self, key):
        self.move_to_end(key)
        return super().__getitem__(key)
l = LRU(a=1, b=2, c=3)
l["a"]
print(l, list(l), next(iter(l)), l.keys())
for act in (lambda: o.move_to_end("q"), lambda: o | [1], lambda: OrderedDict().popitem()):
    try:
        print(act())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
