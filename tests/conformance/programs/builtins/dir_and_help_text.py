class A:
    """Doc."""
    z = 1
    def a(self): ...
print([n for n in dir(A) if n[0] != "_"], A.__doc__)
print([n for n in dir() if n[0] != "_"])
print("append" in dir([]), "upper" in dir(""), sorted(set(dir(A())) - set(dir(object)))[:3])
