it = iter([1, 2, 3])
print(next(it), list(it), list(it), next(it, "end"))
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)
z = zip([1, 2], "ab")
print(dict(z), dict(z))
m = map(lambda x: x * 2, [1, 2])
print(2 in m, list(m))
n = 0
def f():
    global n
    n += 1
    return n
print(list(iter(f, 4)), sum(filter(None, [0, 1, 2])))
