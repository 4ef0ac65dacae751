d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 9
print(d)
del d["b"]
d["b"] = 0
print(d, list(reversed(d)))
keys, items = d.keys(), d.items()
d["new"] = 1
print(keys, items, d.values(), len(keys))
print(keys & {"a", "zz"}, sorted(keys | {"q"}), ("a", 2) in items, keys - {"a", "c", "b"})
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} | {"b": 2, "a": 3})
d |= {"x": 5}
print(d)
