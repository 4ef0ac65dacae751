@decorate def f():
    pass
