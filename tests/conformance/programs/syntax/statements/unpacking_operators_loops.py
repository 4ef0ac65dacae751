x = 5
print([x for x in range(3)], x, {x: y for x, y in [(1, 2)]}, {x % 2 for x in range(5)})
print([[i * j for j in range(3)] for i in range(3)], [i for i in range(10) if i % 2 if i > 3], [(i, j) for i in range(2) for j in range(i)])
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
print([y := 1, y ** 2], y, [last := k for k in range(3)], last)
def f():
    a = 1
    l = [a + b for b in range(3)]
    def inner(): return [a for _ in range(2)]
    return l, inner(), [locals_ for locals_ in [1]], sorted(locals())
print(f())
class C:
    n = 3
    l = [i for i in range(n)]
print(C.l)
try: [undefined for _ in [1]]
except NameError as e: print(e)
try: [i for i in 5]
except TypeError as e: print(e)
try: [a for a, b in [(1,)]]
except ValueError as e: print(e)
try: {[]: 1 for _ in [1]}
except TypeError as e: print(e)
print([*range(3), *'ab'], {**{'a': 1}, 'b': 2}, (*[1], 2), {*[1, 2], 3})
a, *b, c = range(5); print(a, b, c)
(a, b), [c, d] = (1, 2), 'xy'; print(a, b, c, d)
for i, (j, k) in enumerate([(1, 2)]): print(i, j, k)
*a, = 'abc'; print(a)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, c = 1, 2
except ValueError as e: print(e)
try: a, *b, c = [1]
except ValueError as e: print(e)
try: a, b = {1, 2, 3}
except ValueError as e: print(e)
try: a, b = 'abc'
except ValueError as e: print(e)
try: a, b = {'x': 1}
except ValueError as e: print(e)
try: a, b = iter([1, 2, 3])
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
try: a, b = None
except TypeError as e: print(e)
i = 0; l = [0, 0]
i, l[i] = 1, 5; print(i, l)
l[0], l[1] = l[1], l[0]; print(l)
a = b = []; a.append(1); print(b)
x = 1; x += 1; x -= 3; x *= 5; x **= 2; x //= 3; x %= 5; x <<= 2; x |= 1; x ^= 7; x &= 6; print(x); x /= 2; print(x)
l = [1]; m = l; l += (2,); print(m); l = l + [3]; print(m, l)
t = ([],)
try: t[0] += [1]
except TypeError as e: print(e, t)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, (1 < 2) is True, not 1 == 2, 1 if 0 else 2 if 0 else 3, 0 or [] or 'x', 1 and 0 and 2, None or 0)
print(2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 7 // 2 * 2, 10 - 3 - 2, 1 + 2 * 3, not True == False, 1 << 2 + 1, 5 & 3 | 8, ~5 + 1, -7 % 3, 2 * -3)
print(x if (x := 5) > 3 else 0, (lambda: (yield))().__class__.__name__, (lambda *a, **k: (a, k))(1, b=2))
del x
try: x
except NameError as e: print(e)
d = {'a': 1, 'b': 2}; del d['a']; print(d); l = [1, 2, 3, 4]; del l[1:3]; print(l); del l[:]; print(l)
try: del zz
except NameError as e: print(e)
try: del d['zz']
except KeyError as e: print(repr(e))
try: del l[5]
except IndexError as e: print(e)
assert True, 'm'
try: assert 0, 'msg'
except AssertionError as e: print(repr(e))
try: assert 0
except AssertionError as e: print(repr(e))
try: assert [], [1, 2]
except AssertionError as e: print(repr(e))
if True: pass
elif False: pass
else: pass
for i in range(3):
    if i == 5: break
else: print('else')
while False: pass
else: print('welse')
for _ in []: pass
else: print('empty else')
i = 0
while True:
    i += 1
    if i < 3: continue
    break
print(i)
