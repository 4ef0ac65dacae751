class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, twice=False):
        return x + self.n * (2 if twice else 1)

    def __str__(self):
        return f"adds {self.n}"

    def __format__(self, spec):
        return f"[{spec}|{self.n}]"

    def __index__(self):
        return self.n

a = Adder(3)
print(a(4), a(4, twice=True), callable(a), callable(5))
print(a, f"{a}", f"{a:x>5}", format(a), str(a), "%s" % a)
print(list(range(5))[a], bin(a), "abcde"[a])
print(repr(a).replace(hex(id(a)), "ADDRESS"))
