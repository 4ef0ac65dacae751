def inner():
    got = yield 1
    print("inner got", got)
    yield 2
    return "result of inner"

def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [10, 20]
    yield from "ab"
    return "done"

g = outer()
print(next(g))
print(g.send("hello"))
print(list(g))

def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item

print(list(flatten([1, [2, [3, [4]], 5]])))
