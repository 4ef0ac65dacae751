class Point:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x

p = Point(1)
print(p.x, Point.__slots__)
for action in (lambda: p.y, lambda: setattr(p, "z", 1), lambda: p.__dict__):
    try:
        action()
    except AttributeError as e:
        print(e)

class Open(Point):
    pass

o = Open(2)
o.extra = 3
print(o.__dict__, o.x)
