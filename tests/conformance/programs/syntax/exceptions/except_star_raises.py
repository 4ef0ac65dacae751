try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as eg:
        raise RuntimeError("from handler")
    except* TypeError:
        raise
except ExceptionGroup as e:
    print(repr(e))
    print([repr(x) for x in e.exceptions])
    print(repr(e.exceptions[0].__context__))
