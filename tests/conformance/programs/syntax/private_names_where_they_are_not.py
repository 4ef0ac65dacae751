# Names of keywords and of attributes in class patterns are not made private, those of type parameters are.
class B:
    __slots__ = ("__p",)
    def __init__(self): self.__p = 1
    def g(self, __q=2): return __q, self.__p
    def h(self, **k): return k
    def i(self): return self.h(__z=1)
    def j(self):
        match self:
            case B(__p=1): return "matched"
            case _: return "no"

b = B()
print(b.g(), b.i(), b.j(), b.g(_B__q=5))
try:
    b.g(__q=3)
except TypeError as e:
    print(e)

class G[__T]:
    def f(self): return __T

print(G.__type_params__, [n for n in vars(G) if "G" in n], G().f())
