import inspect

def gen():
    yield 1
    return 5

g = gen()
print(inspect.getgeneratorstate(g), g.__name__, g.__qualname__)
print(next(g), inspect.getgeneratorstate(g), g.gi_running, g.gi_frame.f_lineno)
print(list(g), inspect.getgeneratorstate(g), g.gi_frame)
print(type(g), repr(g)[:21])
print(next(g, "default"))
