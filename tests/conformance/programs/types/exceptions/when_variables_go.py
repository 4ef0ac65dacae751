class N:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def a():
    n = N('a')
    try:
        b()
    except ValueError as e:
        print('handler')
        raise KeyError('x') from e
def b():
    n = N('b')
    raise ValueError('b')
try:
    a()
except KeyError as e:
    print(repr(e.__cause__), repr(e.__context__))
    x = e
print('here')
del x
print('there')
for i in range(2):
    try:
        b()
    except ValueError:
        continue
    finally:
        print('f', i)
def lst():
    n = N('l')
    return [1][5]
try: lst()
except IndexError as e: print(e)
print('z')
def gen():
    n = N('gen')
    try:
        yield 1
    finally:
        print('gen fin')
for v in gen():
    break
print('after break')
def use():
    for v in gen():
        raise ValueError
try: use()
except ValueError: print('ve')
print('end')
