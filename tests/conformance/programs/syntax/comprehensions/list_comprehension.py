print([x * x for x in range(5)])
print([x for x in range(20) if x % 2 if x % 3])
print([(x, y) for x in range(3) for y in range(x)])
print([[i * j for j in range(3)] for i in range(3)])
print([a + b for a, b in zip("ab", "cd")])
x = "outer"
print([x for x in range(2)], x)
print([word.upper() for line in ["a b", "c"] for word in line.split()])
