d = {"a": 1, "b": 2}
print(d["a"], d.get("x"), d.get("x", 0), d.setdefault("c", 3), d.setdefault("a", 9), d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()), len(d), "a" in d)
d.update(b=20, z=26); d.update({"y": 25}); d.update([("w", 1)]); print(d)
print(d.pop("w"), d.pop("nope", None), d.popitem(), d)
e = d.copy(); e.clear(); print(e, d)
print(dict.fromkeys("ab", 0), dict([("k", 1)]), dict(x=1, y=2), {**d, "new": 1})
for f in (lambda: d["missing"], lambda: d.pop("missing"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: dict([1])):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
