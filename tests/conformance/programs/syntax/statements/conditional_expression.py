def sign(n):
    return "negative" if n < 0 else "zero" if n == 0 else "positive"

print(sign(-1), sign(0), sign(1))
print([x if x % 2 else -x for x in range(5)])
print((1 if [] else 2), "a" if "" else "b")
