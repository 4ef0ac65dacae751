print(sum([0.1] * 10), sum([0.1] * 10) == 1.0, 0.1 * 10)
t = 0.0
for _ in range(10):
    t += 0.1
print(t, t == 1.0)
print(sum([1e16, 1.0, -1e16]), sum([1, 2.5, 3]), max(0.1, 0.2), min([3.5, 2]))
import math
print(math.fsum([0.1] * 10), math.isclose(t, 1.0))
