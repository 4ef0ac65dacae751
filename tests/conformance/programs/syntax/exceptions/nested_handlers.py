def f():
    try:
        raise ValueError("one")
    except ValueError as first:
        try:
            raise KeyError("two")
        except KeyError as second:
            print(repr(second.__context__), second.__context__ is first)
        print("back in", repr(first))
        try:
            pass
        finally:
            print("inner finally")
    print("end")

f()
import sys
print(sys.exc_info())
