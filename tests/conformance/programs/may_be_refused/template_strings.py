name = "x"
t = t"hello {name}"
print(type(t).__name__, t.strings, t.values)
