T = type("T", (list,), {"first": lambda self: self[0], "kind": "made"})
t = T([5, 6])
print(t.first(), T.kind, T.__name__, t, type(t), isinstance(t, list))
print(type(5), type(type), type(T) is type)
try:
    type("X", (int, str), {})
except TypeError as e:
    print(e)
try:
    type()
except TypeError as e:
    print(e)
