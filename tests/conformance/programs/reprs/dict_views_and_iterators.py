d = {"a": 1}
print(d.keys(), d.values(), d.items(), iter(d), reversed([1]), range(1, 5, 2), slice(1), memoryview(b"").nbytes)
print(map(str, []), filter(None, []), zip([]), enumerate([]), iter("x"), iter({1}), iter(range(2)))
import types
print(types.SimpleNamespace(a=1, b="x"), NotImplemented, Ellipsis, type, object)
