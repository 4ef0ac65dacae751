class A:
    def f(self): return "A.f"
    @classmethod
    def c(cls): return f"A.c {cls.__name__}"
    @property
    def p(self): return "A.p"
class B(A):
    def f(self): return "B+" + super().f()
    @classmethod
    def c(cls): return "B+" + super().c()
    @property
    def p(self): return "B+" + super().p
    def listed(self): return [super(B, self).f() for _ in range(2)]
b = B()
print(b.f(), B.c(), b.p, b.listed(), super(B, b).f())
try:
    super().x
except RuntimeError as e:
    print(e)
class C(A):
    def missing(self): return super().nothing
try:
    C().missing()
except AttributeError as e:
    print(e)
