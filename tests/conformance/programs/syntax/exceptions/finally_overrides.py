def f():
    for i in range(3):
        try:
            return i
        finally:
            print("finally", i)

def g():
    while True:
        try:
            raise ValueError("lost")
        except ValueError:
            break
        finally:
            print("cleanup")
    return "out"

def h():
    try:
        try:
            raise KeyError("first")
        finally:
            raise IndexError("second")
    except IndexError as e:
        return repr(e), repr(e.__context__)

print(f(), g(), h())
