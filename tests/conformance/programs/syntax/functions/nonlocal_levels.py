def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "inner"
        inner()
        return x

    before = x
    return before, middle(), x

print(outer())

def unbound():
    def inner():
        return late
    try:
        inner()
    except NameError as e:
        print(e)
    late = 1
    return inner()

print(unbound())
