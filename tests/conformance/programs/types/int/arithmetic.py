print(7 + 3, 7 - 3, 7 * 3, 7 / 3, 7 // 3, 7 % 3, 7 ** 3)
print(-7 // 3, -7 % 3, 7 // -3, 7 % -3, -7 // -3, -7 % -3)
print(divmod(17, 5), divmod(-17, 5), pow(3, 4, 5), pow(2, -1), pow(3, -1, 7))
print(2 ** 0.5, (-8) ** (1 / 3), 0 ** 0, 2 ** -2)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 0 ** -1, lambda: divmod(1, 0)):
    try:
        f()
    except ZeroDivisionError as e:
        print(e)
