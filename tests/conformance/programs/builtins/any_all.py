def check(x):
    print("checking", x)
    return x > 1
print(any(check(x) for x in [1, 2, 3]))
print(all(check(x) for x in [2, 1, 3]))
print(any([]), all([]), any([0, None]), all([1, "a"]), all(x for x in ()))
