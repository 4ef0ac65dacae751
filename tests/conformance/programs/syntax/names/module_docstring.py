"""The module's docstring."""
print(__doc__)
print(__name__, __file__)
print(sorted(k for k in globals() if not k.startswith("_")))
x = 1
print("x" in globals(), globals()["x"], "x" in locals())
def f(a):
    b = 2
    return locals()
print(f(1))
