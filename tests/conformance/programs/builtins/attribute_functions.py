class A:
    x = 1
    def m(self): return "m"
a = A()
setattr(a, "y", 2)
print(getattr(a, "x"), getattr(a, "z", None), hasattr(a, "y"), hasattr(a, "z"), callable(a.m), getattr(a, "m")(), vars(a))
delattr(a, "y")
print(hasattr(a, "y"), [n for n in dir(a) if not n.startswith("__")])
try:
    getattr(a, "zz")
except AttributeError as e:
    print(e, e.name, e.obj is a)
try:
    getattr(a, 5)
except TypeError as e:
    print(e)
