a, b, c = 1, 2, [0, 1, 2, 3, 4, 5]
del a, c[0], c[1:3]
print(c)
try:
    print(a)
except NameError as e:
    print(e)
d = {"x": 1, "y": 2}
del d["x"]
print(d)

class O:
    pass

o = O()
o.v = 1
del o.v
try:
    del o.v
except AttributeError as e:
    print(e)
try:
    del d["nope"]
except KeyError as e:
    print("KeyError", e)
