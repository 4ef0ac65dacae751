class A:
    x: int
    y: str = "a"
    def f(self): ...
print(sorted(vars(A)))
print(A.__annotations__, A.__annotate__(1))
print(sorted(n for n in vars(A) if "annot" in n))
A.__annotations__ = {"z": int}
print(A.__annotations__, sorted(n for n in vars(A) if "annot" in n))
class B(A): z: float
print(B.__annotations__, "__annotations__" in vars(B), dir(B)[:4])
