x: int = 5
y: str
print(x)
try:
    print(y)
except NameError as e:
    print(e)

class Point:
    a: int
    b: int = 2

    def __init__(self):
        self.c: float = 1.5

print(Point.__annotations__, Point.b, Point().c)
print(hasattr(Point, "a"))
