import copy
class Pair:
    def __init__(self, a, b):
        print("made", a, b)
        self.a, self.b = a, b
    def __reduce__(self):
        return Pair, (self.a, self.b), {"extra": [self.b]}
p = copy.copy(Pair(1, [2]))
q = copy.deepcopy(p)
print(p.__dict__, q.__dict__, q.b is p.b)
class Bag:
    def __init__(self): self.items, self.pairs = [], {}
    def append(self, x): self.items.append(x)
    def __setitem__(self, k, v): self.pairs[k] = v
    def __reduce_ex__(self, protocol):
        print("protocol", protocol)
        return Bag, (), None, iter(self.items), iter(self.pairs.items())
b = Bag()
b.append(1), b.__setitem__("k", [2])
c = copy.deepcopy(b)
print(c.items, c.pairs, c.pairs["k"] is b.pairs["k"])
class One:
    def __reduce__(self): return "one"
one = One()
print(copy.copy(one) is one)
