print(6 & 3, 6 | 3, 6 ^ 3, ~6, 6 << 2, 6 >> 1, -6 >> 1, -1 & 0xff)
print(True & False, True | 1, True ^ True, ~0)
for f in (lambda: 1 << -1, lambda: 1.5 & 1, lambda: "a" | 1):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(e)
print(0b101.bit_length(), (5).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"))
