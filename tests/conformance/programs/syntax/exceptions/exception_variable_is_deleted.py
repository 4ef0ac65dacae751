e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    print(repr(e))
try:
    print(e)
except NameError as n:
    print(n)

def f():
    try:
        1 / 0
    except ZeroDivisionError as err:
        pass
    return err

try:
    f()
except UnboundLocalError as n:
    print(n)
