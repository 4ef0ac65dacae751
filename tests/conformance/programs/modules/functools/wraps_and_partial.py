import functools
def log(f):
    @functools.wraps(f)
    def wrapper(*a, **k):
        "wrapper doc"
        return f(*a, **k)
    return wrapper
@log
def add(a, b=2):
    "add doc"
    return a + b
print(add(1), add.__name__, add.__doc__, add.__wrapped__(1, 1))
p = functools.partial(add, 10, b=5)
print(p(), p(b=1), p.func is add.__wrapped__, p.args, p.keywords)
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(lambda a, b: a + b, [], "start"))
print(sorted(["b", "A"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
class C:
    def f(self, a, b): return a, b
    g = functools.partialmethod(f, 1)
print(C().g(2))
