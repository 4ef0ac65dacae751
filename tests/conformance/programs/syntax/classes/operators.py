class Vec:
    def __init__(self, *v):
        self.v = v

    def __repr__(self):
        return f"Vec{self.v}"

    def __add__(self, o):
        return Vec(*(a + b for a, b in zip(self.v, o.v))) if isinstance(o, Vec) else NotImplemented

    def __mul__(self, k):
        return Vec(*(a * k for a in self.v))

    __rmul__ = __mul__

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __neg__(self):
        return self * -1

    def __iadd__(self, o):
        self.v += o.v
        return self

    def __matmul__(self, o):
        return sum(a * b for a, b in zip(self.v, o.v))

    def __abs__(self):
        return sum(a * a for a in self.v) ** 0.5

    def __bool__(self):
        return any(self.v)

a, b = Vec(1, 2), Vec(3, 4)
print(a + b, 2 * a, a * 3, -a, a @ b, abs(b), bool(Vec(0, 0)), sum([a, b]))
a += b
print(a)
try:
    a + 5
except TypeError as e:
    print(e)
