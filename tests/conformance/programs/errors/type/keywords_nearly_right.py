def f(alpha, beta=1, *, gamma=2): pass
class C:
    def __init__(self, size=1): pass
for g in (lambda: f(1, betta=2), lambda: f(1, zzz=2), lambda: f(1, gama=3), lambda: C(sise=1), lambda: print(1, seb=2), lambda: sorted([1], kye=len),
          lambda: [1].sort(revers=True), lambda: "a".split(seperator="x"), lambda: "a".encode(encodin="x"), lambda: max([1], defaul=1),
          lambda: sum([1], strt=1), lambda: {}.pop("z", defualt=1), lambda: round(1.5, ndigit=1), lambda: print(1, zzzzz=2)):
    try:
        print(g())
    except TypeError as e:
        print(e)
