def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step

one, two = counter(), counter()
print(one(), one(), one(5), two())
print(one.__closure__[0].cell_contents, one.__code__.co_freevars)

functions = [lambda: i for i in range(3)]
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])
