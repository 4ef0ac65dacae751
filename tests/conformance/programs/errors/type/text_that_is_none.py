class A:
    def __repr__(self): return 5
class B:
    def __str__(self): return 5
for f in (lambda: str(A()), lambda: repr(A()), lambda: f"{A()}", lambda: f"{A()!r}", lambda: str([A()]), lambda: str(B()), lambda: print(B()),
          lambda: "%s" % A(), lambda: "{}".format(B()), lambda: ascii(A()), lambda: A().__str__()):
    try:
        print(f())
    except TypeError as e:
        print(e)
