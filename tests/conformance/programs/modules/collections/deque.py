from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], len(d), d.pop(), d.popleft(), 2 in d, d.count(2))
d.extend("ab"); d.extendleft("xy"); d.rotate(1); print(d, list(reversed(d)), d.index("x"))
d.clear(); print(d, bool(d), deque("abc"), deque())
try:
    d.pop()
except IndexError as e:
    print(e)
e = deque([1, 2]); e.remove(1); e.insert(0, 9); print(e, e == deque([9, 2]), e + deque([1]), e * 2, e.copy())
try:
    e.remove(77)
except ValueError as x:
    print(x)
