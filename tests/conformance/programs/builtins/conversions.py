print(int("5"), float("1.5"), str(5), bool(""), list("ab"), tuple([1]), set([1]), dict(a=1), bytes(2), complex(1, 2), frozenset())
print(str(None), str([1, "a"]), str(b"x", "ascii"), repr("q"), ascii("é"), chr(65), ord("A"), hex(10), oct(8), bin(2))
print(int(), float(), str(), bool(), list(), dict(), tuple(), set())
class N:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __str__(self): return "N!"
    def __repr__(self): return "N?"
print(int(N()), float(N()), str(N()), repr(N()), [N()], f"{N()} {N()!r}")
