from fractions import Fraction as F
import math
print(F(1, 3) + F(1, 6), F("0.25"), F("3/4"), F(" -2/6 "), F("1e-3"), F(0.5), F(6, -4), F(), F(F(1, 2), 3), repr(F(6, 4)), F(3, 4) * 2, 2 / F(3, 4), F(7, 2) // 1, F(7, 2) % 1, divmod(F(7, 2), F(2, 3)), F(1, 2) ** 2, F(1, 2) ** -2, F(4) ** 0.5, 2 ** F(1, 2), 2 ** F(3))
print(F(1, 2) + 0.5, F(1, 2) + 1, 1 - F(1, 3), F(1, 2) == 0.5, F(1, 2) < F(2, 3), F(1, 2) > 1, F(3, 2) == 1.5, F(4, 2) == 2, hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), -F(1, 2), abs(F(-1, 2)), +F(1, 2), bool(F(0)), F(1, 2) in {0.5})
print(int(F(-7, 2)), float(F(1, 8)), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), F(22, 7).limit_denominator(5), F(math.pi).limit_denominator(1000), F(3, 4).numerator, F(3, 4).denominator, F(0.1), F.from_float(0.25), F(3, 4).as_integer_ratio(), F(4, 2).is_integer(), sum([F(1, n) for n in range(1, 6)]), max(F(1, 2), F(2, 3)))
for f in (lambda: F(1, 0), lambda: F("abc"), lambda: F(1) / 0, lambda: F(1.5, 2), lambda: F([]), lambda: F(0) ** -1, lambda: F(1) + "a", lambda: F(math.inf), lambda: F(1, 2) < "a"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(f"{F(1, 3):.3f} {F(22, 7):.2e} {F(1, 2)!s:>6} {F(5, 4):.1%}")
