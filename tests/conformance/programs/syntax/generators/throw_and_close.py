def worker():
    print("start")
    try:
        while True:
            try:
                yield "ready"
            except ValueError as e:
                print("caught", e)
                yield "recovered"
    finally:
        print("closed")

g = worker()
print(next(g))
print(g.throw(ValueError("bad")))
print(next(g))
g.close()
print(list(g))
g.close()

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
