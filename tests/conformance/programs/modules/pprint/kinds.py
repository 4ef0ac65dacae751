import collections, dataclasses, types
from pprint import pprint, pformat, isrecursive, isreadable, saferepr, PrettyPrinter, pp
long = ["word" * 5] * 6
pprint({"z": long, 1: 2, "a": {"k": tuple(long)}})
pprint(long, compact=True, width=60); pprint(long, indent=4); pprint(set("abcdefghijklmnopqrstuvwxyz")); pprint(frozenset(range(40)), width=30)
pprint("line one\nline two is rather long and goes on and on until it is longer than the width of a page\nend"); pprint(["some words " * 12]); pprint(b"bytes" * 30)
pprint(collections.OrderedDict(zip("abcdefgh", long + long))); pprint(collections.Counter("mississippi" * 3 + "abcdefghijklmnopqrst")); pprint(collections.deque(long)); pprint(collections.defaultdict(list, {"a": long}))
pprint(types.SimpleNamespace(first=long, second=long)); pprint((1,)); pprint([(long[0],)] * 5)
r = [1]; r.append(r)
print(isrecursive(r), isreadable(r), isreadable({"a": (1, 2.5)}), saferepr({2: 1, 1: 2}), pformat([1, [2, [3, [4]]]], depth=2), pformat(1234567, underscore_numbers=True), pformat({"b": 1, "a": 1}, width=1))
pp({"b": 1, "a": 2}); PrettyPrinter(width=20).pprint({"key": [1, 2, 3, 4, 5, 6]})
pprint({"mixed": 1, 2: "x", None: 3, (1, 2): 4})
for bad in (dict(indent=-1), dict(width=0), dict(depth=0)):
    try:
        pprint(1, **bad)
    except ValueError as e:
        print(e)
