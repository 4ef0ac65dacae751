from collections import UserDict, UserList, UserString, ChainMap
from collections.abc import Mapping, MutableMapping, Sequence
import types
class Tens(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
class Upper(Mapping):
    def __getitem__(self, k): return {"a": 1, "b": 2}[k]
    def __iter__(self): return iter("ab")
    def __len__(self): return 2
class Under(Upper): pass
class Alone:
    def __len__(self): return 1
    def __getitem__(self, i): return [7][i]
def kind(v):
    match v:
        case {"a": x, **rest}: return "mapping", x, rest
        case [x, *rest]: return "sequence", x, rest
        case _: return "neither"
for v in (Tens(), Upper(), Under(), UserDict(a=1, c=2), UserList([1, 2]), UserString("ab"), ChainMap({"a": 5}), types.MappingProxyType({"a": 5}), Alone(), "ab", memoryview(b"ab"), range(3)):
    print(type(v).__name__, kind(v))
