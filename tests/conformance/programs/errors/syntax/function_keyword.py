function f():
    pass
