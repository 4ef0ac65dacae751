print([1, "a", 2.5, None, True, b"x", (1,), {}, set(), frozenset(), [], {"k": [1]}, {1}, range(3), ...])
print({"a": {"b": {"c": [1, (2, {3})]}}}, (), (1,), (1, 2), [[]], [None])
a = [1]; a.append(a); print(a)
d = {}; d["self"] = d; print(d)
class R:
    def __repr__(self): return "R!"
    def __str__(self): return "str R"
print(R(), [R()], {"k": R()}, (R(),), str([R()]), f"{[R()]} {R()} {R()!r}")
print(repr("a\n'b'"), repr('"'), [repr("x")], "%r" % "y", repr(1.0), repr(10**25))
