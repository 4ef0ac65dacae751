x = 1
def f(a):
    b = 2
    before = dict(locals())
    c = 3
    return before, sorted(locals())
print(f(0))
globals()["made"] = "dynamically"
print(made, "f" in globals())
class C:
    y = 5
    names = sorted(k for k in locals() if not k.startswith("__"))
print(C.names)
