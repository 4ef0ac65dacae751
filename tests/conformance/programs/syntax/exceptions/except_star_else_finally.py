for errors in ([], [ValueError(1)], [KeyError("k")]):
    try:
        try:
            if errors:
                raise ExceptionGroup("g", errors)
        except* ValueError as eg:
            print("handled", eg.exceptions)
        else:
            print("else")
        finally:
            print("finally")
    except ExceptionGroup as e:
        print("outside", e)
