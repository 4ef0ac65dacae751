def f(a: int, b: str = "x") -> bool:
    """The first line.

    The rest.
    """
    return True

f.tag = "kept"
print(f.__doc__)
print(f.__name__, f.__qualname__, f.__module__, f.tag)
print(f.__annotations__)
print(f.__code__.co_varnames, f.__code__.co_argcount)

class K:
    "doc of K"
    def m(self):
        "doc of m"

print(K.__doc__, K.m.__doc__, K.m.__qualname__)
