print(float("3.5"), float(" 1e3 "), float("-inf"), float("1_0.5"), float(7), float())
for arg in ("", "abc", "1,5", None, "1e"):
    try:
        print(float(arg))
    except (ValueError, TypeError) as e:
        print(e)
print((2.5).is_integer(), (4.0).is_integer(), (0.75).as_integer_ratio(), (255.5).hex(), float.fromhex("0x1p-2"))
print(1.5 .__add__(2), (3.7).__trunc__(), 2.0.real)
