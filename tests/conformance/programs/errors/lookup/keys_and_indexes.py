d, l, s, t = {"a": 1}, [1], "x", ()
checks = [lambda: d["b"], lambda: d[5], lambda: d[(1, 2)], lambda: l[1], lambda: l[-2], lambda: s[5], lambda: t[0], lambda: l.pop(3), lambda: d.pop("q"), lambda: [][0], lambda: "abc"[10], lambda: range(2)[2], lambda: b"a"[3], lambda: d.popitem() and d.popitem(), lambda: {1}.remove(2)]
for check in checks:
    try:
        check()
    except LookupError as e:
        print(type(e).__name__, e)
d["missing"]
