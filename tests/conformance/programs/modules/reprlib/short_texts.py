import linecache
import reprlib
from collections import deque
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr({5, 3, 1}), reprlib.repr((1,)))
print(reprlib.repr(deque(range(9))), reprlib.repr(10 ** 60), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(frozenset()), reprlib.repr(range(10 ** 9, 10 ** 12, 10 ** 6)))
r = reprlib.Repr(maxlist=2, maxstring=10, indent=2)
print(r.repr([1, {"a": "abcdefghijklmnop"}, 3]))
class Node:
    def __init__(self): self.kids = [self]
    @reprlib.recursive_repr("<again>")
    def __repr__(self): return f"Node({self.kids})"
print(Node(), Node.__repr__.__name__)
print(repr(linecache.getline("nowhere.py", 1)))
