import math
for name, x in (("acos", 2), ("asin", -1.5), ("atanh", 1), ("acosh", 0.5), ("sin", math.inf), ("cos", -math.inf), ("tan", math.inf), ("gamma", 0), ("gamma", -3), ("lgamma", 0), ("lgamma", -2), ("sqrt", -4), ("log1p", -1), ("log1p", -2),
                ("exp", 1e6), ("expm1", 1e6), ("cosh", 1e6), ("sinh", 1e6), ("exp2", 5000), ("gamma", 200), ("gamma", -math.inf), ("log2", 0), ("log10", -1), ("log", -3), ("cbrt", -8), ("erf", 0.5), ("floor", math.nan), ("ceil", math.inf), ("trunc", math.nan)):
    try:
        print(name, x, getattr(math, name)(x))
    except (ValueError, OverflowError) as e:
        print(name, x, type(e).__name__, e)
for name, *args in (("fmod", 1, 0), ("fmod", math.inf, 1), ("remainder", 1, 0), ("pow", 0, -1), ("pow", -1, 0.5), ("pow", 10, 400), ("atan2", 0, -1), ("ldexp", 1, 5000), ("log", 8, 1), ("log", 8, 0), ("dist", (1,), (1, 2)), ("sumprod", [1], [1, 2]), ("comb", 3, -1), ("comb", -3, 1), ("perm", 3, 5), ("isqrt", -1), ("factorial", 3.0), ("gcd", 1.5), ("nextafter", 1, 2), ("nextafter", 1, 0), ("fsum", [1e308, 1e308])):
    try:
        print(name, args, getattr(math, name)(*args))
    except (ValueError, OverflowError, TypeError) as e:
        print(name, args, type(e).__name__, e)
print(math.cbrt(27), math.cbrt(2), math.cbrt(1e-300), math.ulp(0.0), math.ulp(math.inf), math.sumprod([0.1] * 10, [1] * 10), math.sumprod([10 ** 20, 1.5], [3, 2]), math.fma(2, 3, 4), math.sumprod([], []))
