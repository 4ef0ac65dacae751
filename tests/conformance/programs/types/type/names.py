for x in (1, 1.5, 1j, "s", b"b", None, True, [], (), {}, set(), frozenset(), range(1), print, lambda: 0, ..., NotImplemented, type, object(), Exception(), slice(1), iter([]), iter({}), zip(), map(str, []), enumerate([]), (x for x in []), {}.keys(), memoryview(b"x"), property(), reversed([])):
    print(type(x).__name__, end=" ")
print()
print(type(1), type("s") is str, type([]) == list, isinstance(1, (str, int)), isinstance([], list | tuple), int | None, list[int], dict[str, list[int]])
