import math
checks = [lambda: int("abc"), lambda: float("x"), lambda: [1].index(5), lambda: "a".index("b"), lambda: chr(2 ** 40), lambda: [].remove(1), lambda: list(zip([1], [], strict=True)), lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: range(1, 2, 0), lambda: "abc".split(""), lambda: max([]), lambda: int("9" * 5000), lambda: bytes([300]), lambda: round(float("nan")), lambda: "{} {".format(1)]
for check in checks:
    try:
        check()
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, str(e)[:100])
