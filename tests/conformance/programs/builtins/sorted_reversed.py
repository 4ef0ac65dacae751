print(sorted([3, 1, 2]), sorted("cab", reverse=True), sorted([-3, 2, 1], key=abs), list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))))
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), sorted([(2, "b"), (1, "z")]))
for f in (lambda: sorted([1, "a"]), lambda: reversed({1}), lambda: sorted(5), lambda: sorted([1], lambda x: x)):
    try:
        f()
    except TypeError as e:
        print(e)
