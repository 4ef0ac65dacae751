import functools
import inspect


def wrap(cls):
    return cls


@wrap
class Shape:
    sides = 0

    def area(self):
        return 0


    @functools.wraps(area)
    def other(self): return self.area()
class Plain: pass


def f(a: int, *, b: str = "x") -> bool:
    return True


print(inspect.getsource(Shape))
print(inspect.getsource(Plain), inspect.getsourcelines(Shape)[1], inspect.getsourcelines(f)[1], inspect.getsource(f.__code__) == inspect.getsource(f))
print(inspect.getsource(Shape.area), inspect.getsource(Shape().area) == inspect.getsource(Shape.area), inspect.getsource(Shape.other) == inspect.getsource(Shape.area))
print(inspect.getfullargspec(f))
for thing in (len, int, 5, [].append):
    try:
        print(inspect.getsource(thing))
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
def gen():
    x = 1
    yield x
g = gen()
next(g)
print(inspect.getgeneratorlocals(g))
g.close()
print(inspect.getgeneratorlocals(g))
