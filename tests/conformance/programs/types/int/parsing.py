print(int("42"), int(" -7 \n"), int("ff", 16), int("0b101", 0), int("1_000"), int(3.9), int(-3.9), int(True))
print(int("z", 36), int("0x1f", 16), int(b"12"), int())
for arg in ("", "x", "1.5", "0x1f", "1__0", None, [], "٣"):
    try:
        print(int(arg))
    except (ValueError, TypeError) as e:
        print(e)
try:
    int("12", 2)
except ValueError as e:
    print(e)
