import weakref
class A:
    def __init__(self, n): self.n = n
def show(s): return sorted(o.n for o in s)
a, b, c = A(1), A(2), A(3)
s, t = weakref.WeakSet([a, b]), weakref.WeakSet()
t.update([b, c])
print(show(s | t), show(s & t), show(s - t), show(s ^ t), show(s.union([c])), s.isdisjoint([c]))
print(s <= t, weakref.WeakSet([a]) < s, s == weakref.WeakSet([b, a]), s >= {a}, 5 in s)
s |= t; print(show(s), len(s))
s -= {a}; print(show(s))
s &= [b]; print(show(s))
s ^= [a, b]; print(show(s))
try: s.remove(c)
except KeyError: print("KeyError")
print(s.pop().n, len(s))
try: s.pop()
except KeyError as e: print(e)
del c
print(show(t)); t.clear(); print(len(t))
