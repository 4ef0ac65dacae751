pairs = [(1, ("a", "b")), (2, ("c", "d"))]
for n, (x, y) in pairs:
    print(n, x, y)
for first, *rest in [[1, 2, 3], [4], "xyz"]:
    print(first, rest)
box = {}
for box["k"] in range(3):
    pass
print(box, n)
for i, (a, b) in enumerate(zip("ab", [1, 2]), start=10):
    print(i, a, b)
