a = [1]
b = a
c = [1]
print(id(a) == id(b), id(a) == id(c), a is b, a is c, a == c, a is not c)
print(type(id(a)), None is None)
x = y = object()
print(x is y, x == y, x != object())
