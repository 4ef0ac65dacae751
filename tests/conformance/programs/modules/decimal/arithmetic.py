from decimal import *
D = Decimal
print(D("0.1") + D("0.2"), D(1) / D(3), D(2) / D(3), D("2.50") * 2, D(7) // D(2), D(-7) // 2, D(-7) % 3, divmod(D("7.5"), 2), D(2) ** 10, D(2) ** -3, D("2.0") ** 3, D(2) ** D("0.5"), -D("1.20"), abs(D(-3)), +D("1.23"))
print([D(x) for x in ("1e5", "1E-10", "-0", ".5", "5.", "1_000", " 12 ", "Infinity", "-inf", "nan", "0e3", "123456789012345678901234567890.1")], D(3.14), D(0.1), D((1, (1, 2, 3), -2)), D(True))
print(repr(D("1.10")), str(D("1E+3")), D("1E+3").to_eng_string(), D("0.0000001"), D("123E-8"), D(1000000), D("1e6") + 0, D("100").normalize(), D("1.500").normalize(), D("0.00"))
print(round(D("2.675"), 2), round(D("2.5")), round(D("3.5")), round(D("-1.55"), 1), D("3.14159").quantize(D("0.01")), D("2.5").quantize(D(1), ROUND_HALF_UP), D("2.5").to_integral_value(), [D("1.25").quantize(D("0.1"), r) for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)])
print(D(2).sqrt(), D(16).sqrt(), D("0.01").sqrt(), D(1).exp(), D(10).ln(), D(1000).log10(), D(2).ln(), D("0.5").exp(), D(3).log10(), D(5) ** D("1.5"))
print(D("1.0") == 1, D("1.0") == 1.0, D("0.1") == 0.1, D(1) < 2, D("NaN") == D("NaN"), max(D(1), D(3), D(2)), sum([D("0.1")] * 10), hash(D(5)) == hash(5), hash(D("0.5")) == hash(0.5), D("-0") == 0, D(3) > 2.5, sorted([D(3), D("1.5"), D(2)]))
print(int(D("3.9")), float(D("0.1")), D("12.3").as_tuple(), D("0.25").as_integer_ratio(), D("123.45").adjusted(), D("1.5").is_finite(), D("Inf").is_infinite(), D("-0").is_signed(), D(5).copy_negate(), D("1.23").same_quantum(D("4.56")), bool(D(0)), D(1).compare(D(2)))
for f in (lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("abc"), lambda: D("Inf") - D("Inf"), lambda: D(-1).sqrt(), lambda: D("NaN") < 1, lambda: int(D("NaN")), lambda: D("Inf").__int__(), lambda: D(10) ** 1000000, lambda: D("1e30").quantize(D("0.01")), lambda: D([1]), lambda: D(1) % 0, lambda: D({}), lambda: D(-8) ** D("0.5")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
