print({3, 1, 2}, {10, 5, 0}, {8, 0, 16}, set(range(10, 0, -1)))
s = {100, 1, 50}
s.add(7)
print(s)
print({0, 1, 2} - {1}, {5, 3} | {4}, list({9, 8, 7}))
print({1.0, 2}, {True, 1, 1.0}, {None} == {None}, frozenset([3, 2, 1]))
while s:
    print(s.pop(), end=" ")
print(s)
