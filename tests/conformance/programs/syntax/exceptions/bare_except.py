for action in ("1/0", "[][0]", "undefined", "int('x')"):
    try:
        eval(action)
    except:
        import sys
        kind, value, tb = sys.exc_info()
        print(kind.__name__, value)
