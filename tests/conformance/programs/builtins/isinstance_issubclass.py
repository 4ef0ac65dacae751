class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(1, int | str), isinstance("a", (int, str)), issubclass(B, A), issubclass(B, (int, A)), issubclass(bool, int), isinstance(A, type), isinstance(None, type(None)))
for f in (lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: isinstance(1)):
    try:
        f()
    except TypeError as e:
        print(e)
class Even(type):
    def __instancecheck__(cls, x): return x % 2 == 0
class E(metaclass=Even): pass
print(isinstance(4, E), isinstance(3, E))
