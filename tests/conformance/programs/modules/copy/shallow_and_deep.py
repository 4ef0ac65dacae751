import copy
a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(99); a[2]["k"].append(5)
print(a, b, c, b[1] is a[1], c[1] is a[1])
class P:
    def __init__(self, v): self.v = v
    def __copy__(self): return P("copied")
    def __deepcopy__(self, memo): return P("deep")
print(copy.copy(P(1)).v, copy.deepcopy([P(1)])[0].v)
class Q: pass
q = Q(); q.x = [1]; r = copy.deepcopy(q); q.x.append(2); print(r.x, copy.copy(q).x is q.x)
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, copy.replace.__name__)
