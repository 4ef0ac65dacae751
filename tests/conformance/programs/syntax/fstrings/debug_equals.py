x, y = 3, "text"
print(f"{x=} {y=} {x + 1 = }")
print(f"{x=:>5} {y=!s} {y = !r:>10}")
print(f"{[1, 2][0]=} {len(y)=}")
pi = 3.14159
print(f"{pi=:.2f}")
