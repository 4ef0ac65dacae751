print(0.1 + 0.2 == 0.3, 1.1 * 3, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 2.5 ** 2)
print(divmod(7.5, 2), 1e308 * 10, -1e308 * 10, 10.0 / 4, 3 * 1.0)
inf, nan = float("inf"), float("nan")
print(inf - inf, inf > 10 ** 400, nan == nan, nan != nan, inf == inf, 0.0 == -0.0)
for f in (lambda: 1.0 / 0, lambda: 1.0 % 0, lambda: 1.0 // 0, lambda: 0.0 ** -1, lambda: int(inf), lambda: int(nan)):
    try:
        print(f())
    except (ZeroDivisionError, OverflowError, ValueError) as e:
        print(type(e).__name__, e)
