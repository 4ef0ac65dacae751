def inner():
    try:
        yield "a"
    except KeyError as e:
        print("inner caught", e)
        yield "b"
    finally:
        print("inner finally")

def outer():
    try:
        yield from inner()
    except ZeroDivisionError:
        print("outer caught")
    yield "end"

g = outer()
print(next(g), g.throw(KeyError("k")), g.throw(ZeroDivisionError), list(g))
g = outer()
next(g)
g.close()
