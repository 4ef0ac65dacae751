s = {1, 2, 3}
s.add(4); s.add(1); s.discard(9); s.remove(2)
print(s, len(s), 3 in s, s | {7}, s & {1, 4}, s - {1}, s ^ {1, 8}, {1} <= s, s >= {1, 3}, s.isdisjoint({5}))
s.update([10, 11]); s.difference_update({10}); s.intersection_update({1, 3, 11})
print(s, set(), set([1, 1]), {*range(3)}, sorted(set("hello")), frozenset({1, 2}), s == {11, 3, 1})
print(s.union([5]), s.intersection([1]), s.issubset(range(20)), s.issuperset([]), s.symmetric_difference({1, 99}), s.copy() is s)
for f in (lambda: s.remove(99), lambda: set().pop(), lambda: {[1]}, lambda: {1} + {2}, lambda: s[0], lambda: frozenset().add):
    try:
        f()
    except (KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
