import sys, traceback

def inner(x, text):
    numbers = [x, 2]
    return 1 / x

def outer():
    name = "n"
    inner(0, "t")

def run():
    here = True
    try:
        outer()
    except ZeroDivisionError as e:
        made = traceback.TracebackException(type(e), e, e.__traceback__.tb_next, capture_locals=True)
        for entry in made.stack:
            print(entry.name, entry.lineno, sorted(entry.locals.items()))
        print("".join(made.stack.format()))

run()
