a = [1, 2]
print(a + [3], a * 2, 2 * a, [0] * 3, a == [1, 2], a != [2], [1, 2] < [1, 3], [1] < [1, 0], 1 in a, [] == [])
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, [[0] * 2 for _ in range(2)])
a[0], a[-1] = a[-1], a[0]
print(a, len(a), sum(a), max(a), list("abc"), list(range(3)), list({"k": 1}))
a[5:] = [9, 9]; a[:0] = [0]; print(a)
nested = [1, [2, [3]]]; nested.append(nested); print(nested)
