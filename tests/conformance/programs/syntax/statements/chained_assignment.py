def value():
    print("once")
    return []

a = b = c = value()
a.append(1)
print(a, b, c, a is c)
x = y = 0
x += 1
print(x, y)
d = {}
i = d["k"] = 7
print(i, d)
