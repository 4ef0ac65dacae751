class R:
    def __init__(self, n): self.n = n
    def __del__(self): print('free', self.n)
def f(n):
    r = R(n)
    if n == 0: raise KeyError(n)
    f(n - 1)
for attempt in range(2):
    try: f(2)
    except KeyError as e: print('attempt', attempt, e)
errors = []
for n in range(2):
    try: f(0)
    except KeyError as e: errors.append(e)
print(len(errors)); errors.clear(); print('cleared')
def with_context():
    try: f(0)
    except KeyError:
        q = R('ctx')
        raise ValueError('second')
try: with_context()
except ValueError as e: print(repr(e.__context__))
print('next')
def g():
    x = R('gen')
    try: yield
    finally: print('g done')
def use():
    it = g(); next(it)
    raise RuntimeError
try: use()
except RuntimeError: print('caught')
print('after use')
def nested():
    try:
        try: f(0)
        finally: print('inner finally')
    except KeyError: print('handled')
    print('nested ends')
nested()
class CM:
    def __enter__(self): self.r = R('cm'); return self
    def __exit__(self, *a): print('exit', a[0].__name__); return True
with CM(): f(0)
print('with done')
x = [R(i) for i in range(2)]
try: x[5]
except IndexError: pass
x = None
print('over')
