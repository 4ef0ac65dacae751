from collections import namedtuple
P = namedtuple("P", "x y", defaults=[5])
p = P(1)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, P._make([7, 8]), p == (1, 5), *p, len(p))
x, y = p
print(x, y, P(x=2, y=3), isinstance(p, tuple), P.__name__, hash(p) == hash((1, 5)))
for act in (lambda: P(), lambda: setattr(p, "x", 2), lambda: p.z, lambda: P(1, 2, 3), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "class")):
    try:
        act()
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
class Pt(P):
    def total(self): return self.x + self.y
print(Pt(1, 2).total(), Pt(1, 2))
