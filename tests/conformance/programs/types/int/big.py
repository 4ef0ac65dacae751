a = 2 ** 200
b = 3 ** 100
print(a, b)
print(a * b, a // b, a % b)
print(-a // b, -a % b, a - b, b - a)
print(a > b, a == 2 ** 200)
print(a >> 190, 1 << 70, a & (2 ** 64 - 1), a | 1, -a >> 195, ~a)
print(int("9" * 40) + 1, len(str(7 ** 1000)))
print(a.bit_length(), (255).bit_count(), int(1e20), 10 ** 20 / 10 ** 19)
print(f"{a:,}", f"{a:x}", f"{b:e}")
