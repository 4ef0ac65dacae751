a = [3, 1, 2]
a.append(5); a.extend([7, 8]); a.insert(1, "x"); a.insert(-1, "y"); print(a)
print(a.pop(), a.pop(0), a.index("x"), a.count(1))
a.remove("x"); print(a)
a.reverse(); print(a)
b = a.copy(); b.clear(); print(a, b)
c = [5, 2, 9]; c.sort(); print(c); c.sort(reverse=True); print(c); c.sort(key=lambda n: n % 5); print(c, c.sort())
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, "a"].sort(), lambda: [1] + (2,), lambda: a["k"], lambda: a[50]):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
