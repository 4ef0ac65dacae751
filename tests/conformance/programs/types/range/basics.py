r = range(2, 11, 3)
print(r, list(r), len(r), r[1], r[-1], r[:2], 5 in r, 6 in r, r.index(8), r.start, r.stop, r.step, r == range(2, 12, 3))
print(list(range(5, 0, -2)), list(range(3, 3)), range(5), list(reversed(range(3))), sum(range(101)), range(0) == range(2, 2), bool(range(0)))
for f in (lambda: range(1, 5, 0), lambda: range(1.5), lambda: range("a"), lambda: range(3)[5], lambda: range()):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(e)
