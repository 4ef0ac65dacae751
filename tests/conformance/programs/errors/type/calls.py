class A:
    def __init__(self, x): pass
    def m(self): pass
    def n(self, a, b=1): pass
a = A(1)
five = 5
checks = [lambda: five(), lambda: "s"(), lambda: A(), lambda: A(1, 2), lambda: a.m(1), lambda: a.n(), lambda: a.n(1, 2, 3), lambda: A.m(), lambda: len(), lambda: len(1, 2),
          lambda: int([]), lambda: print(*5), lambda: dict(**[1]), lambda: a(), lambda: [](), lambda: range(1, 2, 3, 4), lambda: "x".join(), lambda: "x".upper(1), lambda: [].append(), lambda: sorted(), lambda: isinstance(1), lambda: a.m(*None), lambda: a.m(**{1: 2})]
for check in checks:
    try:
        check()
    except TypeError as e:
        print(e)
