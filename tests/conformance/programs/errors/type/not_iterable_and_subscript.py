f = len
n = 5
checks = [lambda: [x for x in n], lambda: list(n), lambda: n[0], lambda: f[0], lambda: 1 in n, lambda: {**n}, lambda: [*n], lambda: dict(n), lambda: dict(["ab", "c"]), lambda: set(n), lambda: n < "a", lambda: [] < (), lambda: {} < {}, lambda: -"a", lambda: ~1.5, lambda: len(n), lambda: int.x, lambda: for_loop()]
def for_loop():
    for a, b in [1]:
        pass
for check in checks:
    try:
        check()
    except (TypeError, AttributeError) as e:
        print(e)
class A: pass
a = A()
for statement in ("a[0]", "a[0] = 1", "del a[0]", "n[0] = 1", "del n[0]", "'abc'[0] = 'x'", "(1,)[0] = 2", "range(3)[0] = 1"):
    try:
        exec(statement)
    except TypeError as e:
        print(e)
