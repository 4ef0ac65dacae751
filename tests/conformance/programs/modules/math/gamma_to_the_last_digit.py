import math
for i in range(1, 60):
    x = i * 0.37
    print(round(x, 2), math.lgamma(x), math.lgamma(-x))
print([math.gamma(n) for n in range(1, 24)], math.gamma(0.5) ** 2, math.gamma(171.0), math.lgamma(1e300), math.lgamma(1e-30))
for f in (lambda: math.gamma(0), lambda: math.gamma(-3), lambda: math.gamma(172), lambda: math.lgamma(-2), lambda: math.lgamma(1e308), lambda: math.gamma(-math.inf)):
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(math.gamma(math.inf), math.lgamma(-math.inf), math.gamma(math.nan), math.lgamma(3), math.gamma(-200.5))
