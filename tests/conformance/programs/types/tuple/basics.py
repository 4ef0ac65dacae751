t = (1, "a", 2.5)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), t * 2, (), (1,), 1 in t, t.index("a"), t.count(1), t == (1, "a", 2.5), (1, 2) < (1, 3))
a = 1, 2
print(a, type(a), tuple([1, 2]), tuple("ab"), hash((1, 2)) == hash((1, 2)), {(1, 2): "key"}[1, 2])
for f in (lambda: t.__setitem__, lambda: t.append, lambda: t + [1], lambda: t[9], lambda: hash(([],)), lambda: t.index(9)):
    try:
        f()
    except (AttributeError, TypeError, IndexError, ValueError) as e:
        print(type(e).__name__, e)
