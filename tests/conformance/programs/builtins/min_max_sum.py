print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("a", "b", key=ord), sum([1, 2, 3]), sum([1.5, 2], 10), sum([[1], [2]], []))
print(max([], default=0), min((x for x in [5, 4]), default=None), max({"a": 1, "b": 0}), max({"a": 1, "b": 0}, key={"a": 1, "b": 0}.get))
print(max([(1, "b"), (1, "a")]), min(["bb", "a"], key=len), max(1, 2.0, True))
for f in (lambda: min([]), lambda: max(), lambda: max(1), lambda: sum(["a"]), lambda: max(1, "a"), lambda: sum("ab", "")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
