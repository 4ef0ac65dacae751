import math
nan = float("nan")
x = nan * 1
y = nan + 0
print(x in [x], x is x, x == x, [x] == [x], (x,) == (x,))
print(x is y, x is nan, [x] == [y], nan in [x], {x: 1}.get(y))
z = float("nan")
print(nan is z, [nan] == [z], z in [nan], math.nan is math.nan, math.nan is nan, math.inf - math.inf in [math.nan])
print([nan].index(nan), [nan].count(z), nan in {nan}, z in {nan}, len({nan, z, x, y}))
d = {nan: 1}
print(nan in d, z in d)
print(float(nan) is nan, +nan is nan, abs(nan) is nan)
l = [float("nan") for _ in range(3)]
print(len(set(l)), l == l, l[0] in l, l[0] in l[1:])
