# A nan equals itself in a container, and no other one.
a, b = float("nan"), float("nan")
print([a] == [a], [a] == [b], a in [a], a in [b], a is a, a is b, a == a, [a].index(a), [a, b].count(a), (a, 1) == (a, 1), {1: a} == {1: a})
print(len({a, b, a}), {a: 1, b: 2}, float(a) is a, [float(a)] == [a])
x = [float("nan") for _ in range(3)]
print(x == x, x == x[:], len(set(x)), x.index(x[2]), x == [float("nan")] * 3)
import json
print(json.loads("[NaN]") == json.loads("[NaN]"), json.loads("[NaN, Infinity]"))
