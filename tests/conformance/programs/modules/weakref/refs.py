import weakref, gc
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"A{self.n}"
a = A(1)
r = weakref.ref(a, lambda _: print("callback"))
print(r(), r() is a)
del a
print(r())
d = weakref.WeakValueDictionary(); k = weakref.WeakKeyDictionary(); s = weakref.WeakSet()
x, y = A(2), A(3)
d["x"] = x; k[y] = "y"; s.add(x)
print(len(d), len(k), len(s), list(d.items()))
del x, y
print(len(d), len(k), len(s))
z = A(4)
weakref.finalize(z, print, "finalized", 4)
del z
p = A(5); q = weakref.proxy(p); print(q.n)
del p
try:
    q.n
except ReferenceError as e:
    print(e)
try:
    weakref.ref(5)
except TypeError as e:
    print(e)
