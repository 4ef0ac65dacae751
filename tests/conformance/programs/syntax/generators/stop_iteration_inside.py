def g():
    yield 1
    raise StopIteration("early")

try:
    print(list(g()))
except RuntimeError as e:
    print(e, repr(e.__cause__))

def h():
    yield next(iter([]))

try:
    list(h())
except RuntimeError as e:
    print(e)

def already():
    next(me)
    yield

me = already()
try:
    next(me)
except ValueError as e:
    print(e)
