d = {1: "int", 1.0: "float", True: "bool", "1": "str", None: "none", (1, 2): "tuple", frozenset([1]): "fs", 2.5: "f", b"x": "bytes"}
print(d, len(d), d[1], d[True])
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return self.n == o.n
    def __repr__(self): return f"K{self.n}"
m = {K(1): "a", K(2): "b"}
m[K(1)] = "c"
print(m, m[K(2)], K(3) in m)
class D(dict):
    def __missing__(self, key):
        return f"no {key}"
print(D()["q"], D(a=1), D().get("q"))
