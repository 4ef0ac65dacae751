def f(x):
    y = x + 1
    return g(y,
             z=2)
def g(a, *, z):
    return a / (z - 2)
class A:
    def __init__(self):
        self.v = f(1)
    def __repr__(self): return 'A!'
def main():
    try:
        A()
    except ZeroDivisionError as e:
        raise RuntimeError('wrapped') from e
main()
