print(abs(-3), abs(-2.5), abs(3 + 4j), round(2.567, 2), round(7), round(-1.5), pow(2, 10), pow(2, 10, 1000), divmod(7, 2), divmod(-7.5, 2))
for f in (lambda: abs("a"), lambda: round("a"), lambda: pow(2, "a"), lambda: divmod(1), lambda: pow(2, 3, 0), lambda: round(1.5, "a")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
