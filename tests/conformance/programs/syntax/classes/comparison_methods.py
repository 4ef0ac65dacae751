from functools import total_ordering

@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return isinstance(other, Version) and self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return ".".join(map(str, self.parts))

a, b, c = map(Version, ("1.2", "1.10", "1.2"))
print(a < b, a > b, a <= c, a >= b, a == c, a != b, a is c)
print(sorted([b, a, c]), max(a, b), len({a, b, c}))

class NoOrder:
    pass

try:
    NoOrder() < NoOrder()
except TypeError as e:
    print(e)
