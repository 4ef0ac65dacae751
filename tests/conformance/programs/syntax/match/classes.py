from dataclasses import dataclass

@dataclass
class Point:
    x: int
    y: int

class Circle:
    __match_args__ = ("center",)
    def __init__(self, center, radius):
        self.center, self.radius = center, radius

def describe(shape):
    match shape:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"on an axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Circle(Point(x, _), radius=r):
            return f"circle at x={x} r={r}"
        case int(n) | float(n):
            return f"number {n}"
        case str() as s:
            return f"text {s}"
        case [Point(), Point(y=last)]:
            return f"two points, last y {last}"
        case _:
            return "unknown"

for s in (Point(0, 0), Point(0, 4), Point(5, 0), Point(3, 3), Point(1, 2), Circle(Point(7, 8), 2), 5, 2.5, "t", [Point(1, 1), Point(2, 9)], None):
    print(describe(s))
