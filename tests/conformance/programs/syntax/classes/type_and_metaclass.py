class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        ns["made_by"] = f"Meta for {name}"
        return super().__new__(mcls, name, bases, ns)

    def __call__(cls, *args):
        print("creating", cls.__name__)
        return super().__call__(*args)

class A(metaclass=Meta):
    pass

class B(A):
    pass

print(B().made_by, type(B).__name__, isinstance(B, type))
Dyn = type("Dyn", (A,), {"x": 5, "double": lambda self: self.x * 2})
print(Dyn().double(), Dyn.__name__, Dyn.__mro__)
