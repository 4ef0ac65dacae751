import math
print(math.sqrt(2), math.pow(2, 0.5), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fabs(-2), math.factorial(20), math.gcd(12, 18, 8), math.lcm(4, 6), math.isqrt(99))
print(math.pi, math.e, math.tau, math.inf, math.nan, math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.prod([1, 2, 3]), math.comb(5, 2), math.perm(5, 2))
print(math.sin(1), math.cos(0), math.tan(0.5), math.atan2(1, 2), math.degrees(math.pi), math.radians(180), math.exp(1), math.log(10), math.log2(8), math.log10(1000), math.log(8, 2), math.log1p(1e-10))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 2), math.modf(2.5), math.frexp(8), math.ldexp(0.5, 4), math.fsum([0.1] * 10), math.ulp(1.0), math.nextafter(1, 2), math.cbrt(27), math.sumprod([1, 2], [3, 4]))
for act in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.floor(math.inf), lambda: math.acos(2), lambda: math.sqrt("4")):
    try:
        act()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
